import { expect, test, type Locator } from '@playwright/test'
import { choose, emailField, screen } from './screens.js'

/** How bright an element's colour is on screen, from 0 to 255, whatever notation the browser names it in. */
function brightness(element: Locator, property: 'backgroundColor' | 'color'): Promise<number> {
  return element.evaluate((node, name) => {
    const context = document.createElement('canvas').getContext('2d', { alpha: true })
    if (!context) throw new Error('no canvas')
    context.fillStyle = getComputedStyle(node)[name]
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
    return alpha === 255 ? (red + green + blue) / 3 : Number.NaN
  }, property)
}

// The demo is built by Vite with its defaults, as an app would be: its minifier rewrites light-dark().
for (const [theme, isLight] of [
  ['Light', true],
  ['Dark', false],
] as const) {
  test(`A11Y-24: the colours of ${theme} survive an app's build`, async ({ page }) => {
    await page.goto('/')
    await choose(page, 'Theme', theme)
    await expect(emailField(page)).toBeVisible()
    const card = screen(page).locator('[data-gw="card"]')
    const background = await brightness(card, 'backgroundColor')
    const text = await brightness(card, 'color')
    expect(isLight ? background : text).toBeGreaterThan(230)
    expect(isLight ? text : background).toBeLessThan(60)
  })
}
