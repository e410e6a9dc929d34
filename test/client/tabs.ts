import { vi } from 'vitest'
import { edgebase } from '../../src/backends/edgebase/index.js'
import type { Backend } from '../../src/backends/backend.js'
import type { AuthClient } from '../../src/client/auth-client.js'
import type { AuthEvent } from '../../src/client/auth-event.js'
import { createAuthClient, type AuthClientOptions } from '../../src/client/create-auth-client.js'
import { indexedDbSession } from '../../src/client/indexed-db-session.js'
import {
  createFakeAuthServer,
  edgebaseDialect,
  type FakeAuthServerOptions,
} from '../../src/testing/index.js'
import { createBrowser, type BrowserOptions, type Tab, type TabFaults } from './browser.js'
import { ADA, PASSWORD } from './five-backends.js'

export const EVE = { email: 'eve@example.com', password: PASSWORD, firstName: 'Eve' }
export const CREDENTIALS = { email: ADA.email, password: PASSWORD }
const BASE = 'https://app.example/api'
/** Longer than EdgeBase's access tokens live, in seconds. */
export const A_WHILE = 16 * 60

export interface TabsOptions {
  browser?: BrowserOptions
  server?: Partial<FakeAuthServerOptions>
  client?: Partial<AuthClientOptions>
  backend?: Partial<Backend>
}

/** A browser, and a server that ends every session of a user whose refresh token comes twice. */
export function createTabs({
  browser = {},
  server = {},
  client = {},
  backend = {},
}: TabsOptions = {}) {
  const chromium = createBrowser(browser)
  const strict = createFakeAuthServer({
    dialect: edgebaseDialect(),
    basePath: '/api',
    accounts: [ADA, EVE],
    latency: 5,
    ...server,
  })

  let held: { reach: () => void; released: Promise<void> } | null = null

  /** The server does its work at once; its answer to a refresh may be held back. */
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const isRefresh = pathOf(input).endsWith('/auth/refresh')
    const hold = isRefresh ? held : null
    if (hold) held = null
    const answer = await strict.fetch(input, init)
    if (hold) {
      hold.reach()
      await hold.released
    }
    return answer
  }

  function open(faults?: TabFaults): OpenTab {
    const tab = chromium.openTab(faults)
    const events: AuthEvent[] = []
    const auth = createAuthClient({
      backend: { ...edgebase({ baseUrl: BASE }), ...backend },
      fetch: tab.through(fetch),
      now: strict.clock.now,
      apiOrigins: ['https://app.example'],
      persistence: indexedDbSession(),
      page: tab.page,
      onEvent: (event) => events.push(event),
      ...client,
    })
    return { ...tab, client: auth, events, callApi: () => auth.fetch(`${BASE}/auth/me`) }
  }

  async function openRestored(faults?: TabFaults) {
    const tab = open(faults)
    await tab.client.restore()
    await inStep(tab)
    return tab
  }

  return {
    server: strict,
    browser: chromium,
    open,
    openRestored,
    /** Tabs of one user who signed in in the first. */
    async openSignedIn<N extends keyof SoMany<OpenTab>>(count: N): Promise<SoMany<OpenTab>[N]> {
      const tabs = [await openRestored()]
      await tabs[0]?.client.signIn(CREDENTIALS)
      while (tabs.length < count) tabs.push(await openRestored())
      return tabs as SoMany<OpenTab>[N]
    },
    /** Holds back the answer to the next refresh. `reached` settles when there is one to hold. */
    holdRefresh() {
      let release = () => undefined as void
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      const reached = new Promise<void>((reach) => {
        held = { reach, released }
      })
      return { reached, release }
    },
    /** How often the server was asked to renew, and how often with a token that was spent. */
    refreshes() {
      const asked = strict.requests.filter(({ operation }) => operation === 'refresh')
      return { asked: asked.length, refused: asked.filter(({ status }) => status === 401).length }
    },
  }
}

export interface OpenTab extends Tab {
  client: AuthClient
  events: AuthEvent[]
  /** Calls the app's own API. */
  callApi: () => Promise<Response>
}

interface SoMany<T> {
  1: [T]
  2: [T, T]
  3: [T, T, T]
  4: [T, T, T, T]
}

/** The path of what is fetched. */
export function pathOf(input: RequestInfo | URL): string {
  return new URL(input instanceof Request ? input.url : input).pathname
}

/** Waits until a tab listens to the others and to its page. */
export async function inStep(tab: OpenTab): Promise<void> {
  while (tab.listeners() === 0) await new Promise((done) => setImmediate(done))
}

/** Lets time pass where timers are faked; the database, which has no timers, keeps up with it. */
export async function passes(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 50) {
    await vi.advanceTimersByTimeAsync(50)
    for (let turn = 0; turn < 10; turn += 1) await new Promise((done) => setImmediate(done))
  }
}
