import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { underLock } from '../../src/client/refresh-lock.js'
import { ASK_MS } from '../../src/client/session-record.js'
import { LOCK_WAIT_MS } from '../../src/client/shared-refresh.js'
import { createLocks } from './locks.js'
import { A_WHILE, createTabs, CREDENTIALS, passes } from './tabs.js'

const GOOD = [200, 200, 200, 200]
/** The name of the lock that the tabs of this session take turns by. */
const LOCK = 'gatewright:edgebase https://app.example/api'

describe.each([
  ['with locks', { locks: true }],
  ['without locks', { locks: false }],
])('tabs of one session on a server that forgives no second use, %s', (_, browser) => {
  it('REL-02, REL-03, REL-15: renew it once when they wake together', async () => {
    const world = createTabs({ browser })
    const tabs = await world.openSignedIn(4)
    for (let race = 1; race <= 10; race += 1) {
      world.server.clock.advance(A_WHILE)
      expect((await Promise.all(tabs.map((tab) => tab.callApi()))).map((a) => a.status)).toEqual(
        GOOD,
      )
      expect(world.refreshes()).toEqual({ asked: race, refused: 0 })
    }
    for (const { events } of tabs) {
      const told = events.filter(({ type }) => type === 'locks_unavailable')
      expect(told).toHaveLength(browser.locks ? 0 : 1)
    }
  })

  it('REL-01: ask once for a thousand calls, and each gets the same answer', async () => {
    const world = createTabs({ browser })
    const [tab] = await world.openSignedIn(1)
    const all = await Promise.all(Array.from({ length: 1000 }, () => tab.client.refresh()))
    expect(new Set(all.map((state) => state?.kind))).toEqual(new Set(['signed_in']))
    expect(world.refreshes()).toEqual({ asked: 1, refused: 0 })
  })

  it('REL-09: drop the new tokens where the user has signed out meanwhile, in any tab', async () => {
    const world = createTabs({ browser })
    const [first, second] = await world.openSignedIn(2)
    const { reached, release } = world.holdRefresh()
    const refreshing = first.client.refresh()
    await reached
    await second.client.signOut()
    release()
    expect((await refreshing)?.kind).toBe('sign_in_required')
    expect(first.client.getSession()).toEqual({ status: 'signed_out' })
    const late = await world.openRestored()
    expect(late.client.getSession()).toEqual({ status: 'signed_out' })
    // Nobody has them, so that they are of no use at the server either.
    const outs = () => world.server.requests.filter(({ operation }) => operation === 'sign_out')
    await vi.waitFor(() => expect(outs()).toHaveLength(2))
  })

  it('REL-09: keep the session that somebody has started meanwhile', async () => {
    const world = createTabs({ browser })
    const [first, second] = await world.openSignedIn(2)
    const { reached, release } = world.holdRefresh()
    const refreshing = first.client.refresh()
    await reached
    await second.client.signIn({ ...CREDENTIALS, email: 'eve@example.com' })
    release()
    await refreshing
    await vi.waitFor(() =>
      expect(first.client.getSession()).toMatchObject({ user: { email: 'eve@example.com' } }),
    )
    expect((await first.callApi())?.status).toBe(200)
    expect(world.refreshes().refused).toBe(0)
  })

  it('REL-14: end together and ask no more when the server has noticed a second use', async () => {
    const world = createTabs({ browser })
    const tabs = await world.openSignedIn(3)
    world.server.force('refresh', {
      status: 401,
      message: 'Refresh token reuse detected. Session revoked.',
    })
    world.server.clock.advance(A_WHILE)
    await Promise.all(tabs.map((tab) => tab.callApi()))
    await vi.waitFor(() => {
      for (const { client } of tabs) {
        expect(client.getSession()).toEqual({ status: 'signed_out', reason: 'reuse_detected' })
      }
    })
    expect(world.refreshes().asked).toBe(1)
    const calls = world.server.requests.length
    await Promise.all(tabs.map((tab) => tab.callApi()))
    // The app's own calls go out without a token.
    expect(world.server.requests.length - calls).toBe(3)
    expect(world.refreshes().asked).toBe(1)
  })

  it('REL-11: keep it when the server is down, and one of them asks for all', async () => {
    const world = createTabs({ browser })
    const tabs = await world.openSignedIn(4)
    world.server.force('refresh', { status: 503 }, { times: Infinity })
    world.server.clock.advance(A_WHILE)
    await Promise.all(tabs.map((tab) => tab.callApi()))
    for (const { client } of tabs) expect(client.getSession().status).toBe('signed_in')
    expect(world.refreshes().asked).toBe(1)
  })
})

describe('a tab that is closed while it refreshes', () => {
  async function closedInTheMiddle(options: Parameters<typeof createTabs>[0] = {}) {
    const world = createTabs(options)
    const [victim, ...others] = await world.openSignedIn(3)
    world.server.clock.advance(A_WHILE)
    const { reached } = world.holdRefresh()
    void victim.callApi()
    await reached
    victim.kill()
    return { world, others }
  }

  it('REL-16, REL-39: leaves a token in doubt, which is never sent again', async () => {
    const { world, others } = await closedInTheMiddle()
    const answers = await Promise.all(others.map((tab) => tab.callApi()))
    expect(answers.map(({ status }) => status)).toEqual([401, 401])
    for (const { client } of others) {
      expect(client.getSession()).toEqual({ status: 'signed_out', reason: 'expired' })
    }
    expect(world.refreshes()).toEqual({ asked: 1, refused: 0 })
    expect(others.flatMap(({ events }) => events.map(({ type }) => type))).toContain(
      'refresh_answer_lost',
    )
    await others[0]?.client.signIn(CREDENTIALS)
    await vi.waitFor(() => expect(others[1]?.client.getSession().status).toBe('signed_in'))
  })

  it('REL-12: leaves the others their access token for as long as it is good', async () => {
    const world = createTabs()
    const [victim, other] = await world.openSignedIn(2)
    const { reached } = world.holdRefresh()
    void victim.client.refresh()
    await reached
    victim.kill()
    expect(await other.client.refresh()).toMatchObject({ kind: 'network_error', timeout: true })
    expect((await other.callApi())?.status).toBe(200)
    expect(other.client.getSession().status).toBe('signed_in')
    expect(world.refreshes()).toEqual({ asked: 1, refused: 0 })
  })

  it('REL-16: is made up for where the server forgives a second use for a while', async () => {
    const graceful = { graceSeconds: 30, recognises: 'previous', ends: 'session' } as const
    const { world, others } = await closedInTheMiddle({
      server: { reuse: graceful },
      backend: { refreshGraceSeconds: 30 },
    })
    const answers = await Promise.all(others.map((tab) => tab.callApi()))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(world.refreshes()).toEqual({ asked: 2, refused: 0 })
  })

  it('REL-16, REL-39: is noticed without locks by the age of its claim', async () => {
    const { world, others } = await closedInTheMiddle({ browser: { locks: false } })
    const calls = others.map((tab) => tab.callApi())
    world.server.clock.advance(11)
    await Promise.all(calls)
    for (const { client } of others) expect(client.getSession().status).toBe('signed_out')
    expect(world.refreshes()).toEqual({ asked: 1, refused: 0 })
    expect(others[0]?.events.filter(({ type }) => type === 'locks_unavailable')).toHaveLength(1)
  })
})

describe('a server that takes its time', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

  async function slowAnswer() {
    const world = createTabs({ server: { latency: 0 } })
    const opening = world.openSignedIn(3)
    await passes(100)
    const [first, second, third] = await opening
    const others = [second, third]
    world.server.clock.advance(A_WHILE)
    const { reached, release } = world.holdRefresh()
    const call = first.callApi()
    await passes(100)
    await reached
    return { world, first, second, others, call, release }
  }

  it('REL-04, REL-05: holds up nobody for longer than they wait, and is asked once', async () => {
    const { world, others, call } = await slowAnswer()
    const calls = others.map((tab) => tab.callApi())
    await passes(15_100)
    const answers = await Promise.all([call, ...calls])
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
    for (const { client } of others) expect(client.getSession().status).toBe('signed_in')
    expect(world.refreshes()).toEqual({ asked: 1, refused: 0 })
  })

  it('REL-09: does not bring a session back that has ended while it took its time', async () => {
    const { world, second, call, release } = await slowAnswer()
    const signingOut = second.client.signOut()
    await passes(500)
    await signingOut
    await passes(9000)
    release()
    await passes(500)
    await call
    const opening = world.openRestored()
    await passes(100)
    const { client, events } = await opening
    expect(client.getSession()).toEqual({ status: 'signed_out' })
    expect(events.filter(({ type }) => type === 'storage_failed')).toEqual([])
  })

  it('REL-43: leaves no timer behind when it has answered', async () => {
    const { first, call, release } = await slowAnswer()
    release()
    await passes(500)
    expect((await call).status).toBe(200)
    const timers = vi.getTimerCount()
    const again = first.client.refresh()
    await passes(500)
    expect(await again).toMatchObject({ kind: 'signed_in' })
    expect(vi.getTimerCount()).toBe(timers)
  })

  it.each([
    ['with a lock that is never freed', { locks: true }],
    ['without locks, while another tab asks', { locks: false }],
  ])(
    'REL-04: is waited for %s for ten seconds, and then it can be tried again',
    async (_, browser) => {
      const world = createTabs({ browser, server: { latency: 0 } })
      const opening = world.openSignedIn(2)
      await passes(100)
      const [stuck, waiting] = await opening
      const { reached } = world.holdRefresh()
      void stuck.page.navigator?.locks?.request(LOCK, {}, () => new Promise(() => undefined))
      if (!browser.locks) {
        void stuck.client.refresh()
        await passes(100)
        await reached
        stuck.kill()
      }
      const refreshing = waiting.client.refresh()
      await passes(10_500)
      expect(await refreshing).toMatchObject({ kind: 'network_error', timeout: true })
      expect(waiting.client.getSession().status).toBe('signed_in')
      expect(world.refreshes().asked).toBe(browser.locks ? 0 : 1)
    },
  )

  it('is heard by all tabs when it answers at last', async () => {
    const { world, first, others, release } = await slowAnswer()
    await passes(40_000)
    release()
    await passes(500)
    expect((await first.callApi()).status).toBe(200)
    expect((await others[0]?.callApi())?.status).toBe(200)
    expect(world.refreshes()).toEqual({ asked: 1, refused: 0 })
  })

  it('REL-09: is not heard any more when somebody has signed in meanwhile', async () => {
    const { world, first, second, others, release } = await slowAnswer()
    await passes(20_000)
    const signingIn = second.client.signIn({ ...CREDENTIALS, email: 'eve@example.com' })
    await passes(500)
    await signingIn
    release()
    await passes(500)
    for (const { client } of [first, ...others]) {
      expect(client.getSession()).toMatchObject({ user: { email: 'eve@example.com' } })
    }
    expect((await first.callApi()).status).toBe(200)
    expect(world.refreshes().refused).toBe(0)
  })

  it('REL-05: lets go of the lock before those who wait for it give up', () => {
    const STORAGE_MS = 2000
    expect(ASK_MS).toBeLessThan(8000)
    expect(ASK_MS + STORAGE_MS).toBeLessThan(LOCK_WAIT_MS)
  })
})

describe('the lock', () => {
  it('REL-04: is waited for so long and no longer, and what waits comes to an end', async () => {
    const locks = createLocks()
    const [one, other] = [locks.of({}), locks.of({})]
    void underLock(one, 'refresh', 1000, () => new Promise(() => undefined))
    await Promise.resolve()
    let ran = false
    const outcome = await underLock(other, 'refresh', 20, async () => {
      ran = true
    })
    expect(outcome).toBe('waited_in_vain')
    expect(ran).toBe(false)
  })

  it('REL-07: gives the faults of what runs under it as they are, aborts among them', async () => {
    const locks = createLocks().of({})
    const abort = new DOMException('The user went away.', 'AbortError')
    await expect(underLock(locks, 'refresh', 1000, () => Promise.reject(abort))).rejects.toBe(abort)
    await expect(underLock(locks, 'refresh', 1000, async () => 'free')).resolves.toBe('free')
  })

  it('REL-04: is given up by nobody who holds it, however long the work takes', async () => {
    vi.useFakeTimers()
    const locks = createLocks().of({})
    const signals: (AbortSignal | undefined)[] = []
    const watched = {
      request: ((name: string, options: LockOptions, work: LockGrantedCallback<unknown>) => {
        signals.push(options.signal)
        return locks.request(name, options, work)
      }) as typeof locks.request,
    }
    const long = () => new Promise((done) => void setTimeout(() => done('fresh tokens'), 5000))
    const outcome = underLock(watched, 'refresh', 1000, long)
    await vi.advanceTimersByTimeAsync(5000)
    expect(await outcome).toBe('fresh tokens')
    expect(signals.map((signal) => signal?.aborted)).toEqual([false])
    vi.useRealTimers()
  })

  it('is done without where the browser refuses it, at once and for good', async () => {
    vi.useFakeTimers()
    const refusing = {
      request: () => Promise.reject(new DOMException('Sandboxed.', 'SecurityError')),
    }
    let ran = false
    const outcome = await underLock(refusing, 'refresh', 1000, async () => {
      ran = true
    })
    expect(outcome).toBe('unavailable')
    expect(ran).toBe(false)
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  it('REL-08: is stolen nowhere', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    const sources = files.filter((path) => /\.tsx?$/.test(path))
    expect(sources.length).toBeGreaterThan(100)
    for (const path of sources) {
      expect(readFileSync(join('src', path), 'utf8'), path).not.toMatch(/\bsteal\s*:/)
    }
  })
})
