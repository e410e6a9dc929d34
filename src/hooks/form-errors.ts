import type { FieldError as FormError, FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { FieldError, FieldReason } from '../errors/failure-data.js'
import type { FieldErrors } from '../ui-state/ui-state.js'

const SERVER_TEXT = 'server_text'

/** What is wrong with a field, and what else. */
export interface FieldFault extends FieldError {
  also?: readonly FieldError[]
}

/**
 * Puts each refused field's errors on its form field and focuses the first.
 * Returns those that no field of the form can show.
 */
export function showFieldErrors<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  state: FieldErrors,
): readonly FieldError[] {
  const names = Object.keys(form.getValues())
  const nameOf = (field: FieldError) => names.find((name) => sameField(name, field.name))
  const refused = names.filter((name) => state.fields.some((field) => nameOf(field) === name))
  for (const [index, name] of refused.entries()) {
    const [first, ...also] = state.fields.filter((field) => nameOf(field) === name)
    if (!first) continue
    form.setError(name as Path<Values>, toFormError(first, also), { shouldFocus: index === 0 })
  }
  return state.fields.filter((field) => nameOf(field) === undefined)
}

/** The kit's own form of a react-hook-form error, ready for its copy. */
export function toFieldError(name: string, error: FormError | undefined): FieldFault | null {
  if (!error) return null
  const also = alsoIn(error)
  const first = firstIn(name, error)
  return also.length > 0 ? { ...first, also } : first
}

function firstIn(name: string, error: FormError): FieldError {
  if (error.type === SERVER_TEXT) {
    return { name, reason: 'invalid', ...(error.message ? { message: error.message } : {}) }
  }
  const { min, max } = error.types ?? {}
  return {
    name,
    reason: (error.message ?? 'invalid') as FieldReason,
    ...(typeof min === 'string' ? { min: Number(min) } : {}),
    ...(typeof max === 'string' ? { max: Number(max) } : {}),
  }
}

// react-hook-form keeps texts alone, so what else is wrong travels as one.
function alsoIn({ types }: FormError): readonly FieldError[] {
  return typeof types?.['also'] === 'string' ? (JSON.parse(types['also']) as FieldError[]) : []
}

function toFormError(
  { reason, message, min, max }: FieldError,
  others: readonly FieldError[],
): FormError {
  const also = others.length > 0 ? { also: JSON.stringify(others) } : {}
  if (reason === 'invalid' && message) return { type: SERVER_TEXT, message, types: also }
  return {
    type: 'server',
    message: reason,
    types: {
      ...also,
      ...(min === undefined ? {} : { min: String(min) }),
      ...(max === undefined ? {} : { max: String(max) }),
    },
  }
}

/** Backends write `new_password`, `newPassword` and `NewPassword` for one field. */
export function sameField(ours: string, theirs: string): boolean {
  return plain(ours) === plain(theirs)
}

function plain(name: string): string {
  return name.replace(/[^a-z\d]/gi, '').toLowerCase()
}
