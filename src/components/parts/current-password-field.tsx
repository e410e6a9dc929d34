'use client'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import type { FieldError } from '../../errors/failure-data.js'
import { useCopy } from '../../i18n/use-copy.js'
import { PasswordField } from '../../primitives/password-field/password-field.js'
import { FormField } from './form-field.js'

export interface CurrentPasswordFieldProps extends ComponentPropsWithoutRef<'input'> {
  fault: FieldError | null
}

/** The password of an account that exists. Takes what react-hook-form's `register` gives. */
export const CurrentPasswordField = forwardRef<HTMLInputElement, CurrentPasswordFieldProps>(
  function CurrentPasswordField({ fault, ...input }, ref) {
    const { t } = useCopy()
    return (
      <FormField label={t('labels.password')} fault={fault}>
        <PasswordField
          autoComplete="current-password"
          required
          showLabel={t('labels.showPassword')}
          hideLabel={t('labels.hidePassword')}
          reveal={(shown) => t(shown ? 'labels.hide' : 'labels.show')}
          capsLockHint={t('labels.capsLock')}
          {...input}
          ref={ref}
        />
      </FormField>
    )
  },
)
