import {
  createFakeAuthServer,
  edgebaseDialect,
  type FakeAuthServer,
} from '../../src/testing/index.js'
import { serveFakeAuth } from '../../src/testing/node.js'
import { ADA, PASSWORD } from '../client/five-backends.js'
import { buildPage } from './built-page.js'

export const EVE = { email: 'eve@example.com', password: PASSWORD, firstName: 'Eve' }

/** How the server takes a second use of a refresh token. */
export type Server = 'strict' | 'graceful'

/** How many seconds a graceful server answers a spent token with the current ones. */
export const GRACE_SECONDS = 30

export interface TabsSite {
  /** Address of a page of the app. */
  address: (tab: string) => string
  server: FakeAuthServer
  /** Refreshes that the server has met: all of them, those that gave new tokens, and those it refused. */
  counts: () => { asked: number; rotated: number; refused: number }
  /** Lets the next refresh wait, with the server's work done or not. Resolves with the tab that has asked. */
  hold: (when: 'asked' | 'rotated') => { reached: Promise<string>; release: () => void }
  close: () => Promise<void>
}

export interface TabsSiteOptions {
  /** The app keeps its session as most do, instead of as the kit does: behind a lock, and in localStorage. */
  contrast?: boolean
}

/** An app on an EdgeBase server which ends every session of a user whose token comes twice, or forgives it for 30 s. */
export async function serveTabsSite(
  kind: Server,
  { contrast = false }: TabsSiteOptions = {},
): Promise<TabsSite> {
  const scripts = await buildPage('test/e2e/tabs-page.ts')
  const server = createFakeAuthServer({
    dialect: edgebaseDialect({ slugs: kind === 'graceful' }),
    basePath: '/api',
    accounts: [ADA, EVE],
    latency: 8,
  })
  const grace = kind === 'graceful' ? GRACE_SECONDS : 0
  const tokens = new Set<string>()
  let asked = 0
  let refused = 0
  let held: { when: string; reach: (tab: string) => void; released: Promise<void> } | null = null

  async function refresh(request: Request, init: RequestInit | undefined): Promise<Response> {
    asked += 1
    const tab = request.headers.get('x-tab') ?? ''
    const hold = held
    held = null
    if (hold?.when === 'asked') {
      hold.reach(tab)
      await hold.released
    }
    // Met to the end, whether or not somebody is left to hear the answer.
    const answer = await server.fetch(request, hold ? {} : init)
    if (answer.ok) {
      const { refreshToken } = (await answer.clone().json()) as { refreshToken: string }
      tokens.add(refreshToken)
    } else refused += 1
    if (hold?.when === 'rotated') {
      hold.reach(tab)
      await hold.released
    }
    return answer
  }

  async function respond(request: Request, init?: RequestInit): Promise<Response> {
    const { pathname } = new URL(request.url)
    const script = scripts.get(pathname)
    if (script !== undefined) {
      return new Response(script, { headers: { 'content-type': 'text/javascript' } })
    }
    if (pathname === '/') {
      return new Response(PAGE, { headers: { 'content-type': 'text/html; charset=utf-8' } })
    }
    return pathname === '/api/auth/refresh' ? refresh(request, init) : server.fetch(request, init)
  }

  const { origin, close } = await serveFakeAuth({
    fetch: (input, init) => respond(new Request(input), init),
  })
  return {
    address(tab) {
      const asked = new URLSearchParams({ tab, grace: String(grace) })
      if (contrast) asked.set('contrast', '')
      return `${origin}/?${asked}`
    },
    server,
    counts: () => ({ asked, rotated: tokens.size, refused }),
    hold(when) {
      let release = () => undefined as void
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      const reached = new Promise<string>((reach) => {
        held = { when, reach, released }
      })
      return { reached, release }
    },
    close,
  }
}

const PAGE = `<!doctype html><html lang="en"><title>Tabs</title><link rel="icon" href="data:,">
<script type="module" src="/page.js"></script></html>`
