import { expect, test } from '@playwright/test'
import type { DemoServer } from '../../examples/embedded/server/start-demo-server.js'
import { anotherDemo } from './another-demo.js'
import { alert, choose, enter, screen } from './screens.js'

// What a stand-in is told to answer would be met by whoever asks it next.
let demo: DemoServer
test.beforeAll(async () => {
  demo = await anotherDemo({})
})
test.afterAll(() => demo.close())

const anybody = { email: 'anybody@example.com', password: 'any password' }

test('a visitor picks a state from the list, is led to it and has met it', async ({ page }) => {
  await page.goto(`${demo.origin}/states`)
  await choose(page, 'Backend', 'EdgeBase')
  const states = screen(page).getByRole('listitem')
  await expect(states).toHaveCount(36)
  const policy = states.filter({ hasText: 'blocked_by_policy' })
  await expect(policy).toContainText("403 Auth hook 'beforeSignIn' rejected the operation.")
  await policy.getByRole('button', { name: 'Meet it' }).click()

  await expect(page).toHaveURL(`${demo.origin}/`)
  await expect(screen(page).getByRole('status').first()).toContainText('To meet blocked_by_policy')
  await enter(page, anybody)
  await expect(screen(page).locator('[data-kind="blocked_by_policy"]').first()).toBeVisible()
  await expect(screen(page).getByRole('status').first()).toHaveText(
    'You have met blocked_by_policy.',
  )

  // It was armed for one answer.
  await page.goto(demo.origin)
  await enter(page, anybody)
  await expect(alert(page)).toContainText('The email or password is incorrect.')
})

test('a state that the backend does not lead to names one that does', async ({ page }) => {
  await page.goto(`${demo.origin}/states`)
  const state = screen(page).getByRole('listitem').filter({ hasText: 'selection_required' })
  await state.getByRole('button', { name: 'Acme' }).click()
  await expect(page.getByRole('combobox', { name: 'Backend' })).toHaveValue('acme')
  await state.getByRole('button', { name: 'Meet it' }).click()
  await enter(page, anybody)
  await expect(screen(page).getByRole('heading', { name: 'Choose how to continue' })).toBeVisible()
})

test('a server that is out of reach is what the browser says it is', async ({ page }) => {
  await page.goto(`${demo.origin}/states`)
  await choose(page, 'Backend', 'AuthOS')
  const state = screen(page).getByRole('listitem').filter({ hasText: 'network_error' })
  await state.getByRole('button', { name: 'Meet it' }).click()
  const failed = page.waitForEvent('requestfailed')
  await enter(page, anybody)
  expect((await failed).url()).toContain('/fake/authos/')
  await expect(alert(page)).toContainText('Connection issue.')
})
