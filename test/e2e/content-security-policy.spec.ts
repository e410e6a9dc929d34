import { expect, test, type Page } from '@playwright/test'
import { aMember, aMemberWithTotp, newAddress, PASSWORD } from './people.js'
import {
  choose,
  codeField,
  emailField,
  enter,
  expectSignedIn,
  lockOut,
  passwordField,
  screen,
  signOut,
} from './screens.js'

/** Violations of the policy and errors on the console, except the browser's own note of a refused sign-in. */
async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = []
  await page.exposeFunction('complain', (words: string) => complaints.push(words))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { complain } = window as unknown as { complain: (words: string) => void }
      complain(`${violatedDirective} ${blockedURI}`)
    })
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const refused = message.text().startsWith('Failed to load resource: the server responded with')
    if (refused && message.location().url.includes('/api/auth/')) return
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}

test('SEC-28: signing up and in, a lock and a second factor run under the strict policy with no report', async ({
  page,
}) => {
  const complaints = await complaintsOf(page)
  const response = await page.goto('/')
  const policy = await response?.headerValue('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("style-src 'self'")
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(policy).not.toContain('unsafe')

  const person = await aMemberWithTotp()
  await enter(page, { ...person, password: 'not this one' })
  await expect(passwordField(page)).toHaveValue('')
  await passwordField(page).fill(person.password)
  await screen(page).getByRole('button', { name: 'Show password' }).click()
  await page.keyboard.press('Enter')
  await enter(page, person)
  await codeField(page).fill(person.code())
  await expectSignedIn(page, person)
  await signOut(page)

  await lockOut(page, await aMember())
  await choose(page, 'Theme', 'Dark')
  await choose(page, 'Language', 'Deutsch')
  await expect(screen(page).getByRole('heading', { name: 'Anmelden' })).toBeVisible()
  await choose(page, 'Language', 'English')

  await screen(page).getByRole('link', { name: 'Sign up' }).click()
  await screen(page).getByLabel('First name').fill('Mary')
  await screen(page).getByLabel('Last name').fill('Jackson')
  await emailField(page).fill(newAddress())
  await passwordField(page).fill(PASSWORD)
  await screen(page).getByRole('button', { name: 'Create account' }).click()
  await screen(page).getByRole('button', { name: 'Send the email again' }).click()
  await expect(screen(page).getByRole('status')).toHaveText('We sent the email again.')
  expect(complaints).toEqual([])

  // That nothing was reported means something only where something would have been.
  await page.evaluate(() => document.body.append(document.createElement('style')))
  await page.evaluate(() => document.querySelector('body > style')?.append('body {}'))
  await expect.poll(() => complaints).not.toEqual([])
})
