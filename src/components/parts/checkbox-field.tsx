'use client'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { FieldError as FieldFault } from '../../errors/failure-data.js'
import { fieldCopy } from '../../i18n/copy-of.js'
import { useCopy } from '../../i18n/use-copy.js'
import { Field, FieldError, FieldLabel } from '../../primitives/field/field.js'
import { useFieldControl } from '../../primitives/field/use-field-control.js'

export interface CheckboxFieldProps extends ComponentPropsWithoutRef<'input'> {
  label: ReactNode
  fault?: FieldFault | null
}

/** A box to tick, with its error. Takes what react-hook-form's `register` gives. */
export const CheckboxField = forwardRef<HTMLInputElement, CheckboxFieldProps>(
  function CheckboxField({ label, fault = null, ...input }, ref) {
    const { say } = useCopy()
    const copy = fault && fieldCopy(fault)
    return (
      <Field invalid={fault !== null}>
        <div data-gw="checkbox">
          <Box {...input} ref={ref} />
          <FieldLabel>{label}</FieldLabel>
        </div>
        <FieldError prefix={say('a11y.errorPrefix')}>
          {copy && say(copy.key, copy.values)}
        </FieldError>
      </Field>
    )
  },
)

const Box = forwardRef<HTMLInputElement, ComponentPropsWithoutRef<'input'>>(
  function Box(props, ref) {
    return <input {...useFieldControl(props)} type="checkbox" ref={ref} />
  },
)
