/** A server that failed again and again, and is left alone for a while. */
export interface Outage {
  /** Epoch milliseconds of the first failure. */
  readonly since: number
  /** Instant (epoch milliseconds) from which one call finds out whether it is over. */
  readonly nextTryAt: number
}

/** Stops the calls that nobody asked for while a server is down. */
export interface CircuitBreaker {
  /** The outage, or null; the same object until it changes. */
  outage: () => Outage | null
  /** Calls back when an outage begins, goes on or ends. Returns the undo. */
  onChange: (listener: () => void) => () => void
  /** Whether a call that nobody asked for may be sent now. During an outage one is, once it is time: the probe. */
  admits: () => boolean
  /** Any answer of a server at work ends the outage. */
  succeeded: () => void
  failed: () => void
}

const FAILURES = 5
const WITHIN_MS = 30_000
const FIRST_PAUSE_MS = 10_000
const LONGEST_PAUSE_MS = 120_000
/** A probe that was never heard of again is given up after this. */
const PROBE_MS = 20_000

/**
 * Opens after five failures within 30 seconds. Each pause is jittered by up to its own length again, and the next is
 * twice as long, up to two minutes.
 *
 * @param now epoch milliseconds
 * @param random from 0 up to 1
 */
export function createCircuitBreaker(now: () => number, random: () => number): CircuitBreaker {
  const listeners = new Set<() => void>()
  let failures: number[] = []
  let outage: Outage | null = null
  let pauses = 0
  let probeSentAt: number | null = null

  function become(next: Outage | null) {
    if (next === outage) return
    outage = next
    for (const listener of listeners) listener()
  }

  function pauseFrom(since: number) {
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** pauses)
    pauses += 1
    probeSentAt = null
    become({ since, nextTryAt: now() + pause * (1 + random()) })
  }

  return {
    outage: () => outage,
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    admits() {
      if (outage === null) return true
      const isProbed = probeSentAt !== null && now() - probeSentAt < PROBE_MS
      if (now() < outage.nextTryAt || isProbed) return false
      probeSentAt = now()
      return true
    },
    succeeded() {
      failures = []
      pauses = 0
      probeSentAt = null
      become(null)
    },
    failed() {
      const at = now()
      if (outage !== null) {
        // A user's own call that fails during the pause does not make it longer.
        if (at >= outage.nextTryAt) pauseFrom(outage.since)
        return
      }
      failures = [...failures, at].filter((time) => at - time < WITHIN_MS)
      if (failures.length === FAILURES) pauseFrom(failures[0] ?? at)
    },
  }
}
