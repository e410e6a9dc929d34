import type { FieldError, FieldReason } from '../../errors/failure-data.js'
import { fieldError } from '../field-errors.js'

const MAX_FIELDS = 64

// One text for all fields: "[body.name] Invalid input: …; [body.email] …".
const BETWEEN_FIELDS = /; (?=\[(?:body|query)\.)/
const ONE_FIELD = /^\[(?:body|query)\.([^\]]+)\] ([^]*)$/

// MISSING_FIELD and FIELD_NOT_ALLOWED name their field in the text.
const NAMED_FIELD = {
  MISSING_FIELD: { text: /^(\S+) is required$/, reason: 'required' },
  FIELD_NOT_ALLOWED: { text: /^(\S+) is not allowed to be set$/, reason: 'not_allowed' },
} as const satisfies Record<string, { text: RegExp; reason: FieldReason }>

/** Zod's English, as far as the kit has words of its own for it. The first match wins. */
const REASONS: readonly { text: RegExp; reason: FieldReason }[] = [
  { text: /received undefined$/, reason: 'required' },
  { text: /^Too small: expected string to have >=1 characters$/, reason: 'required' },
  { text: /^Too small: expected string/, reason: 'too_short' },
  { text: /^Too big: expected string/, reason: 'too_long' },
  { text: /^Invalid email/, reason: 'format' },
]

/** The server's names for fields that forms call otherwise. */
const FORM_NAMES = new Map([
  ['phoneNumber', 'phone'],
  ['otp', 'code'],
])

/** The refused fields that the text of VALIDATION_ERROR, MISSING_FIELD or FIELD_NOT_ALLOWED names. */
export function readValidationMessage(code: string | null, message: string | null): FieldError[] {
  if (code === null || message === null) return []
  if (code === 'VALIDATION_ERROR') {
    return message.split(BETWEEN_FIELDS, MAX_FIELDS).flatMap(readPart)
  }
  if (!Object.hasOwn(NAMED_FIELD, code)) return []
  const { text, reason } = NAMED_FIELD[code as keyof typeof NAMED_FIELD]
  const name = text.exec(message)?.[1]
  return name === undefined ? [] : [{ ...fieldError(name, null), reason }]
}

function readPart(part: string): FieldError[] {
  const [, name, text = ''] = ONE_FIELD.exec(part) ?? []
  if (name === undefined) return []
  const error = fieldError(FORM_NAMES.get(name) ?? name, text)
  const reason = REASONS.find((known) => known.text.test(text.slice(0, 200)))?.reason
  return [reason === undefined ? error : { ...error, reason }]
}
