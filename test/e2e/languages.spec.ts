import { readdirSync } from 'node:fs'
import { expect, test, type Locator, type Page } from '@playwright/test'
import arabic from '../../locales/ar.json' with { type: 'json' }
import german from '../../locales/de.json' with { type: 'json' }
import persian from '../../locales/fa.json' with { type: 'json' }
import hebrew from '../../locales/he.json' with { type: 'json' }
import urdu from '../../locales/ur.json' with { type: 'json' }
import { aMember } from './people.js'
import { choose, emailField, lockOut, locked, passwordField, screen } from './screens.js'

const RIGHT_TO_LEFT = [
  ['العربية', arabic],
  ['עברית', hebrew],
  ['فارسی', persian],
  ['اردو', urdu],
] as const

const TAGS = readdirSync('locales').flatMap((file) => file.match(/^(.+)\.json$/)?.[1] ?? [])

/** Vite names a script after its source. Passkeys are fetched as well, whenever they are. */
const isLanguage = (url: string) =>
  TAGS.some((tag) => new URL(url).pathname.startsWith(`/assets/${tag}-`))

/** Where the first letter of a field's text stands: how far from each edge of the field, in pixels. */
function edgesOf(field: Locator): Promise<{ left: number; right: number }> {
  return field.evaluate((input: HTMLInputElement) => {
    const { direction, textAlign, paddingLeft, paddingRight } = getComputedStyle(input)
    const isAtRight = (direction === 'ltr') === (textAlign === 'end' || textAlign === 'right')
    const width = input.clientWidth
    return isAtRight
      ? { left: width, right: Number.parseFloat(paddingRight) }
      : { left: Number.parseFloat(paddingLeft), right: width }
  })
}

async function chooseAndSee(page: Page, name: string, heading: string): Promise<void> {
  await choose(page, 'Language', name)
  await expect(screen(page).getByRole('heading', { name: heading, exact: true })).toBeVisible()
}

test.describe('a language', () => {
  test('I18N-15, I18N-16: is fetched with one request, when it is wanted, and once', async ({
    page,
  }) => {
    await page.goto('/')
    await expect(emailField(page)).toBeVisible()
    await page.waitForLoadState('networkidle')
    const scripts: string[] = []
    page.on('request', (request) => isLanguage(request.url()) && scripts.push(request.url()))
    await chooseAndSee(page, 'Deutsch', german.titles.signIn)
    expect(scripts).toHaveLength(1)
    await chooseAndSee(page, 'English', 'Sign in')
    await chooseAndSee(page, 'Deutsch', german.titles.signIn)
    expect(scripts).toHaveLength(1)
  })

  test('I18N-15: that cannot be fetched leaves the form in English, and comes when it can', async ({
    page,
  }) => {
    await page.goto('/')
    await emailField(page).fill('mary@example.com')
    await page.waitForLoadState('networkidle')
    await page.route('**/*.js', (route) => route.abort())
    const failed = page.waitForEvent('requestfailed')
    await choose(page, 'Language', 'Deutsch')
    await failed
    await expect(emailField(page)).toHaveValue('mary@example.com')
    await expect(screen(page)).not.toContainText(/\b(labels|actions|titles)\./)

    await page.unroute('**/*.js')
    await choose(page, 'Language', 'Français')
    await expect(screen(page).getByLabel('Adresse e-mail')).toHaveValue('mary@example.com')
  })

  test('I18N-23: changed under a lock keeps the countdown and the address', async ({ page }) => {
    const person = await aMember()
    await page.goto('/')
    await lockOut(page, person)
    await choose(page, 'Language', 'Deutsch')
    await expect(locked(page)).toContainText('Zu viele Fehlversuche.')
    await expect(locked(page)).toContainText(/\d+ (Minuten?|Sekunden?)/)
    await expect(screen(page).getByLabel('E-Mail-Adresse')).toHaveValue(person.email)
  })
})

for (const [name, copy] of RIGHT_TO_LEFT) {
  test(`I18N-10, I18N-12: in ${name} the page turns around, and addresses and passwords do not`, async ({
    page,
  }) => {
    await page.goto('/')
    const email = await emailField(page).elementHandle()
    await emailField(page).fill('mary@example.com')
    await passwordField(page).fill('half a passw')
    await chooseAndSee(page, name, copy.titles.signIn)
    expect(await email?.evaluate((input) => input.isConnected)).toBe(true)

    const card = screen(page).locator('[data-gatewright]').first()
    await expect(card).toHaveCSS('direction', 'rtl')
    for (const label of [copy.labels.email, copy.labels.password]) {
      const field = screen(page).getByLabel(label, { exact: true })
      await expect(field).toHaveCSS('direction', 'ltr')
      const { left, right } = await edgesOf(field)
      expect(right, label).toBeLessThan(left)
    }
  })

  test(`I18N-13: in ${name} no icon is mirrored, because none of them points anywhere`, async ({
    page,
  }) => {
    await page.goto('/')
    await chooseAndSee(page, name, copy.titles.signIn)
    const icons = screen(page).locator('svg')
    expect(await icons.count()).toBeGreaterThan(0)
    const turned = await icons.evaluateAll((all) =>
      all.filter((icon) => {
        const { transform, scale, rotate } = getComputedStyle(icon)
        return [transform, scale, rotate].some((value) => value !== 'none')
      }),
    )
    expect(turned).toEqual([])
  })
}
