'use client'
import { forwardRef, useId, type ReactNode } from 'react'
import type { PasswordPolicy } from '../../backends/actions.js'
import type { FieldError } from '../../errors/failure-data.js'
import { passwordRules } from '../../hooks/new-password.js'
import { useSettled } from '../../hooks/use-settled.js'
import { LiveRegion } from '../../primitives/announcer/live-region.js'
import { PasswordChecklist, requirementIds } from './password-checklist.js'
import { PasswordInput, type PasswordInputProps } from './password-input.js'

/** An app's own judgement of a password, drawn below the requirements. Called once typing pauses. */
export type PasswordStrength = (password: string) => ReactNode

export interface NewPasswordFieldProps extends PasswordInputProps {
  /** What is typed now, as `useWatch` gives it. */
  typed: string
  /** See `usePasswordPolicy`. */
  policy: PasswordPolicy
  strength?: PasswordStrength | undefined
}

/** A password to be chosen, with what is asked of it. Takes what react-hook-form's `register` gives. */
export const NewPasswordField = forwardRef<HTMLInputElement, NewPasswordFieldProps>(
  function NewPasswordField({ fault, typed, policy, strength, ...input }, ref) {
    const id = useId()
    const settled = useSettled(typed)
    // No type knows the attribute yet; browsers that generate passwords do.
    const rules = { passwordrules: passwordRules(policy) }
    return (
      <PasswordInput
        autoComplete="new-password"
        aria-describedby={requirementIds(id, policy)}
        {...rules}
        {...input}
        fault={fault && withLimits(fault, policy)}
        ref={ref}
      >
        <PasswordChecklist id={id} policy={policy} password={typed} settled={settled} />
        {strength && (
          <LiveRegion politeness="polite">{settled !== '' && strength(settled)}</LiveRegion>
        )}
      </PasswordInput>
    )
  },
)

/** The form's own checks say which limit was missed, not where it lies. */
function withLimits(fault: FieldError, { minLength, maxLength }: PasswordPolicy): FieldError {
  const { reason } = fault
  if (reason === 'too_short' && minLength !== null) return { min: minLength, ...fault }
  if (reason === 'too_long' && maxLength !== null) return { max: maxLength, ...fault }
  return fault
}
