import { expect, test, type Browser, type Page } from '@playwright/test'
import { aMember, type Person } from './people.js'
import { enter, expectSignedIn, openAccountPage, screen } from './screens.js'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Version/18.0 Mobile/15E148 Safari/604.1'

async function signedInOn(browser: Browser, person: Person, userAgent?: string): Promise<Page> {
  const page = await browser.newPage(userAgent === undefined ? {} : { userAgent })
  await page.goto('/')
  await enter(page, person)
  await expectSignedIn(page, person)
  return page
}

test('UX-33: a session that its owner ends on another device asks to sign in again, over the page it was on', async ({
  browser,
}) => {
  const person = await aMember()
  const phone = await signedInOn(browser, person, IPHONE)
  await openAccountPage(phone, 'Orders')
  await expect(screen(phone).getByRole('button', { name: 'Order tea' })).toBeVisible()

  const computer = await signedInOn(browser, person)
  await openAccountPage(computer, 'Sessions')
  const sessions = screen(computer).getByRole('listitem')
  await expect(sessions).toHaveCount(2)
  await expect(sessions.filter({ hasText: 'This device' })).toHaveCount(1)
  await screen(computer).getByRole('button', { name: 'Sign out Safari on iPhone' }).click()
  await expect(screen(computer)).toContainText('Safari on iPhone is signed out.')
  await expect(sessions).toHaveCount(1)

  await screen(phone).getByRole('button', { name: 'Order tea' }).click()
  const dialog = phone.getByRole('dialog')
  await expect(dialog).toContainText('Your session has ended. Sign in to continue')
  await expect(dialog.getByLabel('Email', { exact: true })).toHaveValue(person.email)
  await expect(phone).toHaveURL('/orders')
  await dialog.getByLabel('Password', { exact: true }).fill(person.password)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
  await screen(phone).getByRole('button', { name: 'Order tea' }).click()
  await expect(screen(phone)).toContainText('Ordered: Tea.')

  // The one who ended the other keeps their own.
  await computer.reload()
  await expect(sessions).toHaveCount(2)
  await phone.close()
  await computer.close()
})
