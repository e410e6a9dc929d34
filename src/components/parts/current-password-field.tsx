'use client'
import { forwardRef } from 'react'
import { PasswordInput, type PasswordInputProps } from './password-input.js'

export type CurrentPasswordFieldProps = PasswordInputProps

/** The password of an account that exists. Takes what react-hook-form's `register` gives. */
export const CurrentPasswordField = forwardRef<HTMLInputElement, CurrentPasswordFieldProps>(
  function CurrentPasswordField(props, ref) {
    return <PasswordInput autoComplete="current-password" {...props} ref={ref} />
  },
)
