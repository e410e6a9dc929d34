'use client'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import type { FieldFault } from '../../hooks/form-errors.js'
import { useCopy } from '../../i18n/use-copy.js'
import { FieldInput } from '../../primitives/field/field.js'
import { FormField } from './form-field.js'

export interface EmailFieldProps extends ComponentPropsWithoutRef<'input'> {
  fault: FieldFault | null
}

/** The account's e-mail address. Takes what react-hook-form's `register` gives. Children stand below the control. */
export const EmailField = forwardRef<HTMLInputElement, EmailFieldProps>(function EmailField(
  { fault, children, ...input },
  ref,
) {
  const { say } = useCopy()
  return (
    <FormField label={say('labels.email')} fault={fault}>
      <FieldInput
        type="email"
        inputMode="email"
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        dir="ltr"
        required
        {...input}
        ref={ref}
      />
      {children}
    </FormField>
  )
})
