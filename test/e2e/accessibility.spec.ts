import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { aMember, PASSWORD } from './people.js'
import { alert, choose, codeField, emailField, enter, locked, screen } from './screens.js'

/** Screens by how they are reached; stand-ins, whose locks last. */
const SCREENS = {
  'sign-in': async (page) => {
    await expect(emailField(page)).toBeVisible()
  },
  'a refused sign-in': async (page) => {
    await enter(page, { email: 'nobody@example.com', password: 'not this one' })
    await expect(alert(page)).toContainText('incorrect')
  },
  'a lock': async (page) => {
    await choose(page, 'Backend', 'IntelliAuth')
    await enter(page, { email: 'locked@example.com', password: PASSWORD })
    await expect(locked(page)).toContainText('Too many failed attempts.')
  },
  'a second factor': async (page) => {
    await choose(page, 'Backend', 'AuthOS')
    await enter(page, { email: 'totp@example.com', password: PASSWORD })
    await expect(codeField(page)).toBeVisible()
  },
  'an unverified address': async (page) => {
    await choose(page, 'Backend', 'AuthOS')
    await enter(page, { email: 'unverified@example.com', password: PASSWORD })
    await expect(screen(page).getByRole('heading', { name: 'Verify your email' })).toBeVisible()
  },
  'sign-up': async (page) => {
    await screen(page).getByRole('link', { name: 'Sign up' }).click()
    await screen(page).getByRole('button', { name: 'Create account' }).click()
    await expect(screen(page).getByRole('group', { name: "There's a problem" })).toBeFocused()
  },
  'the menu of other ways': async (page) => {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await expect(page.getByRole('link', { name: 'Sign in by e-mail' })).toBeVisible()
  },
  'the states': async (page) => {
    await page.getByRole('link', { name: 'States' }).click()
    await expect(screen(page).getByRole('listitem').first()).toBeVisible()
  },
  'an account': async (page) => {
    await enter(page, await aMember())
    await expect(screen(page).getByRole('link', { name: 'Passkeys' })).toBeVisible()
  },
  'the orders': async (page) => {
    await enter(page, await aMember())
    await screen(page).getByRole('link', { name: 'Orders' }).click()
    await screen(page).getByRole('button', { name: 'Order tea' }).click()
    await expect(screen(page).getByRole('list', { name: 'Your orders' })).toBeVisible()
  },
  'a device': async (page) => {
    await page.goto('/device-sign-in')
    await screen(page).getByRole('button', { name: 'Sign in' }).click()
    await expect(screen(page).getByRole('button', { name: 'Cancel' })).toBeVisible()
  },
  'the outbox': async (page) => {
    await page.getByRole('link', { name: 'Outbox' }).click()
    await expect(screen(page).getByRole('list', { name: 'Mails' })).toBeVisible()
  },
} satisfies Record<string, (page: Page) => Promise<void>>

// Colours in mid-transition would be measured as they never stand.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const [name, reach] of Object.entries(SCREENS)) {
  test(`A11Y-01, A11Y-24: axe finds nothing wrong with ${name}, wide or narrow, light or dark`, async ({
    page,
  }) => {
    await page.goto('/')
    await reach(page)
    for (const width of [320, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        // No frames here, so no second page to sum up in.
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
        const found = violations.map(({ id, nodes }) => ({
          id,
          at: nodes.map((node) => node.html),
        }))
        expect(found, `${width} px, ${colorScheme}`).toEqual([])
      }
    }
  })

  test(`A11Y-21: at 320 px ${name} scrolls one way only, in either direction`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 })
    await page.goto('/')
    await reach(page)
    for (const [language, direction] of [
      ['English', 'Left to right'],
      ['Deutsch', 'Right to left'],
    ] as const) {
      await choose(page, 'Language', language)
      await choose(page, 'Direction', direction)
      await expect(page.locator('html')).toHaveAttribute(
        'dir',
        direction === 'Left to right' ? 'ltr' : 'rtl',
      )
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    }
  })
}
