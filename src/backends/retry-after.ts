/** Longest wait that is believed, in seconds: a day. */
const MAX_SECONDS = 86_400

const DELAY_SECONDS = /^\d{1,10}$/
// RFC 9110 5.6.7, IMF-fixdate only: `Date.parse` alone takes "120" and "-5" for dates.
const IMF_FIXDATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/

/**
 * Reads a `Retry-After` value (RFC 9110 10.2.3): whole seconds, else an IMF-fixdate counted from `now`.
 * Returns whole seconds from 0 to 86,400, or null for anything else.
 *
 * @param now epoch milliseconds
 */
export function parseRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null
  const text = value.trim()
  if (DELAY_SECONDS.test(text)) return Math.min(Number(text), MAX_SECONDS)
  const at = parseHttpDate(text)
  if (at === null) return null
  return Math.min(Math.max(Math.ceil((at - now) / 1000), 0), MAX_SECONDS)
}

/** An IMF-fixdate (RFC 9110 5.6.7) as epoch milliseconds; null for anything else. */
export function parseHttpDate(text: string | null): number | null {
  if (text === null || !IMF_FIXDATE.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}

/** A wait named in a body, as whole seconds from 0 to 86,400; null when it is not a finite number. */
export function waitSeconds(value: unknown): number | null {
  if (typeof value !== 'number' || !(value >= 0 && value < Number.POSITIVE_INFINITY)) return null
  return Math.min(Math.ceil(value), MAX_SECONDS)
}
