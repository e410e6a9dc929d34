import type { FieldError as FormError, FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { FieldError, FieldReason } from '../errors/failure-data.js'
import type { FieldErrors } from '../ui-state/ui-state.js'

const SERVER_TEXT = 'server_text'

/**
 * Puts each refused field's error on its form field and focuses the first.
 * Returns those that no field of the form can show.
 */
export function showFieldErrors<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  state: FieldErrors,
): readonly FieldError[] {
  const names = Object.keys(form.getValues())
  let focused = false
  return state.fields.filter((field) => {
    const name = names.find((candidate) => sameField(candidate, field.name))
    if (name === undefined) return true
    form.setError(name as Path<Values>, toFormError(field), { shouldFocus: !focused })
    focused = true
    return false
  })
}

/** The kit's own form of a react-hook-form error, ready for its copy. */
export function toFieldError(name: string, error: FormError | undefined): FieldError | null {
  if (!error) return null
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

function toFormError({ reason, message, min, max }: FieldError): FormError {
  if (reason === 'invalid' && message) return { type: SERVER_TEXT, message }
  return {
    type: 'server',
    message: reason,
    types: {
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
