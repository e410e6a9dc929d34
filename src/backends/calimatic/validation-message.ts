import type { FieldError } from '../../errors/failure-data.js'
import { fieldError, readFieldErrors } from '../field-errors.js'

/** Longest text that is searched for field names, in characters. */
const MAX_TEXT = 2_000

/** The fields people fill in, as names or as words; a name that ends in another stands before it. */
const FIELD =
  /\b(?:(?<newPassword>new[ _-]?password)|(?<currentPassword>current[ _-]?password)|(?<firstName>first[ _-]?name)|(?<lastName>last[ _-]?name)|(?<email>e-?mail)|(?<password>password)|(?<code>code))\b/i

const SEPARATOR = /^["'`\])]{0,2} ?: ?/

/**
 * The fields a `VALIDATION_ERROR` text complains of. Seed 000 has no field map: the text of the server's zod check
 * names the field, alone, in a list, or as zod's own JSON.
 */
export function fieldsInMessage(message: string): FieldError[] {
  const issues = issuesIn(message)
  if (issues) return readFieldErrors(issues)
  const found = new Map<string, FieldError>()
  for (const text of message.slice(0, MAX_TEXT).split(/[;\n]/)) {
    const error = fieldIn(text.trim())
    if (error && !found.has(error.name)) found.set(error.name, error)
  }
  return [...found.values()]
}

/** `ZodError.message` is the list of issues as JSON. */
function issuesIn(message: string): unknown[] | null {
  if (!message.trimStart().startsWith('[')) return null
  try {
    return JSON.parse(message) as unknown[]
  } catch {
    return null
  }
}

function fieldIn(text: string): FieldError | null {
  const match = FIELD.exec(text)
  const name = Object.entries(match?.groups ?? {}).find(([, word]) => word !== undefined)?.[0]
  if (!match || name === undefined) return null
  const rest = text.slice(match.index + match[0].length)
  const separator = SEPARATOR.exec(rest)
  return fieldError(name, separator ? rest.slice(separator[0].length) : text)
}
