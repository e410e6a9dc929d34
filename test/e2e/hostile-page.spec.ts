import { expect, test, type Frame, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { PASSWORD, TOTP_ACCOUNT, TOTP_SECRET } from '../client/five-backends.js'
import { serveHostilePage, type HostilePageSite } from './hostile-page-site.js'

let site: HostilePageSite
test.beforeAll(async () => {
  site = await serveHostilePage()
})
test.afterAll(() => site.close())

/**
 * Names of the window and the document that the kit, its libraries or the page's bundle look at. Left out are those
 * that React cannot do without: `addEventListener`, `createElement`, `createTextNode`, `defaultView`, `documentMode`,
 * `parentNode`.
 */
// oxfmt-ignore
const ON_PAGE = [
  'activeElement', 'visibilityState', 'hidden', 'hasFocus', 'head', 'cookie', 'referrer', 'baseURI', 'title',
  'URL', 'domain', 'readyState', 'forms', 'currentScript', 'documentElement', 'querySelector', 'getElementById',
  'removeEventListener', 'implementation', 'fonts', 'location', 'navigator', 'crypto', 'fetch',
  'indexedDB', 'localStorage', 'sessionStorage', 'BroadcastChannel', 'PublicKeyCredential', 'parent', 'top', 'self',
  'name', 'process', 'global', 'Intl', 'trustedTypes', 'reportError', 'MSStream', 'turnstile', 'hcaptcha',
  'grecaptcha', 'gatewright', 'i18next', 'zod', 'config', '__REACT_DEVTOOLS_GLOBAL_HOOK__', '__zod_globalConfig',
  'scheduler', 'queueMicrotask', 'matchMedia', 'getSelection',
]
/** Names that a form or its fields go by. */
// oxfmt-ignore
const IN_FORMS = [
  'email', 'password', 'code', 'submit', 'reset', 'action', 'method', 'elements', 'nodeName', 'parentNode',
  'ownerDocument', 'attributes', 'length', 'tagName', 'requestSubmit',
]

const shadows = [
  ...ON_PAGE.map((name) => `<form id="${name}"></form><img name="${name}"><img name="${name}">`),
  ...IN_FORMS.map((name) => `<form id="${name}"><input name="${name}"></form>`),
].join('')

const codeNow = () =>
  new TOTP({ secret: Secret.fromBase32(TOTP_SECRET) }).generate({
    timestamp: site.server.clock.now(),
  })

/** Signs in with both factors. */
async function signIn(page: Page | Frame): Promise<void> {
  await page.getByLabel('Email').fill(TOTP_ACCOUNT.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  // A code is good for one time.
  site.server.clock.advance(60)
  await page.getByLabel('Code').fill(codeNow())
  await expect(page.getByText('You are in.')).toBeVisible()
}

test('SEC-32: elements that take the names of what a page looks at keep nobody out', async ({
  page,
}) => {
  expect(new Set([...ON_PAGE, ...IN_FORMS]).size).toBeGreaterThan(60)
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  await page.goto(site.address({ html: shadows, kept: '' }))
  const taken = await page.evaluate(
    (names) => names.filter((name) => Reflect.get(document, name) instanceof HTMLCollection),
    ON_PAGE,
  )
  // All but those that no element can take.
  expect(ON_PAGE.filter((name) => !taken.includes(name))).toEqual(['location'])

  // By keys alone: the driver's own scripts look at some of those names.
  const typeInto = async (field: string, text: string) => {
    await page.locator(field).evaluate((element: HTMLElement) => element.focus())
    await page.keyboard.type(text)
  }
  await typeInto('main [type=email]', TOTP_ACCOUNT.email)
  await typeInto('main [type=password]', PASSWORD)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.locator('main [name=password]')).toHaveAttribute('type', 'text')
  await page.locator('main [name=password]').evaluate((element: HTMLElement) => element.focus())
  await page.keyboard.press('Enter')
  site.server.clock.advance(60)
  await typeInto('main [autocomplete=one-time-code]', codeNow())
  await expect(page.locator('main')).toContainText('You are in.')
  await page.locator('main button').evaluate((button: HTMLElement) => button.click())
  await expect(page.locator('main [type=email]')).toBeAttached()
  expect(faults).toEqual([])
})

/** Runs before the page's script: notes cookies that are set, and ears for messages. */
function noteAll(): void {
  const noted: string[] = []
  Object.assign(window, { noted })
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(this: Document, text: string) {
      noted.push(`cookie ${text}`)
      cookie?.set?.call(this, text)
    },
  })
  // oxlint-disable-next-line typescript/unbound-method -- called below with what it is called on
  const listen = EventTarget.prototype.addEventListener
  EventTarget.prototype.addEventListener = function (this: EventTarget, type, ...rest) {
    if (
      type === 'message' &&
      !(this instanceof BroadcastChannel) &&
      !(this instanceof MessagePort)
    ) {
      noted.push(`listens to ${Object.prototype.toString.call(this)}`)
    }
    listen.call(this, type, ...rest)
  }
}

const notedIn = (page: Page) =>
  page.evaluate(() => (window as unknown as { noted: string[] }).noted)

for (const kept of [undefined, ''] as const) {
  const where = kept === undefined ? 'in memory' : 'for all tabs'
  test(`SEC-12, SEC-14: a session kept ${where} sets no cookie, and no page can speak to it`, async ({
    page,
    context,
  }) => {
    await page.addInitScript(noteAll)
    await page.goto(site.address(kept === undefined ? {} : { kept }))
    await signIn(page)
    for (const data of ['signed_out', { kind: 'signed_out', version: Date.now() * 2 }]) {
      await page.evaluate((message) => window.postMessage(message, '*'), data)
    }
    await page.evaluate(() => new Promise(requestAnimationFrame))
    await expect(page.getByText('You are in.')).toBeVisible()
    expect(await notedIn(page)).toEqual([])
    expect(await context.cookies()).toEqual([])

    // That nothing was noted means something only where something would have been.
    await page.evaluate(() => {
      document.cookie = 'token=t'
      window.addEventListener('message', () => undefined)
    })
    expect(await notedIn(page)).toEqual(['cookie token=t', 'listens to [object Window]'])
  })
}

/** The app as it is seen in a frame. */
async function framed(page: Page, frames: string | undefined): Promise<Frame> {
  await page.goto(site.framing(site.address(frames === undefined ? {} : { frames })))
  const frame = page.frames()[1]
  if (!frame) throw new Error('There is no frame.')
  await expect(frame.locator('main > *').first()).toBeAttached()
  return frame
}

test('SEC-34: in a frame that is not listed nothing can be typed or pressed but a way out of it', async ({
  page,
  context,
}) => {
  for (const frames of [
    '',
    'https://portal.example',
    site.origin,
    site.otherOrigin.replace('http:', 'https:'),
  ]) {
    const frame = await framed(page, frames)
    await expect(frame.getByRole('heading', { name: 'Not allowed' })).toBeVisible()
    await expect(frame.locator('input, button, form')).toHaveCount(0)
  }
  const [alone] = await Promise.all([
    context.waitForEvent('page'),
    page.frames()[1]!.getByRole('link', { name: 'Continue (opens in a new tab)' }).click(),
  ])
  await expect(alone.getByLabel('Email')).toBeVisible()
  expect(await alone.evaluate(() => window.opener as unknown)).toBeNull()
})

test('SEC-34: in a listed frame one signs in, and without a guard in any', async ({ page }) => {
  await signIn(await framed(page, `https://portal.example ${site.otherOrigin}`))
  await signIn(await framed(page, undefined))
})

test('SEC-34: a listed frame in a stranger’s is a stranger’s', async ({ page }) => {
  // The app's own page, in the other origin's, in the app's again.
  const inner = site.framing(site.address({ frames: site.otherOrigin }))
  await page.goto(`${site.origin}/framing?${new URLSearchParams({ of: inner })}`)
  await expect.poll(() => page.frames().length).toBe(3)
  const [, , frame] = page.frames()
  await expect(frame!.getByRole('heading', { name: 'Not allowed' })).toBeVisible()
  await expect(frame!.locator('input')).toHaveCount(0)
})
