import { expect, test, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { aMember, aMemberWithTotp } from './people.js'
import {
  alert,
  codeField,
  enter,
  expectSignedIn,
  openAccountPage,
  screen,
  signOut,
} from './screens.js'

function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

/** Which of some secrets are anywhere in the page, spelled in whatever way. */
async function secretsIn(page: Page, secrets: readonly string[]): Promise<string[]> {
  const text = (await page.content()).replaceAll(/<[^>]*>|[\s-]/g, '')
  return secrets.filter((secret) => text.includes(secret.replaceAll('-', '')))
}

test('SEC-47, A11Y-32: an authenticator app set up with the key beside the QR code opens the next sign-in', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const person = await aMember()
  await page.goto('/')
  await enter(page, person)
  await expectSignedIn(page, person)

  await openAccountPage(page, 'Second factor')
  await screen(page).getByLabel('Password', { exact: true }).fill('not this one')
  await screen(page).getByRole('button', { name: 'Set up now' }).click()
  await expect(screen(page).getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    /incorrect/,
  )
  await screen(page).getByLabel('Password', { exact: true }).fill(person.password)
  await screen(page).getByRole('button', { name: 'Set up now' }).click()

  await expect(screen(page).getByRole('img', { name: /QR code/ })).toBeVisible()
  await screen(page)
    .getByRole('group', { name: 'Setup key' })
    .getByRole('button', { name: 'Copy' })
    .click()
  const key = await copied(page)
  const app = new TOTP({ secret: Secret.fromBase32(key) })
  const right = app.generate()
  await codeField(page).fill(right === '000000' ? '000001' : '000000')
  await screen(page).getByRole('button', { name: 'Verify' }).click()
  await expect(alert(page)).toContainText("That code didn't work.")
  await codeField(page).fill(app.generate())
  await screen(page).getByRole('button', { name: 'Verify' }).click()

  await expect(screen(page).getByRole('heading', { name: 'Save your backup codes' })).toBeFocused()
  await screen(page).getByRole('button', { name: 'Copy' }).click()
  await expect(screen(page)).toContainText('Backup codes copied.')
  const codes = (await copied(page)).split('\n')
  expect(codes).toHaveLength(10)
  expect(await secretsIn(page, codes)).toEqual(codes)
  await screen(page).getByLabel('I saved these codes').check()
  await screen(page).getByRole('button', { name: 'Done' }).click()
  await expect(screen(page).getByRole('heading', { name: 'MFA is on' })).toBeFocused()
  expect(await secretsIn(page, [key, ...codes])).toEqual([])

  await page.goto('/')
  await signOut(page)
  await enter(page, person)
  await expect(codeField(page)).toBeFocused()
  await codeField(page).fill(app.generate())
  await expectSignedIn(page, person)

  await signOut(page)
  await enter(page, person)
  await screen(page).getByRole('button', { name: 'Use a backup code' }).click()
  await screen(page)
    .getByLabel('Backup code', { exact: true })
    .fill(codes[0] ?? '')
  await screen(page).getByRole('button', { name: 'Verify' }).click()
  await expectSignedIn(page, person)
  await expect(alert(page)).toHaveCount(0)
})

test('an authenticator app is turned off with the password, and signing in asks for no code', async ({
  page,
}) => {
  const person = await aMemberWithTotp()
  await page.goto('/')
  await enter(page, person)
  await codeField(page).fill(person.code())
  await expectSignedIn(page, person)

  await openAccountPage(page, 'Second factor')
  await screen(page).getByRole('button', { name: 'Turn off MFA' }).click()
  await screen(page).getByLabel('Password', { exact: true }).fill(person.password)
  await screen(page).getByRole('button', { name: 'Turn off MFA' }).click()
  await expect(screen(page).getByRole('status').first()).toHaveText('MFA is off.')

  await page.goto('/')
  await signOut(page)
  await enter(page, person)
  await expectSignedIn(page, person)
})
