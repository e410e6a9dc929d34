'use client'
import type { ReactNode } from 'react'
import type { FieldError as FieldFault } from '../../errors/failure-data.js'
import { fieldCopy } from '../../i18n/copy-of.js'
import { useCopy } from '../../i18n/use-copy.js'
import { Field, FieldError, FieldLabel } from '../../primitives/field/field.js'

export interface FormFieldProps {
  label: string
  fault: FieldFault | null
  children: ReactNode
}

/** A labelled control with its error: the kit's sentence for a known reason, else the server's cleaned words. */
export function FormField({ label, fault, children }: FormFieldProps) {
  const { t } = useCopy()
  const copy = fault ? fieldCopy(fault) : null
  return (
    <Field invalid={copy !== null}>
      <FieldLabel>{label}</FieldLabel>
      {children}
      <FieldError prefix={t('a11y.errorPrefix')} dir={copy?.serverText ? 'auto' : undefined}>
        {copy && (copy.serverText ?? t(copy.key, copy.values))}
      </FieldError>
    </Field>
  )
}
