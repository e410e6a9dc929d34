'use client'
import { useCallback, useMemo, type BaseSyntheticEvent } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import type { PasswordPolicy } from '../backends/actions.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { showFieldErrors } from './form-errors.js'
import { newPassword } from './new-password.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'
import { usePasswordPolicy } from './use-password-policy.js'

/** What is typed. */
export interface PasswordResetValues {
  newPassword: string
}

/** The new password is set; nobody is signed in by that. */
export interface PasswordReset {
  kind: 'password_reset'
}

/** The token of the link, and whom to tell of the new password. */
export interface UsePasswordResetOptions {
  /** What the link in the mail carried. It is spent when the form is sent, and not before. */
  token: string | null
  /** Called once the token is of no more use: it has been spent, or the server takes it no more. */
  onTokenSpent?: (() => void) | undefined
  /** Called once the new password is set. */
  onReset?: (() => void) | undefined
  /** What a password has to be, where the backend is not to be asked. See `usePasswordPolicy`. */
  passwordPolicy?: Partial<PasswordPolicy> | undefined
}

/** A form over the new password. */
export interface UsePasswordReset {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | PasswordReset | UiState
  /** A react-hook-form over `newPassword`. */
  form: UseFormReturn<PasswordResetValues>
  /** What the password is checked against when the form is sent. */
  passwordPolicy: PasswordPolicy
  /** Validates and sends the form; for `<form onSubmit>` or a button. Does nothing without a token. */
  submit: (event?: BaseSyntheticEvent) => Promise<void>
  /** Back to the form. */
  reset: () => void
}

/** Sets a new password with the token of a mailed link. */
export function usePasswordReset({
  token,
  onTokenSpent,
  onReset,
  passwordPolicy: ownPolicy,
}: UsePasswordResetOptions): UsePasswordReset {
  const { client } = useAuthSettings('usePasswordReset')
  const {
    state,
    run,
    reset: resetFlow,
  } = useFlow<PasswordReset | UiState>('usePasswordReset', 'password_reset')
  const passwordPolicy = usePasswordPolicy(ownPolicy)
  const resolver = useMemo(
    () => zodResolver(z.object({ newPassword: newPassword(passwordPolicy) })),
    [passwordPolicy],
  )
  const form = useForm<PasswordResetValues>({ resolver, defaultValues: { newPassword: '' } })

  const send = useCallback(
    async (values: PasswordResetValues) => {
      if (token === null) return
      const outcome = await run(async () => {
        const answer = await client.perform('resetPassword', { token, ...values })
        return answer.kind === 'succeeded' ? { kind: 'password_reset' } : answer
      })
      if (outcome?.kind === 'field_errors') showFieldErrors(form, outcome)
      if (outcome?.kind !== 'password_reset' && outcome?.kind !== 'link_invalid') return
      form.reset()
      onTokenSpent?.()
      if (outcome.kind === 'password_reset') onReset?.()
    },
    [client, form, onReset, onTokenSpent, run, token],
  )

  const submit = useMemo(() => form.handleSubmit(send), [form, send])
  const reset = useCallback(() => {
    form.reset()
    resetFlow()
  }, [form, resetFlow])
  return { state, form, passwordPolicy, submit, reset }
}
