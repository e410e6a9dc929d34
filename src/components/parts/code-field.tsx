'use client'
import type { Ref } from 'react'
import type { FieldError } from '../../errors/failure-data.js'
import { useCopy } from '../../i18n/use-copy.js'
import { OtpField } from '../../primitives/otp-field/otp-field.js'
import { FormField } from './form-field.js'

export interface CodeFieldProps {
  /** What react-hook-form's `Controller` gives for the field. */
  field: {
    name: string
    value: string
    ref: Ref<HTMLInputElement>
    onBlur: () => void
    onChange: (code: string) => void
  }
  fault: FieldError | null
  /** A backup code: letters and digits, of any length. */
  backup?: boolean | undefined
  /** Id of the text that says where the code comes from. */
  describedBy?: string | undefined
  /** Called with each whole code. */
  onComplete?: (() => void) | undefined
}

/** A one-time code. */
export function CodeField({
  field,
  fault,
  backup = false,
  describedBy,
  onComplete,
}: CodeFieldProps) {
  const { say } = useCopy()
  const { onChange, ...input } = field
  return (
    <FormField label={say(backup ? 'labels.backupCode' : 'labels.code')} fault={fault}>
      <OtpField
        {...input}
        aria-describedby={describedBy}
        alphabet={backup ? 'text' : 'digits'}
        onCodeChange={onChange}
        onComplete={onComplete}
      />
    </FormField>
  )
}
