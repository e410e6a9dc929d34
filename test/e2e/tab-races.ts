import type { BrowserContext, Page } from '@playwright/test'
import { ADA, PASSWORD } from '../client/five-backends.js'
import type { TabOfPage } from './tabs-page.js'
import type { TabsSite } from './tabs-site.js'

declare global {
  interface Window {
    tab: TabOfPage
  }
}

/** Longer than the access tokens live, in seconds. */
const A_WHILE = 16 * 60
/** Long enough for every page to be told when to start, in milliseconds. */
const START_MS = 30

export type SessionStatus = ReturnType<TabOfPage['client']['getSession']>['status']

/** Pages of one browser, with one session. */
export interface Racers {
  pages: Page[]
  /** Opens another tab. */
  open: () => Promise<Page>
  /** All tokens run out, and every tab calls the API at once. Gives what each call was answered. */
  race: () => Promise<number[]>
  /** The same, and the tab that asks for new tokens is closed before it hears the answer. */
  raceWithKill: (when: 'asked' | 'rotated') => Promise<KilledRace>
  statuses: () => Promise<SessionStatus[]>
}

export interface KilledRace {
  answers: number[]
  /** From the tab's end to the last answer in the others, in milliseconds. */
  milliseconds: number
}

export async function openRacers(
  context: BrowserContext,
  site: TabsSite,
  count: number,
): Promise<Racers> {
  const pages: Page[] = []
  let opened = 0

  async function open(): Promise<Page> {
    opened += 1
    const page = await context.newPage()
    await page.goto(site.address(String(opened)))
    await page.waitForFunction(() => 'tab' in window)
    pages.push(page)
    return page
  }

  function callAll(): Promise<number>[] {
    site.server.clock.advance(A_WHILE)
    const instant = Date.now() + START_MS
    return pages.map((page) => page.evaluate((at) => window.tab.callAt(at), instant))
  }

  async function raceWithKill(when: 'asked' | 'rotated'): Promise<KilledRace> {
    const { reached, release } = site.hold(when)
    const calls = callAll().map((call) => call.catch(() => null))
    const asker = await reached
    const victim = pages.find((page) => new URL(page.url()).searchParams.get('tab') === asker)
    if (!victim) throw new Error(`No tab is called ${asker}.`)
    const started = performance.now()
    await victim.close()
    pages.splice(pages.indexOf(victim), 1)
    const answers = await Promise.all(calls)
    const milliseconds = performance.now() - started
    release()
    return { answers: answers.filter((status) => status !== null), milliseconds }
  }

  await open()
  await signIn(pages[0])
  while (pages.length < count) await open()
  return {
    pages,
    open,
    race: () => Promise.all(callAll()),
    raceWithKill,
    statuses: () =>
      Promise.all(pages.map((page) => page.evaluate(() => window.tab.client.getSession().status))),
  }
}

/** Signs in on a page. */
export async function signIn(page: Page | undefined, email = ADA.email): Promise<void> {
  const outcome = await page?.evaluate((given) => window.tab.client.signIn(given), {
    email,
    password: PASSWORD,
  })
  if (outcome?.kind !== 'signed_in') throw new Error(`The sign-in ended in ${outcome?.kind}.`)
}
