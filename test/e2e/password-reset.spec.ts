import { expect, test } from '@playwright/test'
import { aMember, mailedLinks, newAddress } from './people.js'
import { alert, emailField, enter, expectSignedIn, screen } from './screens.js'

const NEW_PASSWORD = 'a longer horse than before'

test('UX-28, SEC-11: a forgotten password is set anew with the link in the outbox, and ends other sessions', async ({
  page,
  browser,
}) => {
  const person = await aMember()
  const elsewhere = await browser.newPage()
  await elsewhere.goto('/')
  await enter(elsewhere, person)
  await expectSignedIn(elsewhere, person)

  await page.goto('/')
  await screen(page).getByRole('link', { name: 'Forgot your password?' }).click()
  await emailField(page).fill(person.email)
  await screen(page).getByRole('button', { name: 'Send reset link' }).click()
  await expect(screen(page).getByRole('heading', { name: 'Check your email' })).toBeFocused()
  await expect(screen(page)).toContainText(person.email)

  await page.getByRole('link', { name: 'Outbox' }).click()
  const mail = screen(page).getByRole('listitem').filter({ hasText: person.email })
  await mail.getByRole('link', { name: 'Set a new password' }).click()
  await expect(page).toHaveURL('/reset-password')
  await screen(page).getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
  await screen(page).getByRole('button', { name: 'Set new password' }).click()
  await expect(screen(page)).toContainText('Your password has been changed.')

  await elsewhere.reload()
  await expect(emailField(elsewhere)).toBeVisible()
  await elsewhere.close()

  await screen(page).getByRole('link', { name: 'Sign in' }).click()
  await enter(page, person)
  await expect(alert(page)).toContainText('The email or password is incorrect.')
  await enter(page, { ...person, password: NEW_PASSWORD })
  await expectSignedIn(page, person)

  const [used = ''] = await mailedLinks(person)
  await page.goto(used)
  await screen(page).getByLabel('New password', { exact: true }).fill('yet another horse')
  await screen(page).getByRole('button', { name: 'Set new password' }).click()
  await expect(
    screen(page).getByRole('heading', { name: 'This link no longer works' }),
  ).toBeFocused()
})

test('SEC-38: an address that nobody has looks the same, and is sent nothing', async ({ page }) => {
  const person = await aMember()
  const ask = async (email: string) => {
    await page.goto('/forgot-password')
    await emailField(page).fill(email)
    await screen(page).getByRole('button', { name: 'Send reset link' }).click()
    await expect(screen(page).getByRole('heading', { name: 'Check your email' })).toBeFocused()
    return (await screen(page).textContent())?.replaceAll(email, '<address>')
  }
  const nobody = { email: newAddress(), password: '' }
  expect(await ask(nobody.email)).toBe(await ask(person.email))
  expect(await mailedLinks(nobody)).toEqual([])
})
