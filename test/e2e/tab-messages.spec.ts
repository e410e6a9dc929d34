import { expect, test, type Page } from '@playwright/test'
import { PASSWORD } from '../client/five-backends.js'
import { openRacers, signIn } from './tab-races.js'
import { EVE, serveTabsSite, type TabsSite } from './tabs-site.js'

/** What the requirement gives a change to reach the other tabs. */
const SOON = { timeout: 1000, intervals: [20] }

let site: TabsSite
test.beforeEach(async () => {
  site = await serveTabsSite('strict')
})
test.afterEach(() => site.close())

const whoIsIn = (page: Page) =>
  page.evaluate(() => {
    const session = window.tab.client.getSession()
    return session.status === 'signed_in' ? session.user?.email : session.status
  })

test('REL-41: sign-outs and sign-ins are in the other tabs within a second', async ({
  context,
}) => {
  const { pages } = await openRacers(context, site, 3)
  await pages[1]?.evaluate(() => window.tab.client.signOut())
  for (const page of pages) await expect.poll(() => whoIsIn(page), SOON).toBe('signed_out')
  await signIn(pages[2], EVE.email)
  for (const page of pages) await expect.poll(() => whoIsIn(page), SOON).toBe(EVE.email)
})

test('REL-41: a page that signs out and leaves at once has told the others, and left no tokens', async ({
  context,
}) => {
  const { pages, open } = await openRacers(context, site, 2)
  const [leaving, staying] = pages
  await leaving?.evaluate(() => {
    void window.tab.client.signOut().then(() => location.assign('about:blank'))
  })
  await leaving?.waitForURL('about:blank')
  await expect.poll(() => whoIsIn(staying as Page), SOON).toBe('signed_out')
  expect(await whoIsIn(await open())).toBe('signed_out')
})

test('SEC-13, SEC-15: what tabs tell each other, and what they keep outside of the database, holds no token', async ({
  context,
}) => {
  await context.addInitScript(() => {
    const told: string[] = []
    Object.assign(window, { told })
    const { prototype } = BroadcastChannel
    const post = Reflect.get(prototype, 'postMessage') as (message: unknown) => void
    prototype.postMessage = function spy(message: unknown) {
      told.push(JSON.stringify(message))
      post.call(this, message)
    }
  })
  const { pages, race } = await openRacers(context, site, 2)
  await race()
  await pages[0]?.evaluate(() => window.tab.client.signOut())
  await signIn(pages[1], EVE.email)
  for (const page of pages) {
    const seen = await page.evaluate(() => {
      const { told } = window as unknown as { told: string[] }
      return {
        told,
        kept: [Object.entries(localStorage), Object.entries(sessionStorage)],
        cookies: document.cookie,
      }
    })
    expect(seen.told.length).toBeGreaterThan(0)
    for (const message of seen.told) {
      expect(message).toMatch(/^\{"kind":"(signed_in|signed_out|ended|renewed)","version":\d+\}$/)
    }
    const kept = JSON.stringify([seen.kept, seen.cookies])
    for (const secret of ['eyJ', 'rt_', EVE.email, 'ada@', PASSWORD])
      expect(kept).not.toContain(secret)
  }
})

test('REL-03: a session is there after a reload, and in the next tab', async ({ context }) => {
  const { pages, open } = await openRacers(context, site, 1)
  const [page] = pages
  await page?.reload()
  await page?.waitForFunction(() => 'tab' in window)
  expect(await whoIsIn(page as Page)).toBe('ada@example.com')
  expect(await whoIsIn(await open())).toBe('ada@example.com')
  expect(
    await page?.evaluate(async () => (await window.tab.client.fetch('/api/auth/me')).status),
  ).toBe(200)
})
