'use client'
import {
  useWatch,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  type UseFormRegisterReturn,
  type UseFormReturn,
} from 'react-hook-form'
import type { FieldFault } from '../../hooks/form-errors.js'
import { useEmailSuggestion } from '../../hooks/use-email-suggestion.js'
import { useCopy } from '../../i18n/use-copy.js'
import { LiveRegion } from '../../primitives/announcer/live-region.js'
import { EmailField } from './email-field.js'

export interface MailAddressFieldProps<Values extends FieldValues, Name extends FieldPath<Values>> {
  form: UseFormReturn<Values>
  /** What the form's `register` gives, called with the form's other fields: errors are focused in that order. */
  field: UseFormRegisterReturn<Name>
  fault: FieldFault | null
}

/** An address that mail will be sent to. A slip in its domain is pointed out, and put right by one press. */
export function MailAddressField<Values extends FieldValues, Name extends FieldPath<Values>>({
  form,
  field,
  fault,
}: MailAddressFieldProps<Values, Name>) {
  const { rich } = useCopy()
  const { name } = field
  const typed: unknown = useWatch({ control: form.control, name })
  const suggestion = useEmailSuggestion(typeof typed === 'string' ? typed : '')
  const accept = () => {
    form.setValue(name, suggestion as FieldPathValue<Values, Name>, {
      shouldDirty: true,
      shouldValidate: form.formState.isSubmitted,
    })
    form.setFocus(name)
  }
  return (
    <EmailField fault={fault} {...field}>
      <LiveRegion politeness="polite">
        {suggestion !== null && (
          <button type="button" data-gw="link-button" onClick={accept}>
            <span>{rich('texts.didYouMean', { address: <bdi dir="ltr">{suggestion}</bdi> })}</span>
          </button>
        )}
      </LiveRegion>
    </EmailField>
  )
}
