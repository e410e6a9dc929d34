import { expect, test, type Page } from '@playwright/test'
import { serveCaptchaSite, type CaptchaSite } from './captcha-site.js'

let site: CaptchaSite
test.beforeAll(async () => {
  site = await serveCaptchaSite()
})
test.afterAll(() => site.close())

/** All that goes against the page's policy. */
async function violationsOf(page: Page): Promise<string[]> {
  const violations: string[] = []
  await page.exposeFunction('note', (words: string) => violations.push(words))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { note } = window as unknown as { note: (words: string) => void }
      note(`${violatedDirective} ${blockedURI}`)
    })
  })
  page.on('pageerror', (error) => violations.push(error.message))
  return violations
}

const told = (page: Page) => page.getByRole('listitem')
const human = (page: Page) => page.getByRole('checkbox', { name: 'I am human' })

test('SEC-28, SEC-30: a vendor’s script comes through a strict policy with Trusted Types', async ({
  page,
}) => {
  const violations = await violationsOf(page)
  await page.goto(site.address({ captcha: 'turnstile' }))
  await human(page).check()
  await expect(told(page)).toHaveText(['token turnstile-token-1'])
  expect(violations).toEqual([])

  // The policy approves that script alone, and nobody else can make another of its name.
  const other = await page.evaluate(() => {
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy: (name: string, rules: object) => unknown }
    }
    try {
      return typeof trustedTypes.createPolicy('gatewright-captcha', {})
    } catch (error) {
      return String(error)
    }
  })
  expect(other).toContain('TypeError')
})

test('SEC-30: a page that does not admit the policy is told its name', async ({ page }) => {
  await page.goto(site.address({ captcha: 'turnstile', policy: { 'trusted-types': 'other' } }))
  await expect(told(page)).toHaveText([/does not let a policy named gatewright-captcha be made/])
})

test('SEC-30: a page without Trusted Types needs no policy', async ({ page }) => {
  const violations = await violationsOf(page)
  await page.goto(
    site.address({
      captcha: 'turnstile',
      policy: { 'require-trusted-types-for': '', 'trusted-types': '*' },
    }),
  )
  await human(page).check()
  await expect(told(page)).toHaveText(['token turnstile-token-1'])
  expect(violations).toEqual([])
})

test('SEC-30: a nonce lets the script in where nothing else does, and its lack is reported', async ({
  page,
}) => {
  const policy = { 'script-src': "'nonce-r4nd0m'" }
  await page.goto(site.address({ captcha: 'turnstile', nonce: 'r4nd0m', policy }))
  await expect(human(page)).toBeVisible()

  const scripts = `${site.address({ captcha: 'turnstile' }).split('?')[0]}page.js`
  await page.goto(site.address({ captcha: 'turnstile', policy: { 'script-src': scripts } }))
  await expect(told(page)).toHaveText([/turnstile\.js could not be loaded/])
})

test('SEC-30: elements and frames of the vendor’s name are not taken for its script', async ({
  page,
}) => {
  const violations = await violationsOf(page)
  const imposters = [
    // To a look at the types alone this form has all that is wanted: objects are callable, and `reset` is its own.
    '<form id="turnstile"><object name="render"></object></form>',
    '<iframe name="turnstile"></iframe>',
  ]
  for (const html of imposters) {
    await page.goto(site.address({ captcha: 'turnstile', html }))
    await human(page).check()
    await expect(told(page)).toHaveText(['token turnstile-token-1'])
  }
  expect(violations).toEqual([])
})

test('SEC-22, SEC-28: ALTCHA is solved under the strict policy, with the page’s own server alone', async ({
  page,
}) => {
  const violations = await violationsOf(page)
  const strangers: string[] = []
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (hostname !== '127.0.0.1' && protocol !== 'data:') strangers.push(request.url())
  })
  await page.goto(site.address({ captcha: 'altcha', policy: { 'trusted-types': "'none'" } }))
  await page.getByRole('checkbox', { name: 'I am a person' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('status')).toHaveText('Done')
  const words = await told(page).textContent()
  expect(await site.accepts(words?.replace('token ', '') ?? '')).toBe(true)
  expect(strangers).toEqual([])
  expect(violations).toEqual([])
})
