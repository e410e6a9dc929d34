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
import { serveOAuthSite, type OAuthSite } from './oauth-site.js'

let site: OAuthSite
test.beforeAll(async () => {
  site = await serveOAuthSite()
})
test.afterAll(() => site.close())

/** Opens the app, whose page is the OAuth client, and goes to the provider. */
async function setOut(page: Page): Promise<void> {
  site.provider.tokenRequests.length = 0
  await page.goto(site.address('intelliauth'))
  await leaveForProvider(page)
}

const grants = () => site.provider.tokenRequests.map(({ status, error }) => error ?? status)

async function expectRestart(page: Page, sentence: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Start over' })).toBeFocused()
  await expect(page.getByText(sentence)).toBeVisible()
  expect(page.url()).toBe(`${site.origin}/callback`)
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByRole('button', { name: 'Continue with Acme' })).toBeVisible()
}

const FORGED = 'Sign-in security check failed. Start from the home page.'

test('SEC-07, REL-34: a code is exchanged once, with its verifier, under StrictMode', async ({
  page,
}) => {
  const ada = aCustomer(site)
  await setOut(page)
  const asked = new URL(page.url())
  expect(asked.origin).toBe(site.provider.issuer)
  await approve(page, ada)
  await expectSignedInAs(page, ada)
  expect(site.provider.tokenRequests).toEqual([
    {
      grant: 'authorization_code',
      verifier: expect.stringMatching(/^[\w-]{43}$/),
      status: 200,
      error: undefined,
    },
  ])
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)

  // The token is the provider's own, and opens what is behind it.
  await page.getByRole('button', { name: 'Who am I?' }).click()
  await expect(page.getByText(`"email":"${ada.email}"`)).toBeVisible()
})

test('SEC-11: the code is out of the address before anything is drawn, and out of the history', async ({
  page,
}) => {
  const seen: string[] = []
  await page.exposeFunction('note', (address: string) => seen.push(address))
  await page.addInitScript(() => {
    const { note } = window as unknown as { note: (address: string) => void }
    new MutationObserver(() => {
      if (document.querySelector('main')?.childElementCount) note(location.href)
    }).observe(document, { childList: true, subtree: true })
  })
  const referrers: (string | undefined)[] = []
  page.on('request', (request) => {
    if (/token|account-endpoints/.test(request.url())) referrers.push(request.headers()['referer'])
  })
  const ada = aCustomer(site)
  await setOut(page)
  await approve(page, ada)
  await expectSignedInAs(page, ada)

  expect(seen.filter((address) => address.startsWith(`${site.origin}/callback`))).not.toEqual([])
  const entries = await page.evaluate(() => {
    const { navigation } = window as unknown as { navigation: { entries: () => { url: string }[] } }
    return navigation.entries().map(({ url }) => url)
  })
  await page.goBack()
  await page.goForward()
  expect(referrers.length).toBeGreaterThan(1)
  expect([...seen, ...entries, ...referrers, page.url()].join(' ')).not.toMatch(/code=|state=/)
})

test('two tabs are on their way at once, and both arrive', async ({ context, page }) => {
  const [ada, bob] = [aCustomer(site), aCustomer(site)]
  const other = await context.newPage()
  await setOut(page)
  await other.goto(site.address('intelliauth'))
  await leaveForProvider(other)
  await approve(other, bob)
  await expectSignedInAs(other, bob)
  await context.clearCookies()
  await page.goBack()
  await leaveForProvider(page)
  await approve(page, ada)
  await expectSignedInAs(page, ada)
})

test.describe('who is refused, or refuses', () => {
  for (const [moment, proceed] of [
    ['before they log in', async () => undefined],
    ['when they are asked for their consent', logIn],
  ] as const) {
    test(`UX-16: gets on when they say no ${moment}`, async ({ page }) => {
      const ada = aCustomer(site)
      await setOut(page)
      await proceed(page, ada)
      await refuse(page)
      await expect(page.getByRole('heading', { name: "That didn't finish" })).toBeFocused()
      await expect(page.getByText('Acme Works sent you back without an approval.')).toBeVisible()
      expect(page.url()).toBe(`${site.origin}/callback`)
      expect(grants()).toEqual([])

      await page.getByRole('button', { name: 'Try again' }).click()
      if (moment.startsWith('before')) await logIn(page, ada)
      await allow(page)
      await expectSignedInAs(page, ada)
    })
  }
})

test.describe('SEC-08, SEC-09: an answer that is not the one to the question', () => {
  const FORGERIES: Record<string, (answer: URL) => void> = {
    'another state': ({ searchParams }) => searchParams.set('state', 'A'.repeat(43)),
    'no state': ({ searchParams }) => searchParams.delete('state'),
    'two states': ({ searchParams }) => searchParams.append('state', 'A'.repeat(43)),
    'two codes': ({ searchParams }) => searchParams.append('code', 'another'),
    'another issuer': ({ searchParams }) => searchParams.set('iss', 'https://evil.example'),
    'no issuer': ({ searchParams }) => searchParams.delete('iss'),
  }
  for (const [what, forge] of Object.entries(FORGERIES)) {
    test(`is not exchanged: ${what}`, async ({ page }) => {
      const ada = aCustomer(site)
      await setOut(page)
      site.interfere((answer) => {
        forge(answer)
        return answer
      })
      await approve(page, ada)
      await expectRestart(page, FORGED)
      expect(grants()).toEqual([])
    })
  }

  test('is not exchanged twice, nor in a tab that did not ask', async ({ context, page }) => {
    const ada = aCustomer(site)
    let answered = ''
    await setOut(page)
    site.interfere((answer) => {
      answered = answer.href
      return answer
    })
    await approve(page, ada)
    await expectSignedInAs(page, ada)

    await page.goto(answered)
    await expectRestart(page, FORGED)
    const other = await context.newPage()
    await other.goto(answered)
    await expectRestart(other, FORGED)
    expect(grants()).toEqual([200])
  })

  test('is refused by the provider where it holds somebody else’s code', async ({
    browser,
    page,
  }) => {
    const [mallory, ada] = [aCustomer(site), aCustomer(site)]
    let stolen = ''
    const elsewhere = await browser.newContext()
    const attacker = await elsewhere.newPage()
    await setOut(attacker)
    site.interfere(({ origin, searchParams }) => {
      stolen = searchParams.get('code') ?? ''
      return new URL(origin)
    })
    await approve(attacker, mallory)
    await expect(attacker.getByRole('button', { name: 'Continue with Acme' })).toBeVisible()
    await elsewhere.close()

    await setOut(page)
    site.interfere((answer) => {
      answer.searchParams.set('code', stolen)
      return answer
    })
    await approve(page, ada)
    await expectRestart(page, 'This sign-in took too long. Start over.')
    expect(grants()).toEqual(['invalid_grant'])
  })
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
  await expectRestart(page, 'This sign-in took too long. Start over.')
  expect(grants()).toEqual(['invalid_grant'])

  site.provider.setCodeSeconds(60)
  await page.getByRole('button', { name: 'Continue with Acme' }).click()
  await expectSignedInAs(page, ada)
})

test('SEC-07: the provider refuses a verifier that is not the challenge’s', async ({ page }) => {
  await page.addInitScript(() => {
    if (location.pathname !== '/callback') return
    const [attempt] = JSON.parse(sessionStorage.getItem('gatewright:oauth') ?? '[]') as object[]
    const changed = [{ ...attempt, verifier: 'A'.repeat(43) }]
    sessionStorage.setItem('gatewright:oauth', JSON.stringify(changed))
  })
  const ada = aCustomer(site)
  await setOut(page)
  await approve(page, ada)
  await expectRestart(page, 'This sign-in took too long. Start over.')
  expect(site.provider.tokenRequests).toMatchObject([
    { verifier: 'A'.repeat(43), error: 'invalid_grant' },
  ])
})

test('a code that could not be exchanged is not sent again, but the journey can be', async ({
  page,
}) => {
  await page.route('**/oauth2/token', (route) => route.abort())
  const ada = aCustomer(site)
  await setOut(page)
  await approve(page, ada)
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  expect(grants()).toEqual([])
  await page.unroute('**/oauth2/token')
  await again.click()
  await expectSignedInAs(page, ada)
  expect(grants()).toEqual([200])
})
