import { expect, test, type Page } from '@playwright/test'
import { aMember, type Person } from './people.js'
import { enter, expectSignedIn, openAccountPage, screen } from './screens.js'

/** Signs in and lets the server take the sign-in for an hour old. */
async function signInLongAgo(page: Page, person: Person): Promise<void> {
  await page.goto('/')
  await enter(page, person)
  await expectSignedIn(page, person)
  await openAccountPage(page, 'Orders')
  await screen(page).getByRole('button', { name: 'Make my sign-in old' }).click()
  await expect(screen(page)).toContainText('Your sign-in is an hour old now.')
}

const dialog = (page: Page) => page.getByRole('dialog', { name: "Confirm it's you" })
const orders = (page: Page) => screen(page).getByRole('list', { name: 'Your orders' })

test('SEC-41: an order that a stale session may not place is placed once, when its user has confirmed', async ({
  page,
}) => {
  const person = await aMember()
  await signInLongAgo(page, person)
  const answers: number[] = []
  page.on('response', (response) => {
    const request = response.request()
    if (request.method() === 'POST' && request.url().endsWith('/api/orders')) {
      answers.push(response.status())
    }
  })
  await screen(page).getByRole('button', { name: 'Order tea' }).click()
  await expect(dialog(page)).toBeVisible()
  await dialog(page).getByLabel('Password', { exact: true }).fill('not this one')
  await dialog(page).getByRole('button', { name: 'Confirm' }).click()
  await expect(dialog(page).getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    /incorrect/,
  )
  expect(answers).toEqual([403])

  await dialog(page).getByLabel('Password', { exact: true }).fill(person.password)
  await dialog(page).getByRole('button', { name: 'Confirm' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(screen(page)).toContainText('Ordered: Tea.')
  await expect(orders(page).getByRole('listitem')).toHaveText(['Tea'])
  expect(answers).toEqual([403, 201])

  // The session that confirmed is fresh again.
  await screen(page).getByRole('button', { name: 'Order coffee' }).click()
  await expect(orders(page).getByRole('listitem')).toHaveText(['Tea', 'Coffee'])
  expect(answers).toEqual([403, 201, 201])
})

test('SEC-41: an order is dropped when its user does not confirm', async ({ page }) => {
  const person = await aMember()
  await signInLongAgo(page, person)
  await screen(page).getByRole('button', { name: 'Order tea' }).click()
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(screen(page)).toContainText('Not ordered: you did not confirm.')
  await page.reload()
  await expect(screen(page).getByRole('button', { name: 'Order tea' })).toBeVisible()
  await expect(orders(page)).toBeHidden()
})
