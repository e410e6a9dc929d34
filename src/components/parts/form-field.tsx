'use client'
import type { ReactNode } from 'react'
import type { FieldFault } from '../../hooks/form-errors.js'
import { useCopy } from '../../i18n/use-copy.js'
import { Field, FieldError, FieldLabel } from '../../primitives/field/field.js'
import { FaultText } from './fault-text.js'
import { useFaultReport } from './form-faults.js'

export interface FormFieldProps {
  label: ReactNode
  fault: FieldFault | null
  children: ReactNode
}

/** A labelled control with its errors: the kit's sentence for a known reason, else the server's cleaned words. */
export function FormField({ label, fault, children }: FormFieldProps) {
  return (
    <Field invalid={fault !== null}>
      <FieldLabel>{label}</FieldLabel>
      {children}
      <Fault fault={fault} />
    </Field>
  )
}

function Fault({ fault }: { fault: FieldFault | null }) {
  const { say } = useCopy()
  useFaultReport(fault)
  return (
    <FieldError prefix={say('a11y.errorPrefix')}>{fault && <FaultText fault={fault} />}</FieldError>
  )
}
