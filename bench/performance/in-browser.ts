import type { Browser, CDPSession, Page } from 'playwright'
import type { Site } from './site.js'

/** Slow 4G as Lighthouse has it, and a phone of the lower middle. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 204_800,
  uploadThroughput: 93_750,
}
const CPU_SLOWDOWN = 4

export interface Visit {
  /** Milliseconds from the start of the navigation until the fields are drawn. */
  formVisible: number
  /** What was asked for until then, by path. */
  requests: readonly string[]
}

/** Opens a page as somebody with a slow phone does. */
export async function visit(browser: Browser, site: Site, name: string): Promise<Visit> {
  return onPage(browser, async (page, session) => {
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', SLOW_4G)
    await slowDown(session)
    site.requests()
    await open(page, site, name)
    const formVisible = await page.evaluate(() => window.formVisible ?? Number.NaN)
    return { formVisible, requests: site.requests() }
  })
}

export interface Use {
  /** Milliseconds of the main thread for one key press. */
  keyPress: number
  /** Commits of React that one key press causes. */
  commitsPerKey: number
  /** Milliseconds from the arrival of an answer until its sentence is drawn. */
  answerToError: number
}

const KEYS = 60

/** Types into a form, sends it, and reads what the server made of it, on a slow processor. */
export async function use(browser: Browser, site: Site, name: string): Promise<Use> {
  return onPage(browser, async (page, session) => {
    await open(page, site, name)
    await page.waitForTimeout(300)
    await slowDown(session)
    await session.send('Performance.enable')
    await page.locator('input[type=email]').first().focus()
    await type(session, 10)
    const before = await busy(session)
    const commits = await page.evaluate(() => window.commits ?? 0)
    await type(session, KEYS)
    const keyPress = ((await busy(session)) - before) / KEYS
    const commitsPerKey = ((await page.evaluate(() => window.commits ?? 0)) - commits) / KEYS
    await page.locator('input[type=email]').first().fill('ada@example.com')
    await page.locator('input[type=password]').first().fill('wrong password')
    await page.locator('button[type=submit]').first().click()
    await page.waitForFunction(() => window.answerToError !== undefined)
    const answerToError = await page.evaluate(() => window.answerToError ?? Number.NaN)
    return { keyPress, commitsPerKey, answerToError }
  })
}

/** Milliseconds of the main thread for a key press, with everything else on the page at rest. */
export async function keyPressOn(browser: Browser, site: Site, name: string): Promise<number> {
  return onPage(browser, async (page, session) => {
    await open(page, site, name)
    await page.waitForTimeout(500)
    await slowDown(session)
    await session.send('Performance.enable')
    await page.locator('input[type=email]').first().focus()
    await type(session, 10)
    const before = await busy(session)
    await type(session, KEYS)
    return ((await busy(session)) - before) / KEYS
  })
}

/** Bytes of the heap that a drop-in leaves behind after so many mounts, by its name. */
export async function heapLeft(
  browser: Browser,
  site: Site,
  name: string,
  times: number,
): Promise<ReadonlyMap<string, number>> {
  return onPage(browser, async (page, session) => {
    await page.goto(site.address(name))
    await page.waitForFunction(() => window.dropIns !== undefined)
    const left = new Map<string, number>()
    for (const dropIn of await page.evaluate(() => window.dropIns ?? [])) {
      // What is loaded and kept once is no growth.
      await page.evaluate((which) => window.mountTimes?.(which, 50), dropIn)
      const before = await heap(page, session)
      await page.evaluate(([which, count]) => window.mountTimes?.(which, count), [
        dropIn,
        times,
      ] as const)
      left.set(dropIn, (await heap(page, session)) - before)
    }
    return left
  })
}

declare global {
  interface Window {
    formVisible?: number
    commits?: number
    answerToError?: number
    dropIns?: readonly string[]
    mountTimes?: (name: string, times: number) => Promise<void>
  }
}

async function onPage<T>(
  browser: Browser,
  job: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript({ path: 'bench/performance/watch.js' })
  try {
    return await job(page, await context.newCDPSession(page))
  } finally {
    await context.close()
  }
}

async function open(page: Page, site: Site, name: string): Promise<void> {
  await page.goto(site.address(name))
  await page.waitForFunction(() => (window.formVisible ?? 0) > 0)
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
}

async function type(session: CDPSession, keys: number): Promise<void> {
  for (let key = 0; key < keys; key += 1) {
    const press = { key: 'a', code: 'KeyA', text: 'a' }
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press })
  }
}

async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

async function heap(page: Page, session: CDPSession): Promise<number> {
  await page.waitForTimeout(300)
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}
