import type { Page } from '@playwright/test'
import {
  createFakeAuthServer,
  edgebaseDialect,
  type FakeAuthServer,
} from '../../src/testing/index.js'
import { serveFakeAuth } from '../../src/testing/node.js'
import { ADA } from '../client/five-backends.js'
import { canary, canariesIn, type Canary } from '../security/canaries.js'
import { createLongTokens } from '../security/long-tokens.js'
import { tokenPiecesIn } from '../security/token-pieces.js'
import { buildPage } from './built-page.js'
import type { AppOfPage } from './canaries-page.js'

export interface LeakOptions {
  /** Secrets are on the page for its user to see. */
  shown?: boolean
  /** The app has asked for the session to be kept. Default true. */
  kept?: boolean
}

export interface CanarySite {
  origin: string
  server: FakeAuthServer
  /** Makes a text one of the secrets, and gives it back. */
  secret: (name: string, text: string) => string
  /** The next request to the auth server ends in a page for developers that shows what was sent. */
  breakNext: () => void
  /** Watches a page from before it is opened. */
  watch: (page: Page) => Promise<void>
  /** Where secrets have been found so far, and where they are now. */
  leaks: (page: Page, options?: LeakOptions) => Promise<string[]>
  close: () => Promise<void>
}

/** Where the random parts of tokens begin; any number would do. */
const SEED = 20_260_105

/** An app on an EdgeBase server, both of which tell all they hear. */
export async function serveCanarySite(password: string): Promise<CanarySite> {
  const scripts = await buildPage('test/e2e/canaries-page.tsx')
  const server = createFakeAuthServer({
    dialect: edgebaseDialect(),
    basePath: '/api',
    accounts: [{ ...ADA, password, emailVerified: false }],
    captcha: { afterFailures: 1 },
    requiresVerifiedEmail: false,
  })
  const canaries = new Map<string, Canary>()
  const noted: [sink: string, text: string][] = []
  const tokens = createLongTokens(SEED)
  let breaks = false

  const secret = (name: string, text: string) => {
    canaries.set(text, canary(name, text))
    return text
  }

  /** The provider has let them in at once, and sends them back with a session. */
  function comeBack({ url }: Request): Response {
    const back = new URL(new URL(url).searchParams.get('redirect_url') ?? '', url)
    back.hash = new URLSearchParams({
      access_token: secret('accessToken', tokens.make('jwt')),
      refresh_token: secret('refreshToken', tokens.make('opaque')),
    }).toString()
    return new Response(null, { status: 302, headers: { location: back.href } })
  }

  async function respond(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    // The address of a mailed link is the mail's own.
    if (request.headers.get('sec-fetch-dest') !== 'document') noted.push(['addresses', request.url])
    noted.push(['addresses', request.headers.get('referer') ?? ''])
    noted.push(['cookies', request.headers.get('cookie') ?? ''])
    const script = scripts.get(pathname)
    if (script !== undefined) {
      return new Response(script, { headers: { 'content-type': 'text/javascript' } })
    }
    if (!pathname.startsWith('/api/')) {
      return new Response(PAGE, {
        headers: { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' },
      })
    }
    if (breaks) {
      breaks = false
      const sent = await request.text()
      return new Response(`<h1>Whoops</h1><pre>${sent}</pre>`, { status: 500 })
    }
    if (pathname === '/api/auth/oauth/google') return comeBack(request)
    const answer = await tokens.ask(server, request)
    const text = await answer.clone().text()
    for (const [, name = '', token = ''] of text.matchAll(TOKEN)) secret(name, token)
    return answer
  }

  const { origin, close } = await serveFakeAuth({
    fetch: (input, init) => respond(new Request(input, init)),
  })
  return {
    origin,
    server,
    secret,
    close,
    breakNext() {
      breaks = true
    },
    async watch(page) {
      await page.exposeFunction('note', (sink: string, text: string) => noted.push([sink, text]))
      await page.addInitScript(noteAll)
      page.on('console', (message) => noted.push(['console', message.text()]))
      page.on('pageerror', ({ message, stack = '' }) => noted.push(['errors', message + stack]))
    },
    async leaks(page, { shown = false, kept = true } = {}) {
      const all = [...noted, ...(await page.evaluate(readAll))]
      const secrets = [...canaries.values()]
      const lines = all
        .filter(([sink]) => !shown || sink !== 'page')
        .flatMap(([sink, text]) => {
          // Where the app wants its session kept, its tokens are.
          const owned = kept && sink === 'databases'
          const others = secrets.filter(({ name }) => !owned || !name.endsWith('Token'))
          return canariesIn(text, others).map((name) => `${name} in ${sink}: ${text.slice(0, 120)}`)
        })
      const told = all.flatMap(([sink, text]) => (TOLD.has(sink) ? [text] : []))
      return [...new Set([...lines, ...tokenPiecesIn(told, tokens.all())])]
    },
  }
}

/** Where those look who look for a fault. */
const TOLD = new Set(['console', 'errors', 'events'])

/** What this backend hands out that is nobody else's. */
const TOKEN = /"(accessToken|refreshToken|secret|otpauthUri)":"([^"]+)"/g

const PAGE = `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,">
<main></main><script type="module" src="/page.js"></script></html>`

/** Runs in the page, before any script of its own: notes what goes by. */
function noteAll(): void {
  const { note } = window as unknown as { note: (sink: string, text: string) => void }
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? ''))
  function replace<T extends object>(owner: T, name: keyof T & string, sink: string) {
    const usual = owner[name] as (...given: unknown[]) => unknown
    Object.assign(owner, {
      [name](this: unknown, ...given: unknown[]) {
        note(sink, given.map(text).join(' '))
        return usual.apply(this, given)
      },
    })
  }
  replace(Storage.prototype, 'setItem', 'storage')
  replace(BroadcastChannel.prototype, 'postMessage', 'channels')
  replace(Worker.prototype, 'postMessage', 'channels')
  replace(window, 'postMessage', 'channels')
  replace(History.prototype, 'pushState', 'history')
  replace(History.prototype, 'replaceState', 'history')
  replace(navigator, 'sendBeacon', 'addresses')
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(this: Document, value: string) {
      note('cookies', value)
      cookie?.set?.call(this, value)
    },
  })
  window.addEventListener('error', ({ message, error }) => {
    note('errors', `${message} ${text((error as Error | null)?.stack)}`)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => note('errors', String(reason)))
}

/** Runs in the page: all that any script of it could read. */
async function readAll(): Promise<[sink: string, text: string][]> {
  const { app } = window as unknown as { app: AppOfPage }
  const { caches, dehydrated } = app.kept()
  const fields = [...document.querySelectorAll('input')].map(({ value }) => value)
  // The browser keeps the address that it was sent to; no script can take it out there.
  const seen = performance.getEntries().filter(({ entryType }) => entryType !== 'navigation')
  const entries = navigation.entries().map((entry) => [entry.url, entry.getState()])
  return [
    ['caches', JSON.stringify(caches)],
    ['dehydrated', JSON.stringify(dehydrated)],
    ['storage', JSON.stringify([localStorage, sessionStorage].map((area) => Object.entries(area)))],
    ['databases', JSON.stringify(await databases())],
    ['cookies', document.cookie],
    ['history', JSON.stringify([history.state, entries])],
    [
      'addresses',
      JSON.stringify([location.href, document.referrer, window.name, seen.map(({ name }) => name)]),
    ],
    ['events', JSON.stringify(app.events)],
    ['page', document.documentElement.outerHTML],
    ['page', fields.join(' ')],
  ]

  function answered<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('No answer.')))
    })
  }

  async function databases() {
    const kept: unknown[] = [await self.caches.keys()]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answered(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store)
        kept.push(name, store, await answered(rows.getAllKeys()), await answered(rows.getAll()))
      }
      database.close()
    }
    return kept
  }
}
