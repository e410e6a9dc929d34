import type { Scheduler } from 'fast-check'
import { vi } from 'vitest'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { readJwtClaims } from '../../src/backends/jwt-claims.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import type { SessionFile } from '../../src/client/session-file.js'
import { createSharedSession } from '../../src/client/shared-session.js'
import { createFakeAuthServer, edgebaseDialect } from '../../src/testing/index.js'
import { createBrowser } from './browser.js'
import { ADA } from './five-backends.js'
import { A_WHILE, CREDENTIALS, EVE, pathOf } from './tabs.js'

const BASE = 'https://app.example/api'

const POLL_MS = 150
const LONGEST_WAIT_MS = 10_500

/** What happens in a tab. */
export const ACTS = [
  'call',
  'refresh',
  'look',
  'sign_out',
  'sign_in',
  'sign_in_as_eve',
  'kill',
] as const
/** What happens to all of them. */
export const EVENTS = ['expire', 'outage', 'fault'] as const
export type Act = { tab: number; does: (typeof ACTS)[number] } | { event: (typeof EVENTS)[number] }

/** Makes everything that takes time wait for its turn, which the scheduler gives. */
export async function createInterleavedTabs(scheduler: Scheduler, count: number, locks: boolean) {
  /** Until all tabs are open, everything goes its way. */
  let isScheduled = false
  const turn = async () => {
    if (isScheduled) await scheduler.schedule(Promise.resolve())
  }
  const violations: string[] = []
  const spent = new Set<string>()
  const browser = createBrowser({ locks, deliver: (hear) => void turn().then(hear) })
  const server = createFakeAuthServer({
    dialect: edgebaseDialect(),
    basePath: '/api',
    accounts: [ADA, EVE],
    signInLimit: null,
  })
  const disk: { value: unknown } = { value: undefined }

  async function send(tab: Tab, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const path = pathOf(input)
    const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '')
    const session = tab.client.getSession()
    if (path === '/api/auth/me' && token !== undefined) {
      const email = session.status === 'signed_in' ? session.user?.email : null
      const whose = readJwtClaims(token)?.['email']
      if (whose !== email)
        violations.push(`a call of ${email} was sent with a token of ${String(whose)}`)
    }
    await turn()
    if (!tab.isAlive) return new Promise(() => undefined)
    const body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as {
      refreshToken?: string
    }
    const refreshToken = path === '/api/auth/refresh' ? body.refreshToken : undefined
    if (refreshToken !== undefined && spent.has(refreshToken)) {
      violations.push('a refresh token was sent that was spent')
    }
    const answer = await server.fetch(input, init)
    if (refreshToken !== undefined && answer.ok) spent.add(refreshToken)
    await turn()
    return tab.isAlive ? answer : new Promise(() => undefined)
  }

  /** One value on disk, read and written in one step, which is told of some time after. */
  function fileOf(tab: { isAlive: boolean }): SessionFile {
    return {
      async change(update) {
        await turn()
        if (!tab.isAlive) return new Promise(() => undefined)
        const { write, result } = update(structuredClone(disk.value))
        if (write !== undefined) disk.value = write === null ? undefined : structuredClone(write)
        await turn()
        return tab.isAlive ? result : new Promise(() => undefined)
      },
      close: () => undefined,
    }
  }

  function open() {
    const opened = browser.openTab()
    const life = { isAlive: true }
    const client = createAuthClient({
      backend: edgebase({ baseUrl: BASE }),
      fetch: (input, init) => send(tab, input, init),
      now: server.clock.now,
      apiOrigins: ['https://app.example'],
      page: opened.page,
      persistence: { connect: (parts) => createSharedSession(parts, fileOf(life)) },
    })
    const tab: Tab = Object.assign(life, {
      client,
      kill() {
        life.isAlive = false
        opened.kill()
      },
      show: opened.show,
      comeBack() {
        opened.putAway()
        opened.bringBack()
      },
    })
    return { tab, opened }
  }

  const tabs: Tab[] = []
  for (let number = 0; number < count; number += 1) {
    const { tab, opened } = open()
    await tab.client.restore()
    while (opened.listeners() === 0) await soon()
    if (number === 0) await tab.client.signIn(CREDENTIALS)
    tabs.push(tab)
  }
  isScheduled = true

  return {
    tabs,
    violations,
    disk,
    async act(act: Act): Promise<unknown> {
      await turn()
      if ('event' in act) {
        if (act.event === 'expire') server.clock.advance(A_WHILE)
        else if (act.event === 'outage') server.force('refresh', 'offline')
        else server.force('refresh', { status: 503 })
        return null
      }
      const tab = tabs[act.tab % tabs.length]
      if (!tab?.isAlive) return null
      switch (act.does) {
        case 'call':
          return tab.client.fetch(`${BASE}/auth/me`).catch(() => null)
        case 'refresh':
          return tab.client.refresh()
        case 'look':
          return tab.show()
        case 'sign_out':
          return tab.client.signOut()
        case 'sign_in':
          return tab.client.signIn(CREDENTIALS)
        case 'sign_in_as_eve':
          return tab.client.signIn({ ...CREDENTIALS, email: EVE.email })
        default:
          return tab.kill()
      }
    },
    /** Gives turns until nothing waits for one. */
    async untilIdle(): Promise<void> {
      let idle = 0
      while (idle < LONGEST_WAIT_MS) {
        await soon()
        if (scheduler.count() > 0) {
          idle = 0
          await scheduler.waitOne()
        } else {
          // Who waits without a lock looks again after a while.
          idle += POLL_MS
          if (!locks) await vi.advanceTimersByTimeAsync(POLL_MS)
          else idle = LONGEST_WAIT_MS
        }
      }
    },
    close() {
      for (const { client } of tabs) client.dispose()
    },
  }
}

interface Tab {
  client: ReturnType<typeof createAuthClient>
  isAlive: boolean
  kill: () => void
  show: () => void
  comeBack: () => void
}

function soon(): Promise<void> {
  return new Promise((done) => setImmediate(done))
}
