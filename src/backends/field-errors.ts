import type { FieldError } from '../errors/failure-data.js'

/** How many field errors of one answer are kept, and how much of each text. */
const MAX_FIELDS = 64
const MAX_TEXT = 2_000

/**
 * Reads field errors in the forms backends send: `{ name: message }`, `{ name: [message] }`,
 * `[{ field | name | path | property, message }]` and `[ZodIssue]`. Anything else gives none.
 */
export function readFieldErrors(value: unknown): FieldError[] {
  if (Array.isArray(value)) return value.slice(0, MAX_FIELDS).flatMap(readListed)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .slice(0, MAX_FIELDS)
    .map(([name, message]) => fieldError(name, firstText(message)))
}

/** A field error from a name and the server's own words for it. */
export function fieldError(name: string, message: string | null): FieldError {
  const error: FieldError = { name: name.slice(0, MAX_TEXT), reason: 'invalid' }
  if (message) error.message = message.slice(0, MAX_TEXT)
  return error
}

function readListed(item: unknown): FieldError[] {
  if (typeof item !== 'object' || item === null) return []
  const { field, name, path, property, message, constraints } = item as Record<string, unknown>
  const named = [field, name, property, Array.isArray(path) ? path[0] : path].find(
    (candidate) => typeof candidate === 'string' && candidate !== '',
  )
  if (typeof named !== 'string') return []
  return [fieldError(named, firstText(message) ?? firstText(constraints))]
}

function firstText(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return null
  if ('message' in value && typeof value.message === 'string') return value.message
  const first: unknown = Object.values(value)[0]
  return typeof first === 'string' ? first : null
}
