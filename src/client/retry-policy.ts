import type { RetryRule } from '../errors/catalogue.js'

/** Automatic repeats of one call, at most. */
const MAX_RETRIES = 2

const BASE_MS = 500
const CAP_MS = 20_000

/** A longer wait is the user's to see and to end: the state counts it down. */
const LONGEST_SILENT_WAIT_MS = 3_000

export interface RetryQuestion {
  /** What the catalogue says of the code that came. */
  rule: RetryRule
  /** How often this call was repeated already. */
  retries: number
  /** Seconds the server named, or null. */
  waitSeconds: number | null
}

/**
 * Milliseconds after which the client repeats a call that changes nothing, or null when it does not repeat it.
 * A wait that the server named is a floor: jitter comes on top.
 *
 * @param random from 0 up to 1
 */
export function retryDelayMs(
  { rule, retries, waitSeconds }: RetryQuestion,
  random: () => number,
): number | null {
  if (rule !== 'backoff' || retries >= MAX_RETRIES) return null
  const floor = (waitSeconds ?? 0) * 1000
  return floor > LONGEST_SILENT_WAIT_MS ? null : floor + backoffMs(retries, random)
}

/** Exponential back-off with full jitter: anything from nothing to a ceiling that doubles up to 20 seconds. */
export function backoffMs(retries: number, random: () => number): number {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** retries)
}
