'use client'
import { useCallback, useMemo, useState, type BaseSyntheticEvent } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import type { ActionInput, AuthUser, PasswordPolicy } from '../backends/actions.js'
import type { SignedIn } from '../client/auth-client.js'
import type { UiState } from '../ui-state/ui-state.js'
import { withoutDisclosure } from './account-disclosure.js'
import { useAuthSettings } from './auth-context.js'
import { EmailAddress } from './email-address.js'
import { showFieldErrors } from './form-errors.js'
import { latencyFloor, type LatencyOptions } from './latency-floor.js'
import { newPassword } from './new-password.js'
import { keepWait, useResumedWait, refuseDuringWait } from './resumed-wait.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'
import { usePasswordPolicy } from './use-password-policy.js'

/** What a sign-up may ask beside e-mail and password. */
export type NameField = 'name' | 'firstName' | 'lastName'

/** What is typed. */
export interface SignUpValues extends Partial<Record<NameField, string>> {
  email: string
  password: string
  confirmPassword?: string
}

/** What a sign-up screen shows. */
export type SignUpState = Ready | Submitting | SignedIn | UiState

/** What the hook and the drop-in take alike. */
export interface SignUpOptions extends LatencyOptions {
  /** Called when the backend signs a new account in at once. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
  /**
   * Called with the address once a sign-up went through, verified or not. While `accountDisclosure` is
   * `hide`, an address that has an account already goes through too.
   */
  onSignedUp?: ((email: string) => void) | undefined
  /** Fills the e-mail field, as when a person comes from another screen. */
  defaultEmail?: string | undefined
  /** Names to ask for, all of them required; read once. Default none. */
  fields?: readonly NameField[] | undefined
  /** Asks for the password twice; read once. Default false. */
  confirmPassword?: boolean | undefined
  /** What a password has to be, where the backend is not to be asked. See `usePasswordPolicy`. */
  passwordPolicy?: Partial<PasswordPolicy> | undefined
  /** Where the link in the verification mail leads, for backends that let the app say. */
  redirectUrl?: string | undefined
}

/** What to ask for, and whom to tell of the account. */
export interface UseSignUpOptions extends SignUpOptions {
  /** Asked before a form in order is sent; `false` holds it back, as while terms are not agreed to. */
  beforeSend?: (() => boolean) | undefined
}

/** A sign-up form and its state. */
export interface UseSignUp {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: SignUpState
  /** A react-hook-form over `email`, `password` and the names asked for. */
  form: UseFormReturn<SignUpValues>
  /** What the password is checked against when the form is sent. */
  passwordPolicy: PasswordPolicy
  /** Validates and sends the form; for `<form onSubmit>` or a button. */
  submit: (event?: BaseSyntheticEvent) => Promise<void>
  /** Sends the same form again with the token of a solved captcha. */
  solveCaptcha: (token: string) => Promise<void>
  /** Gives up the request on its way. What was typed stays. */
  cancel: () => void
  /** To be called by whatever finishes a sign-up that needed more than the form. */
  finish: (user: AuthUser | null) => void
  /** Back to the form. All but the password stays. */
  reset: () => void
}

/** Creates an account with e-mail and password. `state` says what to show; see `UiState` for what each kind carries. */
export function useSignUp(options: UseSignUpOptions = {}): UseSignUp {
  const { onSignedIn, onSignedUp, redirectUrl, beforeSend } = options
  const { client, now } = useAuthSettings('useSignUp')
  const {
    state,
    run,
    reset: resetFlow,
    cancel,
  } = useFlow<SignedIn | UiState>('useSignUp', 'sign_up')
  const resumed = useResumedWait('sign_up', 'sign_up')
  const passwordPolicy = usePasswordPolicy(options.passwordPolicy)
  const form = useSignUpForm(options, passwordPolicy)
  const ask = useRequest(options)

  const finish = useCallback(
    (user: AuthUser | null) => {
      clearPassword(form)
      onSignedIn?.(user)
    },
    [form, onSignedIn],
  )

  const send = useCallback(
    async (values: SignUpValues, captchaToken?: string) => {
      if (beforeSend && !beforeSend()) return
      const { confirmPassword: _, ...account } = values
      const { email } = account
      const outcome = await run(async (signal) => {
        const wait = client.waits.recall('sign_up', email)
        if (wait) return refuseDuringWait(client, 'sign_up', wait, now())
        return ask(
          {
            ...account,
            ...(captchaToken ? { captchaToken } : {}),
            ...(redirectUrl ? { redirectUrl } : {}),
          },
          signal,
        )
      })
      if (!outcome) return
      keepWait(client.waits, 'sign_up', email, outcome)
      const wentThrough = outcome.kind === 'signed_in' || outcome.kind === 'verification_required'
      if (wentThrough) onSignedUp?.(email)
      if (outcome.kind === 'signed_in') finish(outcome.user)
      else settleForm(form, outcome)
    },
    [ask, beforeSend, client, finish, form, now, onSignedUp, redirectUrl, run],
  )

  const submit = useMemo(() => form.handleSubmit((values) => send(values)), [form, send])
  const solveCaptcha = useCallback(
    (token: string) => form.handleSubmit((values) => send(values, token))(),
    [form, send],
  )
  const reset = useCallback(() => {
    form.clearErrors()
    clearPassword(form)
    resetFlow()
  }, [form, resetFlow])

  return {
    state: state.kind === 'ready' && resumed ? resumed : state,
    form,
    passwordPolicy,
    submit,
    solveCaptcha,
    cancel,
    finish,
    reset,
  }
}

function useSignUpForm(
  { defaultEmail = '', fields = [], confirmPassword = false }: UseSignUpOptions,
  policy: PasswordPolicy,
): UseFormReturn<SignUpValues> {
  const [defaultValues] = useState<SignUpValues>(() => ({
    ...Object.fromEntries(fields.map((name) => [name, ''])),
    email: defaultEmail,
    password: '',
    ...(confirmPassword ? { confirmPassword: '' } : {}),
  }))
  const resolver = useMemo(
    () => zodResolver(schemaOf(Object.keys(defaultValues), policy)),
    [defaultValues, policy],
  )
  return useForm<SignUpValues>({ resolver, defaultValues })
}

/** Sends a sign-up. Where accounts are not to be told of, a taken address comes back as a new one would. */
function useRequest({ latencyFloorMs, delay }: LatencyOptions) {
  const { client, accountDisclosure, now } = useAuthSettings('useSignUp')
  return useCallback(
    async (input: ActionInput<'signUp'>, signal: AbortSignal): Promise<SignedIn | UiState> => {
      if (accountDisclosure === 'show') return client.signUp(input, { signal })
      const floor = latencyFloor({ latencyFloorMs, delay })
      const answer = await client.signUp(input, { signal })
      const outcome = withoutDisclosure(answer, input.email, client, now())
      if (outcome.kind === 'verification_required') await floor
      return outcome
    },
    [accountDisclosure, client, delay, latencyFloorMs, now],
  )
}

/** Messages are field reasons; the copy for them comes with the component. */
function schemaOf(names: readonly string[], policy: PasswordPolicy) {
  const own: Record<string, z.ZodMiniType<string, string>> = {
    email: EmailAddress,
    password: newPassword(policy),
    confirmPassword: z.string().check(z.minLength(1, 'required')),
  }
  const name = z.string().check(z.trim(), z.minLength(1, 'required'))
  const shape = Object.fromEntries(names.map((field) => [field, own[field] ?? name]))
  // Built from a list of names, which the compiler cannot follow.
  const schema = z.object(shape) as unknown as z.ZodMiniType<SignUpValues, SignUpValues>
  return schema.check(
    z.refine(({ password, confirmPassword = password }) => confirmPassword === password, {
      path: ['confirmPassword'],
      error: 'incorrect',
    }),
  )
}

/** The password is spent once it has made an account; after any other answer nothing typed is lost. */
function settleForm(form: UseFormReturn<SignUpValues>, state: UiState) {
  switch (state.kind) {
    case 'verification_required':
    case 'mfa_required':
    case 'mfa_enrolment_required':
    case 'account_disabled':
      clearPassword(form)
      break
    case 'field_errors':
      showFieldErrors(form, state)
      break
    default:
      break
  }
}

function clearPassword(form: UseFormReturn<SignUpValues>) {
  form.resetField('password')
  form.resetField('confirmPassword')
}
