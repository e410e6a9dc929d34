import { expect, test } from '@playwright/test'
import { aMember, mailedLinks } from './people.js'
import { codeField, emailField, expectSignedIn, screen, signOut } from './screens.js'

test('a link from the outbox signs in, once', async ({ page }) => {
  const person = await aMember()
  await page.goto('/')
  await emailField(page).fill(person.email)
  await screen(page).getByRole('button', { name: 'Email me a sign-in link' }).click()
  await expect(emailField(page)).toHaveValue(person.email)
  await screen(page).getByRole('button', { name: 'Email me a sign-in link' }).click()
  await expect(screen(page).getByRole('heading', { name: 'Check your email' })).toBeFocused()

  await page.getByRole('link', { name: 'Outbox' }).click()
  const mail = screen(page).getByRole('listitem').filter({ hasText: person.email })
  await mail.getByRole('link', { name: 'Your sign-in link' }).click()
  await expectSignedIn(page, person)
  await expect(page).toHaveURL('/email-sign-in')
  await signOut(page)

  const [used = ''] = await mailedLinks(person)
  await page.goto(used)
  await expect(
    screen(page).getByRole('heading', { name: 'This link no longer works' }),
  ).toBeVisible()
  await expect(page).toHaveURL('/email-sign-in')
})

test('a code from the outbox signs in', async ({ page }) => {
  const person = await aMember()
  await page.goto('/email-sign-in')
  await screen(page).getByRole('button', { name: 'Email me a code' }).click()
  await emailField(page).fill(person.email)
  await screen(page).getByRole('button', { name: 'Send code' }).click()
  await expect(codeField(page)).toBeFocused()

  const outbox = await page.context().newPage()
  await outbox.goto('/outbox')
  const mail = screen(outbox).getByRole('listitem').filter({ hasText: person.email }).first()
  const [code = ''] = /\d{6}/.exec((await mail.textContent()) ?? '') ?? []
  await outbox.close()
  await codeField(page).fill(code)
  await expectSignedIn(page, person)
})

test('a guest comes in without an account', async ({ page }) => {
  await page.goto('/')
  await screen(page).getByRole('button', { name: 'Continue as a guest' }).click()
  await expect(screen(page).getByRole('heading', { name: 'Anonymous' })).toBeFocused()
  await page.reload()
  await signOut(page)
})
