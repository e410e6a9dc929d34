import type { FakeAuthServer } from '../../src/testing/index.js'
import type { Failure } from './failures.js'
import type { LongTokens } from './long-tokens.js'
import type { Watch } from './sinks.js'

/** The origin of the app, and what it is asked for besides the auth server. */
export interface OtherRoutes {
  readonly [route: string]: (request: Request) => Response | Promise<Response>
}

/** What is between a page and its server. */
export interface Wire {
  fetch: typeof globalThis.fetch
  /** The next request goes wrong; null: as the server would have it. */
  arm: (failure: Failure | null) => void
  /** Whether that request has not come yet. */
  isArmed: () => boolean
  /** Whether it has come, and gone wrong. */
  hasFailed: () => boolean
  /** Whether a request waits for its answer. */
  isBusy: () => boolean
  /** What went out since it was armed. */
  sent: () => readonly string[]
  close: () => void
}

export interface WireOptions {
  watch: Watch
  tokens: LongTokens
  routes: OtherRoutes
  wiredAddresses: ReadonlySet<string>
  server: () => FakeAuthServer
  /** A request has come, and nothing of it is answered yet. */
  onRequest: () => void
  secret: (name: string, text: string) => string
}

/** Names of what a server hands out that nobody but its user may have. */
const HANDED_OUT = /(?:access|refresh|id|session)_?token$|^token$|secret|^otpauth|^uri$|codes$/i

/** How long the client waits for an answer. No other timer is as long. */
export const PATIENCE_MS = 12_345

/** Lets the client's patience end as soon as it has begun. Gives the undo. */
function hurry(): () => void {
  const usual = globalThis.setTimeout
  const hurried = (run: () => void, wait?: number) => usual(run, wait === PATIENCE_MS ? 0 : wait)
  globalThis.setTimeout = hurried as typeof usual
  return () => {
    globalThis.setTimeout = usual
  }
}

export function createWire(options: WireOptions): Wire {
  const { watch, tokens, routes, wiredAddresses, server, onRequest, secret } = options
  let armed: Failure | null = null
  let calmDown = () => {}
  let failed = false
  let pending = 0
  let sent: string[] = []

  async function answer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const request = new Request(input, { ...init, signal: null })
    const { pathname } = new URL(request.url)
    const failure = armed
    armed = null
    calmDown()
    if (failure) {
      failed = true
      const text = await request.clone().text()
      const headers = [...request.headers].flat().join(' ')
      return failure.answer({
        url: request.url,
        sent: `${text} ${headers}`,
        signal: init.signal ?? null,
      })
    }
    const route = routes[`${request.method} ${pathname}`]
    return route ? tokens.toPage(await route(request)) : tokens.ask(server(), request)
  }

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!wiredAddresses.has(new URL(url).pathname)) watch.note('addresses', url, init?.referrer)
    sent.push(
      `${url} ${JSON.stringify(init?.headers)} ${typeof init?.body === 'string' ? init.body : ''}`,
    )
    onRequest()
    // What gets no answer may stay under way for as long as its sender likes.
    const awaited = armed?.isNone ? 0 : 1
    pending += awaited
    try {
      const response = await answer(input, init)
      handedOut(await response.clone().text(), secret)
      return response
    } finally {
      pending -= awaited
    }
  }

  return {
    fetch,
    arm(failure) {
      armed = failure
      failed = false
      sent = []
      calmDown()
      if (failure?.isNone) calmDown = hurry()
    },
    isArmed: () => armed !== null,
    hasFailed: () => failed,
    isBusy: () => pending > 0,
    sent: () => sent,
    close: () => calmDown(),
  }
}

/** Makes secrets of all that a server has just handed out. */
function handedOut(text: string, secret: WireOptions['secret']) {
  const left: [name: string, value: unknown][] = [['', parsed(text)]]
  for (let next = left.pop(); next; next = left.pop()) {
    const [name, value] = next
    if (typeof value === 'string' && HANDED_OUT.test(name) && value.length > 5) secret(name, value)
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      left.push([Array.isArray(value) ? name : key, inner])
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
