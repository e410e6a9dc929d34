import { expect, test } from '@playwright/test'
import { aMember, aMemberWithTotp, aNewcomer, mailedLinks, newAddress } from './people.js'
import {
  alert,
  choose,
  codeField,
  emailField,
  enter,
  expectSignedIn,
  lockOut,
  locked,
  passwordField,
  screen,
  signInButton,
  signOut,
} from './screens.js'

test('UX-08: a wrong password gives one message, the same as an unknown address', async ({
  page,
}) => {
  const person = await aMember()
  await page.goto('/')
  await enter(page, { ...person, password: 'not this one' })
  await expect(alert(page)).toHaveText('Error: The email or password is incorrect.Reset password')
  await expect(passwordField(page)).toHaveValue('')
  await expect(passwordField(page)).toBeFocused()
  await expect(emailField(page)).toHaveValue(person.email)

  await enter(page, { email: newAddress(), password: 'not this one' })
  await expect(passwordField(page)).toHaveValue('')
  await expect(alert(page)).toHaveText('Error: The email or password is incorrect.Reset password')
})

test('UX-09, UX-10, UX-11: a lock counts down, survives a reload, and ends by itself', async ({
  page,
}) => {
  const person = await aMember()
  await page.goto('/')
  await lockOut(page, person)
  const left = async () =>
    Number(/in (\d+) seconds?\./.exec((await locked(page).textContent()) ?? '')?.[1])
  const first = await left()
  expect(first).toBeGreaterThan(0)
  await expect.poll(left).toBeLessThan(first)

  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/sign-in/')) asked.push(request.url())
  })
  await enter(page, person)
  await expect(locked(page)).toContainText('Try again in')
  expect(asked).toEqual([])

  await page.reload()
  await expect(locked(page)).toContainText('Too many failed attempts. Try again in')

  await expect(locked(page)).toContainText('You can try again now.', { timeout: 30_000 })
  await enter(page, person)
  await expectSignedIn(page, person)
})

test('UX-10, UX-31: an unverified person sends the mail again, once in a while', async ({
  page,
}) => {
  const person = await aNewcomer()
  await page.goto('/')
  await enter(page, person)
  await expect(screen(page).getByRole('heading', { name: 'Verify your email' })).toBeFocused()
  await expect(screen(page)).toContainText(person.email)
  expect(await mailedLinks(person)).toHaveLength(1)

  await screen(page).getByRole('button', { name: 'Send the email again' }).click()
  await expect(screen(page).getByRole('status')).toHaveText('We sent the email again.')
  expect(await mailedLinks(person)).toHaveLength(2)
  const waiting = screen(page).getByRole('button', { name: /^Send again in \d+ seconds?$/ })
  await expect(waiting).toHaveAttribute('aria-disabled', 'true')

  await page.reload()
  await enter(page, person)
  await waiting.click({ force: true })
  await expect(waiting).toBeVisible()
  expect(await mailedLinks(person)).toHaveLength(2)
})

test('a cookie session outlives a reload, until signing out', async ({ page }) => {
  const person = await aMember()
  await page.goto('/')
  await enter(page, person)
  await expectSignedIn(page, person)
  await page.reload()
  await expectSignedIn(page, person)
  await signOut(page)
  await page.reload()
  await expect(signInButton(page)).toBeVisible()
})

test('A11Y-35: signing in and out takes nothing but a keyboard', async ({ page }) => {
  const person = await aMemberWithTotp()
  await page.goto('/')
  await expect(emailField(page)).toBeVisible()
  await page.getByRole('combobox', { name: 'Theme' }).focus()
  await page.keyboard.press('Tab')
  await expect(emailField(page)).toBeFocused()
  await page.keyboard.type(person.email)
  await page.keyboard.press('Tab')
  await expect(passwordField(page)).toBeFocused()
  await page.keyboard.type(person.password)
  await page.keyboard.press('Enter')

  await expect(codeField(page)).toBeFocused()
  await page.keyboard.type(person.code())
  await expect(screen(page).getByRole('heading', { name: 'Mary Jackson' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(emailField(page)).toBeVisible()
})

test('UX-07, I18N-12, I18N-23: what was typed survives another language, direction and theme', async ({
  page,
}) => {
  await page.goto('/')
  await emailField(page).fill('mary@example.com')
  await passwordField(page).fill('half a passw')
  await choose(page, 'Language', 'Deutsch')
  await choose(page, 'Direction', 'Right to left')
  await choose(page, 'Theme', 'Dark')
  await expect(screen(page).getByRole('heading', { name: 'Anmelden' })).toBeVisible()
  await expect(screen(page).getByLabel('E-Mail-Adresse')).toHaveValue('mary@example.com')
  await expect(screen(page).getByLabel('Passwort', { exact: true })).toHaveValue('half a passw')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
})
