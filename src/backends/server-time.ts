import type { WireAnswer } from './backend.js'
import { epochMilliseconds } from './instant.js'
import { parseHttpDate, waitSeconds } from './retry-after.js'

/**
 * The server's own clock at the time of its answer, in epoch milliseconds: the `Date` header (RFC 9110 6.6.1), which
 * a page of another origin may not read, else the `timestamp` or `meta.timestamp` of the body (seeds 001 and 002).
 * Null when the answer does not tell.
 */
export function serverTime({ header, body }: WireAnswer): number | null {
  return parseHttpDate(header('date')) ?? timestampIn(body) ?? timestampIn(fieldOf(body, 'meta'))
}

/** Whole seconds from 0 to 86,400 until an instant of the server's; null when there is none. */
export function secondsUntil(instant: unknown, now: number): number | null {
  const at = epochMilliseconds(instant)
  return at === null ? null : waitSeconds(Math.max(at - now, 0) / 1000)
}

function timestampIn(body: unknown): number | null {
  const timestamp = fieldOf(body, 'timestamp')
  return typeof timestamp === 'string' ? epochMilliseconds(timestamp) : null
}

function fieldOf(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined
  return (body as Record<string, unknown>)[name]
}
