import { expect, test, type Page } from '@playwright/test'
import type { StoriesOfPage } from './stories-page.js'
import { serveStories, type StoriesSite } from './stories-site.js'

let site: StoriesSite
test.beforeAll(async () => {
  site = await serveStories()
})
test.afterAll(() => site.close())

interface ShownPage {
  stories: StoriesOfPage
  reports: string[]
}

/** Opens a page that notes what goes against its policy, and what React warns of. */
async function open(page: Page, path: string): Promise<void> {
  await page.addInitScript(() => {
    const reports: string[] = []
    Object.assign(window, { reports })
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sample, sourceFile, lineNumber } = event
      reports.push(`${violatedDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`)
    })
    const error = console.error.bind(console)
    console.error = (...words: unknown[]) => {
      if (String(words[0]).includes('hydrat')) reports.push(words.join(' ').slice(0, 500))
      error(...words)
    }
  })
  // Under the policy a page cannot install the worker that stands in for the network.
  await page.goto(`${site.origin}/worker`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/mockServiceWorker.js')
    await navigator.serviceWorker.ready
  })
  await page.goto(`${site.origin}${path}`)
  await page.waitForFunction(() => 'stories' in window)
}

const reportsOf = (page: Page) =>
  page.evaluate(() => (window as unknown as ShownPage).reports.splice(0))

const show = (page: Page, name: string, play: boolean) =>
  page.evaluate(([story, plays]) => (window as unknown as ShownPage).stories.show(story, plays), [
    name,
    play,
  ] as const)

const listOf = (page: Page) => page.evaluate(() => (window as unknown as ShownPage).stories.list())

const isOfCaptcha = (name: string) => name.includes('/stories/captcha/')
const fileOf = (name: string) => name.split(' ')[0]

test('SEC-28, SEC-29: no story does anything that the strict policy reports, drawn by browser or server', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await open(page, '/')
  const names = (await listOf(page)).filter((name) => !isOfCaptcha(name))
  expect(names.length).toBeGreaterThan(350)
  const reports: Record<string, string[]> = {}
  const markup = new Map<string, string>()
  const played = new Set<string | undefined>()
  for (const name of names) {
    // One story of each file is played: the steps of a file’s stories are much the same.
    markup.set(name, await show(page, name, !played.has(fileOf(name))))
    played.add(fileOf(name))
    const found = await reportsOf(page)
    if (found.length > 0) reports[name] = found
  }
  expect(reports).toEqual({})

  site.serve(markup)
  await open(page, '/served')
  expect(await reportsOf(page)).toEqual([])
  expect(await page.locator('[style], style').count()).toBe(0)
  for (const name of names) {
    const mended = await page.evaluate(
      (story) => (window as unknown as ShownPage).stories.hydrate(story),
      name,
    )
    const found = [...mended, ...(await reportsOf(page))]
    if (found.length > 0) reports[name] = found
  }
  expect(reports).toEqual({})
})

test('SEC-28, SEC-30: a captcha takes the one policy of its name, and nothing else', async ({
  page,
}) => {
  await open(page, '/captcha')
  const names = (await listOf(page)).filter(isOfCaptcha)
  expect(names.length).toBeGreaterThan(5)
  for (const name of names) {
    await show(page, name, true)
    expect({ name, reports: await reportsOf(page) }).toEqual({ name, reports: [] })
  }

  await open(page, '/')
  const without = names.find((name) => name.endsWith(' Turnstile')) ?? ''
  await show(page, without, false)
  expect((await reportsOf(page)).join()).toContain('trusted-types')
})

test('what goes against the policy is reported, however it is drawn', async ({ page }) => {
  site.serve(
    new Map([
      ['a', '<p style="color: red">Red</p>'],
      ['b', '<style>p {}</style>'],
    ]),
  )
  await open(page, '/served')
  expect((await reportsOf(page)).map((report) => report.split(' ')[0])).toEqual([
    'style-src-attr',
    'style-src-elem',
  ])
  const faults = await page.evaluate(() => {
    const acts = [
      () => (document.body.innerHTML = '<p></p>'),
      () => document.body.setAttribute('style', 'color: red'),
      () =>
        document.body.append(
          Object.assign(document.createElement('style'), { textContent: 'p {}' }),
        ),
      () => document.createElement('script').setAttribute('src', 'https://evil.example/a.js'),
      () => Reflect.apply(window.setTimeout, window, ['void 0', 0]),
    ]
    // Later: what the driver itself runs may make code of texts.
    for (const act of acts) setTimeout(act, 0)
    return acts.length
  })
  await expect
    .poll(async () => (await page.evaluate(() => (window as unknown as ShownPage).reports)).length)
    .toBe(faults)
})
