'use client'
import { forwardRef } from 'react'
import { PasswordInput, type PasswordInputProps } from './password-input.js'

/** A new password once more, for apps that ask twice. Takes what react-hook-form's `register` gives. */
export const ConfirmPasswordField = forwardRef<HTMLInputElement, PasswordInputProps>(
  function ConfirmPasswordField(props, ref) {
    return (
      <PasswordInput called="confirmPassword" autoComplete="new-password" {...props} ref={ref} />
    )
  },
)
