import { expect, test, type Browser, type Page } from '@playwright/test'
import { aMember } from './people.js'
import { alert, enter, expectSignedIn, openAccountPage, screen } from './screens.js'

/** A device without a keyboard, in a browser of its own, and the code it shows. */
async function aTelevision(browser: Browser): Promise<{ device: Page; code: string }> {
  const device = await browser.newPage()
  await device.goto('/device-sign-in')
  await screen(device).getByRole('button', { name: 'Sign in' }).click()
  const shown = screen(device).getByRole('status', { name: 'Code from your device' })
  const code = (await shown.textContent()) ?? ''
  expect(code).toMatch(/^[\dA-Z]{8}$/)
  return { device, code }
}

async function lookUp(page: Page, code: string): Promise<void> {
  await screen(page).getByLabel('Code from your device').fill(code)
  await screen(page).getByRole('button', { name: 'Continue' }).click()
}

test('REL-47: a television is signed in when its code is entered and approved elsewhere', async ({
  browser,
  page,
}) => {
  const person = await aMember()
  const { device, code } = await aTelevision(browser)
  await page.goto('/')
  await enter(page, person)
  await expectSignedIn(page, person)

  await openAccountPage(page, 'Connect a device')
  await lookUp(page, 'WRONGONE')
  await expect(alert(page)).toContainText('That code')
  // As people write it down.
  await lookUp(page, `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)
  await expect(screen(page)).toContainText('Approve only if it is in front of you.')
  await expect(screen(device).getByRole('status', { name: 'Code from your device' })).toBeVisible()
  await screen(page).getByRole('button', { name: 'Approve' }).click()
  await expect(screen(page)).toContainText('Your device is connected.')

  await expect(screen(device).getByRole('heading', { name: "You're signed in." })).toBeFocused()
  await openAccountPage(page, 'Sessions')
  await expect(screen(page).getByRole('listitem')).toHaveCount(2)
  await device.close()
})

test('a television whose code is turned down is told so, and may ask again', async ({
  browser,
  page,
}) => {
  const person = await aMember()
  const { device, code } = await aTelevision(browser)
  await page.goto('/')
  await enter(page, person)
  await expectSignedIn(page, person)
  await openAccountPage(page, 'Connect a device')
  await lookUp(page, code)
  await screen(page).getByRole('button', { name: 'Deny' }).click()
  await expect(screen(page)).toContainText('The request was denied.')

  await expect(screen(device)).toContainText('The request was denied.')
  await screen(device).getByRole('button', { name: 'Sign in' }).click()
  const shown = screen(device).getByRole('status', { name: 'Code from your device' })
  await expect(shown).toHaveText(/^[\dA-Z]{8}$/)
  await expect(shown).not.toHaveText(code)
  await device.close()
})
