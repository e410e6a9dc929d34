import { expect, test } from '@playwright/test'
import { aNewcomer, mailedLinks, newAddress, PASSWORD } from './people.js'
import { emailField, enter, expectSignedIn, passwordField, screen, signOut } from './screens.js'

test('a newcomer signs up, verifies the address from the outbox, signs in and signs out', async ({
  page,
}) => {
  const person = { email: newAddress(), password: PASSWORD }
  await page.goto('/')
  await screen(page).getByRole('link', { name: 'Sign up' }).click()
  await screen(page).getByLabel('First name').fill('Mary')
  await screen(page).getByLabel('Last name').fill('Jackson')
  await emailField(page).fill(person.email)
  await passwordField(page).fill(person.password)
  await screen(page).getByRole('button', { name: 'Create account' }).click()
  await expect(screen(page).getByRole('heading', { name: 'Verify your email' })).toBeFocused()
  await expect(screen(page)).toContainText(`We sent a message to ${person.email}.`)

  await page.getByRole('link', { name: 'Outbox' }).click()
  const mail = screen(page).getByRole('listitem').filter({ hasText: person.email })
  await mail.getByRole('link', { name: 'Verify your e-mail address' }).click()
  await screen(page).getByRole('button', { name: 'Verify email' }).click()
  await expect(screen(page).getByRole('heading', { name: 'Your email is verified.' })).toBeFocused()

  await screen(page).getByRole('link', { name: 'Sign in' }).click()
  await enter(page, person)
  await expectSignedIn(page, person)
  await signOut(page)
  await page.reload()
  await expect(emailField(page)).toHaveValue('')
})

test('UX-28, SEC-11: opening a mailed link spends nothing and leaves no token in the address', async ({
  page,
}) => {
  const person = await aNewcomer()
  const [link = ''] = await mailedLinks(person)
  const token = new URL(link).searchParams.get('token') ?? ''
  const calls: { url: string; referrer: string }[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (!pathname.startsWith('/api/')) return
    calls.push({ url: request.url(), referrer: request.headers()['referer'] ?? '' })
  })

  await page.goto(link)
  const verify = screen(page).getByRole('button', { name: 'Verify email' })
  await expect(verify).toBeVisible()
  await expect(page).toHaveURL('/verify-email')
  expect(calls.filter(({ url }) => url.includes('verify-email'))).toEqual([])
  expect(calls.filter(({ referrer }) => referrer.includes(token))).toEqual([])

  await verify.click()
  await expect(screen(page)).toContainText('Your email is verified.')
  await page.goBack()
  expect(page.url()).not.toContain(token)
})

test('a link that no longer works says so and is not sent again', async ({ page }) => {
  await page.goto('/verify-email?token=long-gone')
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/auth/verify-email')) asked.push(request.url())
  })
  await screen(page).getByRole('button', { name: 'Verify email' }).click()
  await expect(
    screen(page).getByRole('heading', { name: 'This link no longer works' }),
  ).toBeFocused()
  expect(asked).toHaveLength(1)
})

test('UX-17: what is missing is named at its field, and stays typed', async ({ page }) => {
  await page.goto('/sign-up')
  await emailField(page).fill('mary')
  await screen(page).getByRole('button', { name: 'Create account' }).click()
  const summary = screen(page).getByRole('group', { name: "There's a problem" })
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: 'Enter your first name.' }).click()
  await expect(screen(page).getByLabel('First name')).toBeFocused()
  await expect(screen(page).getByLabel('First name')).toHaveAccessibleDescription(
    'Error: Enter your first name.',
  )
  await expect(emailField(page)).toHaveAccessibleDescription(
    'Error: Enter an email address in the format name@example.com.',
  )
  await expect(emailField(page)).toHaveValue('mary')
})

test('a password that the server refuses is marked at its field', async ({ page }) => {
  await page.goto('/sign-up')
  await screen(page).getByLabel('First name').fill('Mary')
  await screen(page).getByLabel('Last name').fill('Jackson')
  await emailField(page).fill(newAddress())
  const password = 'long '.repeat(30)
  await passwordField(page).fill(password)
  const answered = page.waitForResponse('**/api/auth/sign-up/email')
  await screen(page).getByRole('button', { name: 'Create account' }).click()
  expect((await answered).status()).toBe(400)
  await expect(passwordField(page)).toHaveAccessibleDescription(/Use a shorter password/)
  await expect(passwordField(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(passwordField(page)).toHaveValue(password)
})
