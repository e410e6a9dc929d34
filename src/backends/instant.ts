/** An ISO 8601 text or epoch number as epoch milliseconds; null when it is neither. */
export function epochMilliseconds(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return null
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : at
}
