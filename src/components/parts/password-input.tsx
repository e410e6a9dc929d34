'use client'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import type { FieldError } from '../../errors/failure-data.js'
import { useCopy } from '../../i18n/use-copy.js'
import { PasswordField } from '../../primitives/password-field/password-field.js'
import { FormField } from './form-field.js'

/** The names a password may go by: each button is named after its own field. */
const WORDS = {
  password: {
    label: 'labels.password',
    show: 'labels.showPassword',
    hide: 'labels.hidePassword',
  },
  currentPassword: {
    label: 'labels.currentPassword',
    show: 'labels.showCurrentPassword',
    hide: 'labels.hideCurrentPassword',
  },
  newPassword: {
    label: 'labels.newPassword',
    show: 'labels.showNewPassword',
    hide: 'labels.hideNewPassword',
  },
  confirmPassword: {
    label: 'labels.confirmPassword',
    show: 'labels.showConfirmPassword',
    hide: 'labels.hideConfirmPassword',
  },
} as const

export interface PasswordInputProps extends ComponentPropsWithoutRef<'input'> {
  fault: FieldError | null
  /** What the field is called. Default `password`. */
  called?: keyof typeof WORDS | undefined
}

/** A password with its label, its error and the button that shows it. Children stand below the control. */
export const PasswordInput = forwardRef<HTMLInputElement, PasswordInputProps>(
  function PasswordInput({ fault, called = 'password', children, ...input }, ref) {
    const { t, say } = useCopy()
    const { label, show, hide } = WORDS[called]
    return (
      <FormField label={say(label)} fault={fault}>
        <PasswordField
          required
          showLabel={t(show)}
          hideLabel={t(hide)}
          reveal={(shown) => say(shown ? 'labels.hide' : 'labels.show')}
          capsLockHint={t('labels.capsLock')}
          {...input}
          ref={ref}
        />
        {children}
      </FormField>
    )
  },
)
