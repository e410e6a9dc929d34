import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { aCustomer, approve, leaveForProvider, refuse } from './oauth-journey.js'
import { serveOAuthSite, type OAuthSite } from './oauth-site.js'
import { newAddress, PASSWORD } from './people.js'
import { enter } from './screens.js'

let site: OAuthSite
test.beforeAll(async () => {
  site = await serveOAuthSite()
})
test.afterAll(() => site.close())

async function setOut(page: Page): Promise<void> {
  await page.goto(site.address('intelliauth'))
  await leaveForProvider(page)
}

/** Screens by how they are reached. */
const SCREENS: Record<string, (page: Page) => Promise<void>> = {
  'the way back': async (page) => {
    // Held where it is, until the test is over.
    await page.route('**/oauth2/token', () => {})
    await setOut(page)
    await approve(page, aCustomer(site))
    await expect(page.getByRole('status').filter({ hasText: 'Signing you in' })).toBeVisible()
  },
  'a refused consent': async (page) => {
    await setOut(page)
    await refuse(page)
    await expect(page.getByRole('heading', { name: "That didn't finish" })).toBeVisible()
  },
  'a wrong state': async (page) => {
    await setOut(page)
    site.interfere((answer) => {
      answer.searchParams.set('state', 'A'.repeat(43))
      return answer
    })
    await approve(page, aCustomer(site))
    await expect(page.getByText('Sign-in security check failed.')).toBeVisible()
  },
  'an expired code': async (page) => {
    await setOut(page)
    site.interfere((answer) => {
      answer.searchParams.set('code', 'over')
      return answer
    })
    await approve(page, aCustomer(site))
    await expect(page.getByText('This sign-in took too long.')).toBeVisible()
  },
  'an address that has an account': async (page) => {
    const email = newAddress()
    await site.addMember({ email, password: PASSWORD, verified: false })
    await page.goto(site.address('better-auth'))
    await leaveForProvider(page)
    await approve(page, aCustomer(site, { email }))
    await expect(page.getByRole('link', { name: 'Sign in instead' })).toBeVisible()
  },
  'the linked accounts': async (page) => {
    const member = { email: newAddress(), password: PASSWORD, verified: true }
    await site.addMember(member)
    await page.goto(site.address('better-auth'))
    await enter(page, member)
    await page.getByRole('button', { name: 'Link Acme' }).click()
    await approve(page, aCustomer(site, { email: member.email }))
    await expect(page.getByRole('button', { name: 'Unlink Acme' })).toBeVisible()
  },
}

// Colours in mid-transition would be measured as they never stand.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const [name, reach] of Object.entries(SCREENS)) {
  test(`A11Y-01, A11Y-21, A11Y-24: axe finds nothing wrong with ${name}, wide or narrow, light or dark`, async ({
    page,
  }) => {
    await reach(page)
    for (const width of [320, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        // No frames here, so no second page to sum up in.
        const { violations } = await new AxeBuilder({ page })
          .include('[data-gatewright]')
          .setLegacyMode()
          .analyze()
        const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
        expect(found, `${width} px, ${colorScheme}`).toEqual([])
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  })
}
