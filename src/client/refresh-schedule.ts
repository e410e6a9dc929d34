import { renewAfterMs, tryAgainAfterMs } from './refresh-pauses.js'
import type { SessionStore } from './session-store.js'

/** Renews a session in good time, while somebody sees the page. */
export interface RefreshSchedule {
  /** The page is seen again: what has come due meanwhile is made up for. */
  look: () => void
  /** Nobody sees the page. */
  pause: () => void
  stop: () => void
}

export interface ScheduleParts {
  store: SessionStore
  /** Epoch milliseconds. */
  now: () => number
  /** Whether this tab is the one to do it. */
  isOn: () => boolean
  refresh: () => Promise<unknown>
  /** From 0 up to 1. */
  random?: () => number
}

/** Longest single timer, in milliseconds: a machine that slept is noticed by then. */
const CHUNK_MS = 30_000
/** Tokens that live shorter, in seconds, are renewed when the server refuses them. */
const SHORTEST_LIFE = 20
/** Those who wake together ask within this time of each other, in milliseconds. */
const SPREAD_MS = 2000

/** Renews before a token's life is over; a renewal that fails waits for its next turn, or for somebody who needs it. */
export function createRefreshSchedule({
  store,
  now,
  isOn,
  refresh,
  random = Math.random,
}: ScheduleParts): RefreshSchedule {
  let timer: ReturnType<typeof setTimeout> | undefined
  let due: { since: number; ticks: number; in: number; life: number } | null = null

  /** By the clock or by the ticks since, whichever is more: clocks are set back, and ticks stop in sleep. */
  function left(): number {
    if (!due) return Number.POSITIVE_INFINITY
    return due.in - Math.max(now() - due.since, performance.now() - due.ticks)
  }

  function plan() {
    const life = store.tokenLife()
    due = null
    if (life && life.seconds >= SHORTEST_LIFE) {
      const whole = life.seconds * 1000
      const age = Math.max(whole - (life.endsAt - now()), 0)
      const rest = renewAfterMs(whole, random) - age
      become(rest > 0 ? rest : soon(), whole)
    }
    wait(left())
  }

  function become(milliseconds: number, life: number) {
    due = { since: now(), ticks: performance.now(), in: milliseconds, life }
  }

  function soon(): number {
    return random() * SPREAD_MS
  }

  function wait(milliseconds: number) {
    clearTimeout(timer)
    if (due) timer = setTimeout(tick, Math.min(Math.max(milliseconds, 0), CHUNK_MS))
  }

  function tick() {
    const attempted = due
    if (!attempted || left() > 0) return wait(left())
    if (!isOn()) return wait(CHUNK_MS)
    const postpone = () => {
      // Fresh tokens have made a plan of their own.
      if (due !== attempted) return
      become(tryAgainAfterMs(attempted.life, random), attempted.life)
      wait(left())
    }
    void refresh().then(postpone, postpone)
  }

  const unwatch = store.onTokens(plan)
  plan()
  return {
    look: () => wait(left() > 0 ? left() : soon()),
    pause: () => clearTimeout(timer),
    stop() {
      unwatch()
      clearTimeout(timer)
      due = null
    },
  }
}
