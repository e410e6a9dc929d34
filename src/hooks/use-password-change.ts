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

/** What is typed. Nothing of it is kept once it has been sent. */
export interface PasswordChangeValues {
  currentPassword: string
  newPassword: string
}

/** The new password is set; the session goes on. */
export interface PasswordChanged {
  kind: 'password_changed'
}

/** What a password has to be, and whom to tell of the new one. */
export interface UsePasswordChangeOptions {
  /** Called once the new password is set. */
  onChanged?: (() => void) | undefined
  /** What a password has to be, where the backend is not to be asked. See `usePasswordPolicy`. */
  passwordPolicy?: Partial<PasswordPolicy> | undefined
}

/** A form over the present password and the next. */
export interface UsePasswordChange {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | PasswordChanged | UiState
  /** A react-hook-form over `currentPassword` and `newPassword`. */
  form: UseFormReturn<PasswordChangeValues>
  /** What the new password is checked against when the form is sent. */
  passwordPolicy: PasswordPolicy
  /** Validates and sends the form; for `<form onSubmit>` or a button. */
  submit: (event?: BaseSyntheticEvent) => Promise<void>
  /** Back to an empty form. */
  reset: () => void
}

/** Changes the password of whoever is signed in. */
export function usePasswordChange({
  onChanged,
  passwordPolicy: ownPolicy,
}: UsePasswordChangeOptions = {}): UsePasswordChange {
  const { client } = useAuthSettings('usePasswordChange')
  const {
    state,
    run,
    reset: resetFlow,
  } = useFlow<PasswordChanged | UiState>('usePasswordChange', 'password_change')
  const passwordPolicy = usePasswordPolicy(ownPolicy)
  const resolver = useMemo(() => zodResolver(schemaOf(passwordPolicy)), [passwordPolicy])
  const form = useForm<PasswordChangeValues>({
    resolver,
    defaultValues: { currentPassword: '', newPassword: '' },
  })

  const send = useCallback(
    async (values: PasswordChangeValues) => {
      const outcome = await run(async () => {
        const answer = await client.perform('changePassword', values)
        return answer.kind === 'succeeded' ? { kind: 'password_changed' } : answer
      })
      if (outcome?.kind === 'password_changed') {
        form.reset()
        onChanged?.()
      } else if (outcome?.kind === 'field_errors') {
        const isWrong = outcome.fields.some(({ name }) => name === 'currentPassword')
        if (isWrong) form.resetField('currentPassword')
        showFieldErrors(form, outcome)
      }
    },
    [client, form, onChanged, run],
  )

  const submit = useMemo(() => form.handleSubmit(send), [form, send])
  const reset = useCallback(() => {
    form.reset()
    resetFlow()
  }, [form, resetFlow])
  return { state, form, passwordPolicy, submit, reset }
}

function schemaOf(policy: PasswordPolicy) {
  return z.object({
    currentPassword: z.string().check(z.minLength(1, 'required')),
    newPassword: newPassword(policy),
  })
}
