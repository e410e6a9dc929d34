import { expect, test, type Page } from '@playwright/test'
import { ADA, servePlainForms, type PlainFormSite } from './plain-form-site.js'

const NEW_PASSWORD = 'a brand new password'

/** Each form with what is typed, by label, and what its server is to get, by name. */
const FORMS = {
  '/sign-in': {
    typed: { Email: ADA.email, Password: ADA.password },
    button: 'Sign in',
    fields: ADA,
  },
  '/sign-up': {
    typed: { 'First name': 'Ada', 'Last name': 'King', Email: ADA.email, Password: ADA.password },
    button: 'Create account',
    fields: { firstName: 'Ada', lastName: 'King', ...ADA },
  },
  '/forgot-password': {
    typed: { Email: ADA.email },
    button: 'Send reset link',
    fields: { email: ADA.email },
  },
  '/email-sign-in': {
    typed: { Email: ADA.email },
    button: 'Email me a sign-in link',
    fields: { email: ADA.email },
  },
  '/change-password': {
    typed: { 'Current password': ADA.password, 'New password': NEW_PASSWORD },
    button: 'Change password',
    fields: { username: ADA.email, currentPassword: ADA.password, newPassword: NEW_PASSWORD },
  },
  '/reset-password': {
    typed: { 'New password': NEW_PASSWORD },
    button: 'Set new password',
    fields: { username: ADA.email, token: 't0k3n', newPassword: NEW_PASSWORD },
  },
}

let site: PlainFormSite
test.beforeEach(async () => {
  site = await servePlainForms()
})
test.afterEach(() => site.close())

async function fillIn(page: Page, path: keyof typeof FORMS): Promise<void> {
  for (const [label, text] of Object.entries(FORMS[path].typed)) {
    await page.getByLabel(label, { exact: true }).fill(text)
  }
}

const press = (page: Page, path: keyof typeof FORMS) =>
  page.getByRole('button', { name: FORMS[path].button, exact: true }).click()

/** Every address the browser has asked for, with what it said it came from. */
function addressesOf(page: Page): string[] {
  const addresses: string[] = []
  page.on('request', (request) => {
    addresses.push(request.url(), request.headers()['referer'] ?? '')
  })
  return addresses
}

test.describe('before the script runs', () => {
  test.use({ javaScriptEnabled: false })

  test('UX-36: every form is posted to the app’s own address, with all its fields', async ({
    page,
  }) => {
    const addresses = addressesOf(page)
    for (const path of Object.keys(FORMS) as (keyof typeof FORMS)[]) {
      await page.goto(`${site.origin}${path}?action=/posted`)
      await fillIn(page, path)
      await press(page, path)
      await page.waitForURL('**/posted')
      expect(site.posted.at(-1)).toEqual({
        method: 'POST',
        address: '/posted',
        type: 'application/x-www-form-urlencoded',
        fields: FORMS[path].fields,
      })
    }
    expect(site.posted).toHaveLength(Object.keys(FORMS).length)
    expect(addresses.join()).not.toMatch(/horse|brand|ada%40|t0k3n/)
  })

  test('UX-36, SEC-16: no password gets into an address where the app names none either', async ({
    page,
  }) => {
    const addresses = addressesOf(page)
    for (const path of Object.keys(FORMS) as (keyof typeof FORMS)[]) {
      await page.goto(`${site.origin}${path}`)
      await fillIn(page, path)
      // As impatient people do: by the key and not by the button.
      const arrived = page.waitForResponse((response) => response.request().method() === 'POST')
      await page.locator('form input:visible').last().press('Enter')
      await arrived
      expect(site.posted.at(-1)).toMatchObject({ method: 'POST', address: path })
    }
    expect(addresses.join()).not.toMatch(/horse|brand|ada%40/)
  })
})

test('UX-36, UX-07: what was typed before the script came stays, and is sent by it', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`${site.origin}/sign-in?action=/posted`, { waitUntil: 'commit' })
  await fillIn(page, '/sign-in')
  expect(asked.some((path) => path.startsWith('/api/'))).toBe(false)
  site.sendScript()
  // Alive once the button to show the password does.
  await expect(async () => {
    await page.getByRole('button', { name: 'Show password' }).click({ timeout: 1_000 })
    await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text', {
      timeout: 1_000,
    })
  }).toPass()
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(ADA.email)
  await press(page, '/sign-in')
  await expect(page.getByText('You are in.')).toBeVisible()
  expect(asked).not.toContain('/posted')
  expect(site.posted).toEqual([])
})
