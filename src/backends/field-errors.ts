import type { FieldError } from '../errors/failure-data.js'

/** How many field errors of one answer are kept, and how much of each text. */
const MAX_FIELDS = 64
const MAX_TEXT = 2_000

/**
 * Reads field errors in the forms backends send: `{ name: message }`, `{ name: [message] }`,
 * `[{ field | name | path | property, message | constraints }]` and `[ZodIssue]`. Anything else gives none.
 */
export function readFieldErrors(value: unknown): FieldError[] {
  if (typeof value !== 'object' || value === null) return []
  const errors = Array.isArray(value)
    ? value.flatMap(readListed)
    : Object.entries(value).flatMap(([name, message]) => fieldErrors(name, textsIn(message)))
  return errors.slice(0, MAX_FIELDS)
}

/** A field error from a name and the server's own words for it. */
export function fieldError(name: string, message: string | null): FieldError {
  const error: FieldError = { name: name.slice(0, MAX_TEXT), reason: 'invalid' }
  if (message) error.message = message.slice(0, MAX_TEXT)
  return error
}

function readListed(item: unknown): FieldError[] {
  // A number or a text has none of these, and so names no field.
  const { field, name, path, property, message, constraints } = (item ?? {}) as Record<
    string,
    unknown
  >
  const named = [field, name, property, Array.isArray(path) ? path[0] : path].find(
    (candidate) => typeof candidate === 'string' && candidate !== '',
  )
  if (typeof named !== 'string') return []
  const texts = textsIn(message)
  return fieldErrors(named, texts.length > 0 ? texts : textsIn(constraints))
}

/** One error a text, and one without words for a field that came without. */
function fieldErrors(name: string, texts: readonly string[]): FieldError[] {
  return texts.length > 0 ? texts.map((text) => fieldError(name, text)) : [fieldError(name, null)]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  if ('message' in value && typeof value.message === 'string') return [value.message]
  return Object.values(value).filter((text) => typeof text === 'string')
}
