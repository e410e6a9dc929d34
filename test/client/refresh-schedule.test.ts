import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createRefreshSchedule } from '../../src/client/refresh-schedule.js'
import { createSessionStore } from '../../src/client/session-store.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const GRANT = { user: null, accessToken: 'a', refreshToken: 'r', expiresInSeconds: 900 }

beforeEach(() => void vi.useFakeTimers())

/** A page that is seen, with a clock that may be wrong or be set. */
function onPage({
  random = Math.random,
  ahead = 0,
  isOn = () => true,
}: { random?: () => number; ahead?: number; isOn?: () => boolean } = {}) {
  const clock = { ahead }
  const now = () => Date.now() + clock.ahead
  const store = createSessionStore(true, now)
  const refreshedAt: number[] = []
  const begun = Date.now()
  const schedule = createRefreshSchedule({
    store,
    now,
    isOn,
    random,
    refresh: async () => {
      refreshedAt.push(Date.now() - begun)
      store.renew(GRANT)
    },
  })
  return { store, schedule, refreshedAt, clock }
}

describe('the time to renew a session', () => {
  it('comes before the token ends, and again before the next one ends', () => {
    const { store, refreshedAt } = onPage()
    store.start(GRANT)
    vi.advanceTimersByTime(45 * MINUTE)
    expect(refreshedAt.length).toBeGreaterThanOrEqual(3)
    const ages = refreshedAt.map((at, index) => at - (refreshedAt[index - 1] ?? 0))
    for (const age of ages) {
      expect(age).toBeGreaterThanOrEqual(12 * MINUTE)
      expect(age).toBeLessThanOrEqual(13.5 * MINUTE)
    }
  })

  it('REL-27: is another one for each client, over a tenth of the token’s life', () => {
    const clients = 2000
    const at: number[] = []
    for (let client = 0; client < clients; client += 1) {
      const { store, refreshedAt, schedule } = onPage()
      store.start(GRANT)
      vi.advanceTimersByTime(14 * MINUTE)
      at.push(refreshedAt[0] ?? 0)
      schedule.stop()
    }
    const perSecond = new Map<number, number>()
    for (const when of at) {
      const second = Math.floor(when / 1000)
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1)
    }
    const mean = clients / 90
    expect(Math.max(...perSecond.values())).toBeLessThan(3 * mean)
  })

  it('never comes where the backend does not say how long a token lives, or when nobody is signed in', () => {
    const { store, refreshedAt } = onPage()
    store.start({ ...GRANT, expiresInSeconds: null })
    vi.advanceTimersByTime(DAY)
    store.start(GRANT)
    store.end()
    vi.advanceTimersByTime(DAY)
    expect(refreshedAt).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is left to the server’s refusal where tokens live for seconds', () => {
    for (const expiresInSeconds of [0, -5, 1, 15, Number.NaN, Number.POSITIVE_INFINITY]) {
      const { store, refreshedAt } = onPage()
      store.start({ ...GRANT, expiresInSeconds })
      vi.advanceTimersByTime(HOUR)
      expect(refreshedAt).toEqual([])
    }
  })

  it('REL-20: is waited for in steps that no timer is too short for', () => {
    const set = vi.spyOn(globalThis, 'setTimeout')
    const { store, refreshedAt } = onPage()
    store.start({ ...GRANT, expiresInSeconds: 60 * 24 * 3600 })
    vi.advanceTimersByTime(47 * DAY)
    expect(refreshedAt).toEqual([])
    vi.advanceTimersByTime(8 * DAY)
    expect(refreshedAt[0]).toBeGreaterThan(48 * DAY - 1)
    expect(refreshedAt[0]).toBeLessThan(54 * DAY + 1)
    for (const [, wait = 0] of set.mock.calls) expect(wait).toBeLessThan(2 ** 31)
    set.mockRestore()
  })

  it('REL-19: is noticed within moments on a machine that has slept through it', () => {
    const { store, refreshedAt, schedule } = onPage()
    store.start(GRANT)
    vi.advanceTimersByTime(MINUTE)
    // Timers stand still in sleep, the clock does not.
    vi.setSystemTime(Date.now() + 8 * HOUR)
    schedule.look()
    vi.advanceTimersByTime(2000)
    expect(refreshedAt).toHaveLength(1)
  })

  it('REL-19: is noticed without any event, too', () => {
    const { store, refreshedAt } = onPage()
    store.start(GRANT)
    vi.advanceTimersByTime(MINUTE)
    vi.setSystemTime(Date.now() + 8 * HOUR)
    vi.advanceTimersByTime(31_000)
    expect(refreshedAt).toHaveLength(1)
  })

  it('REL-21: is the same on 49 clocks, from a day behind to a day ahead', () => {
    for (let hours = -24; hours <= 24; hours += 1) {
      const { store, refreshedAt } = onPage({ ahead: hours * HOUR, random: () => 0.5 })
      store.start(GRANT)
      vi.advanceTimersByTime(20 * MINUTE)
      expect(refreshedAt).toEqual([12.75 * MINUTE])
    }
  })

  it('REL-21: neither loops nor is lost when the clock is set', () => {
    const hours = fc.array(fc.integer({ min: -24, max: 24 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(hours, (settings) => {
        const { store, refreshedAt, clock, schedule } = onPage()
        store.start(GRANT)
        for (const ahead of settings) {
          clock.ahead = ahead * HOUR
          vi.advanceTimersByTime(5 * MINUTE)
        }
        // Once for each time that the clock jumps ahead, and once in each life.
        const most = settings.length + Math.ceil((settings.length * 5) / 12)
        expect(refreshedAt.length).toBeLessThanOrEqual(most)
        vi.advanceTimersByTime(15 * MINUTE)
        expect(refreshedAt.length).toBeGreaterThan(0)
        schedule.stop()
      }),
      { numRuns: 200 },
    )
  })

  it('is not this tab’s to keep while nobody sees it', () => {
    let isSeen = false
    const { store, refreshedAt, schedule } = onPage({ isOn: () => isSeen })
    store.start(GRANT)
    schedule.pause()
    vi.advanceTimersByTime(HOUR)
    expect(vi.getTimerCount()).toBe(0)
    isSeen = true
    schedule.look()
    vi.advanceTimersByTime(2000)
    expect(refreshedAt).toHaveLength(1)
  })
})
