import { expect, test, type Page } from '@playwright/test'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { Visitor } from '../examples/visitor.js'
import { authenticatorOf, type Authenticator } from './authenticator.js'
import { aMember, demoOrigin, type Person } from './people.js'
import {
  emailField,
  enter,
  expectSignedIn,
  openAccountPage,
  passwordField,
  screen,
  signOut,
} from './screens.js'

const OPTIONS = '/passkey/generate-authenticate-options'
const VERIFY = '/passkey/verify-authentication'

const CAME_TO_NOTHING = "That didn't finish. Try again or use another method."

const passkeyButton = (page: Page) =>
  screen(page).getByRole('button', { name: 'Sign in with a passkey' })

/** The server's answers to requests for a path, as they come. */
function answersTo(page: Page, path: string): number[] {
  const met: number[] = []
  page.on('response', (response) => {
    if (response.url().includes(path)) met.push(response.status())
  })
  return met
}

/** Somebody signs in with their password and adds a passkey. */
async function withPasskey(page: Page): Promise<{ person: Person; device: Authenticator }> {
  const person = await aMember()
  const device = await authenticatorOf(page)
  await device.person('away')
  await page.goto('/')
  await enter(page, person)
  await expectSignedIn(page, person)
  await device.person('there')
  await openAccountPage(page, 'Passkeys')
  await screen(page).getByRole('button', { name: 'Add a passkey' }).click()
  await expect(screen(page)).toContainText('Passkey added.')
  return { person, device }
}

/** Signs out with nobody at the device, so that what is offered in the field is not taken at once. */
async function leave(page: Page, device: Authenticator): Promise<void> {
  await device.person('away')
  await countCeremonies(page)
  await page.goto('/')
  await signOut(page)
  await expect.poll(() => ceremonies(page)).toBe(1)
}

/** Comes after the offer in the field was made, which would be taken instead, and presses the button. */
async function usePasskey(page: Page, device: Authenticator): Promise<void> {
  await device.person('there')
  await passkeyButton(page).click()
}

test('UX-24, UX-26: a passkey is added, renamed, used from the button and removed', async ({
  page,
}) => {
  const { person, device } = await withPasskey(page)
  expect(await device.passkeys()).toHaveLength(1)
  const list = screen(page).getByRole('list', { name: 'Passkeys' })
  await expect(list.getByRole('listitem')).toHaveCount(1)

  await list.getByRole('button', { name: /^Rename / }).click()
  await screen(page).getByLabel('Passkey name').fill('My laptop')
  await screen(page).getByRole('button', { name: 'Save' }).click()
  await expect(screen(page)).toContainText('Passkey renamed.')
  await expect(list).toContainText('My laptop')

  await leave(page, device)
  await usePasskey(page, device)
  await expectSignedIn(page, person)

  await openAccountPage(page, 'Passkeys')
  await expect(list).toContainText('My laptop')
  await list.getByRole('button', { name: 'Remove My laptop' }).click()
  await screen(page).getByRole('group').getByRole('button', { name: 'Remove My laptop' }).click()
  await expect(screen(page)).toContainText('Passkey removed.')
  await expect(screen(page)).toContainText("You don't have any passkeys yet.")
  // The device does not go on to offer what signs nobody in.
  await expect.poll(device.passkeys).toEqual([])
})

test('UX-01, UX-22: a passkey signs in from the suggestions of the e-mail field', async ({
  page,
}) => {
  const { person, device } = await withPasskey(page)
  await leave(page, device)
  const options = answersTo(page, OPTIONS)
  await page.reload()
  await expect(emailField(page)).toHaveAttribute('autocomplete', 'username webauthn')
  await expect.poll(() => options).toEqual([200])
  // Nothing is asked of somebody who types.
  await emailField(page).fill(person.email)
  await expect(passkeyButton(page)).not.toHaveAttribute('aria-disabled')

  // The browser's own menu is no part of the page: whoever is there takes what it offers first.
  await device.person('there')
  await page.reload()
  await expectSignedIn(page, person)
  expect(options).toEqual([200, 200])
})

test('UX-22, UX-23: a cancelled dialog leads back quietly, and the offer in the field comes back', async ({
  page,
}) => {
  const { person, device } = await withPasskey(page)
  await leave(page, device)
  const verified = answersTo(page, VERIFY)
  let asked = 0
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(`**${OPTIONS}`, async (route) => {
    asked += 1
    // The third is the offer that comes back.
    if (asked === 3) await released
    await route.continue()
  })
  await countCeremonies(page)
  await page.reload()
  await expect.poll(() => asked).toBe(1)

  // A person who comes before the browser has been asked would take the offer instead of the dialog.
  await expect.poll(() => ceremonies(page)).toBe(1)
  await device.finger('wrong')
  await device.person('there')
  await passkeyButton(page).click()
  await expect(screen(page)).toContainText(CAME_TO_NOTHING)
  await expect(screen(page)).not.toContainText('Error:')
  await screen(page).getByRole('button', { name: 'Use another method' }).click()
  await expect(emailField(page)).toBeFocused()
  await expect(screen(page)).not.toContainText(CAME_TO_NOTHING)

  await expect.poll(() => asked).toBe(3)
  expect(verified).toEqual([])
  await device.finger('right')
  release()
  await expectSignedIn(page, person)
  expect(verified).toEqual([200])
})

test('UX-23: a device without a passkey leads back to the password', async ({ page }) => {
  const person = await aMember()
  await authenticatorOf(page)
  await page.goto('/')
  await passkeyButton(page).click()
  await expect(screen(page)).toContainText(CAME_TO_NOTHING)
  await enter(page, person)
  await expectSignedIn(page, person)
})

test('UX-24: a passkey that the server has forgotten is named, and the device drops it', async ({
  page,
}) => {
  const { person, device } = await withPasskey(page)
  await leave(page, device)
  const [id] = await device.passkeys()
  await removeOnTheServer(person)

  await usePasskey(page, device)
  await expect(screen(page)).toContainText('No passkey here fits this account. Use another method.')
  await expect.poll(() => device.dropped).toEqual([id])
  expect(await device.passkeys()).toEqual([])
  await enter(page, person)
  await expectSignedIn(page, person)
})

test('UX-22: a page that goes on takes its offer along', async ({ page }) => {
  const { device } = await withPasskey(page)
  await leave(page, device)
  await page.addInitScript(() => {
    const { credentials } = navigator
    const get = credentials.get.bind(credentials)
    credentials.get = (options) => {
      Object.assign(window, { offer: { mediation: options?.mediation, signal: options?.signal } })
      return get(options)
    }
  })
  await page.reload()
  const isWithdrawn = () =>
    page.evaluate(() => {
      const { offer } = window as unknown as { offer?: CredentialRequestOptions }
      return offer?.mediation === 'conditional' ? (offer.signal?.aborted ?? null) : null
    })
  await expect.poll(isWithdrawn).toBe(false)
  await screen(page).getByRole('link', { name: 'Sign up' }).click()
  await expect(passwordField(page)).toHaveAttribute('autocomplete', 'new-password')
  await expect.poll(isWithdrawn).toBe(true)
})

/** Removes the passkeys of an account as from another device, of which this one hears nothing. */
async function removeOnTheServer(person: Person): Promise<void> {
  const visitor = new Visitor(betterAuth({ baseUrl: `${demoOrigin()}/api/auth` }))
  await visitor.does('signIn', person)
  const { value } = await visitor.does('listPasskeys', {})
  const { passkeys } = value as { passkeys: readonly { id: string }[] }
  for (const { id } of passkeys) await visitor.does('deletePasskey', { id })
}

/** Counts how often the page asks the browser for a passkey, from its next load on. */
async function countCeremonies(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { credentials } = navigator
    const get = credentials.get.bind(credentials)
    let count = 0
    credentials.get = (options) => {
      count += 1
      document.documentElement.dataset['ceremonies'] = String(count)
      return get(options)
    }
  })
}

async function ceremonies(page: Page): Promise<number> {
  return Number((await page.locator('html').getAttribute('data-ceremonies')) ?? 0)
}
