import { chromium, expect, test } from '@playwright/test'
import { chromiumLaunch } from '../../scripts/chromium.js'
import { openRacers } from './tab-races.js'
import { serveTabsSite } from './tabs-site.js'

test('REL-17, REL-18: a page in the back/forward cache comes back without what has ended meanwhile', async () => {
  const site = await serveTabsSite('strict')
  const browser = await chromium.launch({
    ...chromiumLaunch(),
    // Off in tests unless they ask for it.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const { pages } = await openRacers(await browser.newContext(), site, 2)
  const [page, other] = pages
  await page?.evaluate(() => {
    // Runs after the kit's own listener, and before anything is drawn.
    addEventListener('pageshow', ({ persisted }) => {
      const { status } = window.tab.client.getSession()
      localStorage.setItem('seen', `${persisted ? 'from the cache' : 'anew'}, ${status}`)
      window.tab.client.onSessionChange(() =>
        localStorage.setItem('later', window.tab.client.getSession().status),
      )
    })
  })
  await page?.goto(`${site.address('elsewhere')}&page=2`)
  await page?.waitForFunction(() => 'tab' in window)
  await other?.evaluate(() => window.tab.client.signOut())
  // Playwright waits for a load that a cached page does not have.
  await page?.evaluate(() => void setTimeout(() => history.back()))
  const kept = (name: string) => other?.evaluate((key) => localStorage.getItem(key), name)
  await expect.poll(() => kept('seen')).toBe('from the cache, unknown')
  await expect.poll(() => kept('later')).toBe('signed_out')
  await browser.close()
  await site.close()
})
