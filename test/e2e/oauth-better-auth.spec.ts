import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, type Page } from '@playwright/test'
import {
  aCustomer,
  allow,
  approve,
  expectSignedInAs,
  leaveForProvider,
  logIn,
  refuse,
} from './oauth-journey.js'
import { serveOAuthSite, type Member, type OAuthSite } from './oauth-site.js'
import { newAddress, PASSWORD } from './people.js'
import { enter } from './screens.js'

let site: OAuthSite
test.beforeAll(async () => {
  site = await serveOAuthSite()
})
test.afterAll(() => site.close())

const CALLBACK = '/server/callback'

/** Opens the app, whose Better Auth is the OAuth client, and goes to the provider. */
async function setOut(page: Page): Promise<void> {
  site.provider.tokenRequests.length = 0
  await page.goto(site.address('better-auth'))
  await leaveForProvider(page)
}

async function aMember(facts: Partial<Member> = {}): Promise<Member> {
  const member = { email: newAddress(), password: PASSWORD, verified: true, ...facts }
  await site.addMember(member)
  return member
}

/** Signs in with a password, and is on the page that lists the linked accounts. */
async function comeIn(page: Page, member: Member): Promise<void> {
  await page.goto(site.address('better-auth'))
  await enter(page, member)
  await expectSignedInAs(page, member)
}

async function leaveToLink(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Link Acme' }).click()
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
}

const expectHeading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { name })).toBeFocused()

test.describe('signing in with a provider behind Better Auth', () => {
  test('SEC-11: takes the user in, with a verifier of the server’s own', async ({ page }) => {
    const ada = aCustomer(site)
    await setOut(page)
    await approve(page, ada)
    await expectSignedInAs(page, ada)
    expect(site.provider.tokenRequests).toMatchObject([
      { grant: 'authorization_code', verifier: expect.any(String), status: 200 },
    ])
    expect(page.url()).toBe(site.address('better-auth'))
    await page.reload()
    await expectSignedInAs(page, ada)

    // Nobody locks themselves out.
    await page.getByRole('button', { name: 'Unlink Acme' }).click()
    await expect(page.getByText('This is your only way to sign in.')).toBeVisible()
  })

  test('UX-16: who refuses their consent gets on', async ({ page }) => {
    const ada = aCustomer(site)
    await setOut(page)
    await logIn(page, ada)
    await refuse(page)
    await expectHeading(page, "That didn't finish")
    expect(page.url()).toBe(site.origin + CALLBACK)
    expect(site.provider.tokenRequests).toEqual([])
    await page.getByRole('button', { name: 'Try again' }).click()
    await allow(page)
    await expectSignedInAs(page, ada)
  })

  test('SEC-08: an answer whose state was changed ends in the restart screen', async ({ page }) => {
    const ada = aCustomer(site)
    await setOut(page)
    site.interfere((answer) => {
      answer.searchParams.set('state', 'A'.repeat(32))
      return answer
    })
    await approve(page, ada)
    await expectHeading(page, 'Start over')
    expect(page.url()).toBe(site.origin + CALLBACK)
    expect(site.provider.tokenRequests).toEqual([])
    await page.getByRole('button', { name: 'Start over' }).click()
    await expect(page.getByRole('button', { name: 'Continue with Acme' })).toBeVisible()
  })

  test('SEC-08: an answer to somebody else’s question signs nobody in', async ({
    browser,
    page,
  }) => {
    const mallory = aCustomer(site)
    let answered = ''
    const elsewhere = await browser.newContext()
    const attacker = await elsewhere.newPage()
    await setOut(attacker)
    site.interfere(({ href, origin }) => {
      answered = href
      return new URL(origin)
    })
    await approve(attacker, mallory)
    await expect(attacker.getByRole('button', { name: 'Continue with Acme' })).toBeVisible()
    await elsewhere.close()

    await page.goto(answered)
    await expectHeading(page, 'Start over')
    expect(site.provider.tokenRequests).toEqual([])
    await page.goto(site.address('better-auth'))
    await expect(page.getByRole('button', { name: 'Continue with Acme' })).toBeVisible()
  })

  test('a code that has expired on its way leads to a fresh start', async ({ page }) => {
    const ada = aCustomer(site)
    await setOut(page)
    site.provider.setCodeSeconds(1)
    site.interfere(async (answer) => {
      await wait(2_000)
      return answer
    })
    await approve(page, ada)
    await expect(page.getByText('This sign-in took too long. Start over.')).toBeVisible()
    expect(site.provider.tokenRequests).toMatchObject([{ error: 'invalid_grant' }])
    site.provider.setCodeSeconds(60)
  })

  test('an address that has an account here leads to the ways into that', async ({ page }) => {
    const member = await aMember({ verified: false })
    const customer = aCustomer(site, { email: member.email })
    await setOut(page)
    await approve(page, customer)
    await expectHeading(page, 'You already have an account')
    await page.getByRole('link', { name: 'Sign in instead' }).click()
    await enter(page, member)
    await expectSignedInAs(page, member)
  })
})

test.describe('linking an account behind Better Auth', () => {
  test('the account is listed, signs in from then on, and can be taken away', async ({ page }) => {
    const member = await aMember()
    const customer = aCustomer(site, { email: member.email })
    await comeIn(page, member)
    const accounts = page.getByRole('list', { name: 'Linked accounts' }).getByRole('listitem')
    await expect(accounts).toHaveText([/^Password/])
    await leaveToLink(page)
    await approve(page, customer)
    await expect(accounts).toHaveText([/^Password/, /^Acme/])
    expect(page.url()).toBe(site.address('better-auth'))
    await expect(page.getByRole('button', { name: 'Link Acme Works', exact: true })).toHaveCount(0)

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Continue with Acme' }).click()
    await expectSignedInAs(page, member)

    await page.getByRole('button', { name: 'Unlink Acme' }).click()
    await expect(page.getByText('Acme Works is no longer linked.')).toBeVisible()
    await expectHeading(page, 'Linked accounts')
    await expect(accounts).toHaveText([/^Password/])
  })

  test('who refuses their consent is led back to where they came from', async ({ page }) => {
    const member = await aMember()
    const customer = aCustomer(site, { email: member.email })
    await comeIn(page, member)
    await leaveToLink(page)
    await logIn(page, customer)
    await refuse(page)
    await expectHeading(page, "That didn't finish")
    await page.getByRole('button', { name: 'Use another method' }).click()
    await expectSignedInAs(page, member)
    await expect(page.getByRole('button', { name: 'Link Acme' })).toBeVisible()
  })

  test('who comes back without the provider’s answer is not told that it worked', async ({
    page,
  }) => {
    const member = await aMember()
    await comeIn(page, member)
    await leaveToLink(page)
    await page.goto(site.origin + CALLBACK)
    await expectHeading(page, 'Start over')
    await page.getByRole('button', { name: 'Start over' }).click()
    await expect(page.getByRole('button', { name: 'Link Acme' })).toBeVisible()
  })

  test('another address is refused, with a way on', async ({ page }) => {
    const member = await aMember()
    await comeIn(page, member)
    await leaveToLink(page)
    await approve(page, aCustomer(site))
    await expectHeading(page, 'Not allowed')
    await expect(page.getByText('That account has another email address')).toBeVisible()
    await page.getByRole('button', { name: 'Start over' }).click()
    await expect(page.getByRole('button', { name: 'Link Acme' })).toBeVisible()
  })
})
