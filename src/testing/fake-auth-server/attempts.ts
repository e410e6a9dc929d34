import type { FakeClock } from './clock.js'
import type { Limit, Policy } from './policy.js'

/** Wrong passwords per address. Unknown addresses count too, so a lock tells nobody who has an account. */
export interface Attempts {
  /** Seconds until the address may try again; 0 when it may now. */
  lockedFor: (email: string) => number
  failures: (email: string) => number
  fail: (email: string) => void
  clear: (email: string) => void
}

export function createAttempts(lockout: Policy['lockout'], clock: FakeClock): Attempts {
  const records = new Map<string, { failures: number; lockedUntil: number | null }>()
  const recordOf = (email: string) => {
    const record = records.get(email)
    if (!record || (record.lockedUntil !== null && record.lockedUntil <= clock.now())) {
      return { failures: 0, lockedUntil: null }
    }
    return record
  }
  return {
    lockedFor: (email) => {
      const { lockedUntil } = recordOf(email)
      return lockedUntil === null ? 0 : Math.ceil((lockedUntil - clock.now()) / 1000)
    },
    failures: (email) => recordOf(email).failures,
    fail: (email) => {
      const failures = recordOf(email).failures + 1
      const locks = lockout !== null && failures >= lockout.failures
      const lockedUntil = locks ? clock.now() + lockout.seconds * 1000 : null
      records.set(email, { failures, lockedUntil })
    },
    clear: (email) => void records.delete(email),
  }
}

/** Counts one use of a key against a fixed window; gives the seconds left when it was one too many, else 0. */
export type RateLimiter = (limit: Limit | null, key: string) => number

export function createRateLimiter(clock: FakeClock): RateLimiter {
  const windows = new Map<string, { startedAt: number; used: number }>()
  return (limit, key) => {
    if (!limit) return 0
    const now = clock.now()
    const length = limit.perSeconds * 1000
    const known = windows.get(key)
    const window = known && now - known.startedAt < length ? known : { startedAt: now, used: 0 }
    window.used += 1
    windows.set(key, window)
    return window.used > limit.max ? Math.ceil((window.startedAt + length - now) / 1000) : 0
  }
}
