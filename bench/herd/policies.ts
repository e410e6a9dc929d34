import { coolDownMs, renewAfterMs, tryAgainAfterMs } from '../../src/client/refresh-pauses.js'

/** How one kit's clients ask an auth server for fresh tokens. Times are in seconds, `random` gives 0 up to 1. */
export interface Policy {
  name: string
  /** When a new token is renewed, counted from its issue. */
  renewAfter: (life: number, random: () => number) => number
  /** Until a client tries again by itself after the nth failure in a row. */
  retryAfter: (failures: number, life: number, random: () => number) => number
  /** Until a user's own action may spend the same token again after the nth failure. */
  pauseAfter: (failures: number, random: () => number) => number
  /** Until a form that was locked is sent, after the lock has ended. */
  afterLock: (reaction: number, random: () => number) => number
}

const FULL_LIFE_SHARE = 0.85

/** This kit, by the functions that its client uses. */
export const GATEWRIGHT: Policy = {
  name: 'Gatewright',
  renewAfter: (life, random) => renewAfterMs(life * 1000, random) / 1000,
  retryAfter: (_, life, random) => tryAgainAfterMs(life * 1000, random) / 1000,
  pauseAfter: (failures, random) => coolDownMs(failures, random) / 1000,
  // A form is sent by its user alone.
  afterLock: (reaction) => reaction,
}

/** A timer a fixed time ahead of the end, and exponential back-off without jitter. */
export const NO_JITTER: Policy = {
  name: 'no jitter',
  renewAfter: (life) => life * FULL_LIFE_SHARE,
  retryAfter: (failures) => Math.min(20, 0.5 * 2 ** (failures - 1)),
  pauseAfter: () => 0,
  afterLock: () => 0,
}

/** TanStack Query's defaults: three repeats after 1, 2 and 4 seconds; then whenever the user does something. */
export const TANSTACK: Policy = {
  name: 'TanStack Query default',
  renewAfter: (life) => life * FULL_LIFE_SHARE,
  retryAfter: (failures) =>
    failures % 4 === 0 ? Number.POSITIVE_INFINITY : Math.min(30, 2 ** ((failures % 4) - 1)),
  pauseAfter: () => 0,
  afterLock: (reaction) => reaction,
}

/** The same pause each time. */
export const FIXED: Policy = {
  name: 'fixed back-off (5 s)',
  renewAfter: (life) => life * FULL_LIFE_SHARE,
  retryAfter: () => 5,
  pauseAfter: () => 0,
  afterLock: (_, random) => 5 * random(),
}
