/** A refresh token that failed is not tried again by itself for so long, in milliseconds. */
export const SHORTEST_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 960_000

/** Milliseconds from a token's issue to its renewal: 80 to 90 % of its life, each client at another point of it. */
export function renewAfterMs(lifeMs: number, random: () => number): number {
  return lifeMs * (0.9 - 0.1 * random())
}

/**
 * Milliseconds until a renewal that nobody waits for is tried again after it has failed: when the next would have
 * been due. So clients keep their places, and a server that comes back meets those it would have met anyway, not all
 * who missed it at once. Whoever needs a token meanwhile asks for it.
 */
export function tryAgainAfterMs(lifeMs: number, random: () => number): number {
  return Math.max(SHORTEST_PAUSE_MS, renewAfterMs(lifeMs, random))
}

/**
 * Milliseconds for which a refresh token that has failed is not spent for a user's call either: a minute at least,
 * and after each failure in a row up to twice as long, to 16 minutes at most.
 */
export function coolDownMs(failures: number, random: () => number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** failures)
  return SHORTEST_PAUSE_MS + random() * (longest - SHORTEST_PAUSE_MS)
}
