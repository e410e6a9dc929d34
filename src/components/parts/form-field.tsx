'use client'
import { Fragment, type ReactNode } from 'react'
import type { FieldError as FieldReport } from '../../errors/failure-data.js'
import type { FieldFault } from '../../hooks/form-errors.js'
import { fieldCopy } from '../../i18n/copy-of.js'
import { useCopy } from '../../i18n/use-copy.js'
import { Field, FieldError, FieldLabel } from '../../primitives/field/field.js'

export interface FormFieldProps {
  label: string
  fault: FieldFault | null
  children: ReactNode
}

/** A labelled control with its errors: the kit's sentence for a known reason, else the server's cleaned words. */
export function FormField({ label, fault, children }: FormFieldProps) {
  const { t } = useCopy()
  return (
    <Field invalid={fault !== null}>
      <FieldLabel>{label}</FieldLabel>
      {children}
      <FieldError prefix={t('a11y.errorPrefix')}>
        {fault && <Reports reports={[fault, ...(fault.also ?? [])]} />}
      </FieldError>
    </Field>
  )
}

/** Each on a line of its own; what would be said twice is said once. */
function Reports({ reports }: { reports: readonly FieldReport[] }) {
  const { t } = useCopy()
  const lines = new Map(
    reports.map((report) => {
      const { key, values, serverText } = fieldCopy(report)
      return [serverText ?? t(key, values), serverText !== null]
    }),
  )
  return [...lines].map(([text, isServerText], index) => (
    <Fragment key={text}>
      {index > 0 && ' '}
      {index > 0 && <br />}
      {isServerText ? <bdi>{text}</bdi> : text}
    </Fragment>
  ))
}
