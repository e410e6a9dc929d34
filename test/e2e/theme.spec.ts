import { expect, test } from '@playwright/test'
import { choose, emailField, screen } from './screens.js'

// The demo is built by Vite with its defaults, as an app would be: its minifier rewrites light-dark().
for (const [theme, lightness] of [
  ['Light', 'light'],
  ['Dark', 'dark'],
] as const) {
  test(`A11Y-24: the ${lightness} colours survive an app's build`, async ({ page }) => {
    await page.goto('/')
    await choose(page, 'Theme', theme)
    await expect(emailField(page)).toBeVisible()
    const card = screen(page).locator('[data-gw="card"]')
    const [background, text] = await card.evaluate((element) => {
      const { backgroundColor, color } = getComputedStyle(element)
      return [backgroundColor, color]
    })
    expect(background).toMatch(lightness === 'light' ? /^oklch\(1 / : /^oklch\(0\.2/)
    expect(text).toMatch(lightness === 'light' ? /^oklch\(0\.2/ : /^oklch\(0\.9/)
  })
}
