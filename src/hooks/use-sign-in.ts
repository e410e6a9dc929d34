'use client'
import { useCallback, useMemo, useState, type BaseSyntheticEvent } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import type { AuthUser } from '../backends/actions.js'
import type { SignedIn } from '../client/auth-client.js'
import { rememberMethod } from '../client/last-method.js'
import type { UiState } from '../ui-state/ui-state.js'
import { withoutDisclosureAtSignIn } from './account-disclosure.js'
import { useAuthSettings } from './auth-context.js'
import { EmailAddress } from './email-address.js'
import { showFieldErrors } from './form-errors.js'
import { latencyFloor, type LatencyOptions } from './latency-floor.js'
import { keepWait, useResumedWait, refuseDuringWait } from './resumed-wait.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

/** Messages are field reasons; the copy for them comes with the component. */
const Credentials = z.object({
  email: EmailAddress,
  password: z.string().check(z.minLength(1, 'required')),
})

/** What is typed: `email` and `password`. */
export type SignInValues = z.infer<typeof Credentials>

/** What a sign-in screen shows. */
export type SignInState = Ready | Submitting | SignedIn | UiState

/** What the form begins with, and whom to tell of the sign-in. */
export interface UseSignInOptions extends LatencyOptions {
  /** Called once somebody is signed in, with who it is where the backend tells. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
  /** Fills the e-mail field, as when a person comes from another screen. */
  defaultEmail?: string | undefined
}

/** A sign-in form and its state. */
export interface UseSignIn {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: SignInState
  /** A react-hook-form over `email` and `password`. */
  form: UseFormReturn<SignInValues>
  /** Validates and sends the form; for `<form onSubmit>` or a button. */
  submit: (event?: BaseSyntheticEvent) => Promise<void>
  /** Sends the same form again with the token of a solved captcha. */
  solveCaptcha: (token: string) => Promise<void>
  /** Gives up the request on its way. What was typed stays. */
  cancel: () => void
  /**
   * To be called by whatever finishes a sign-in that needed more than the password, or another way in. `method` is
   * what it is remembered by on this device, by default `password`.
   */
  finish: (user: AuthUser | null, method?: string) => void
  /** Back to the form. The e-mail stays. */
  reset: () => void
  /** Back to an empty form, for somebody else. */
  startOver: () => void
}

/** Outcomes that need no right password: how soon they come must not tell either. */
const isUnproved = ({ kind }: SignedIn | UiState): boolean =>
  kind === 'invalid_credentials' || kind === 'account_locked'

/** Signs in with e-mail and password. `state` says what to show; see `UiState` for what each kind carries. */
export function useSignIn({
  onSignedIn,
  defaultEmail = '',
  latencyFloorMs,
  delay,
}: UseSignInOptions = {}): UseSignIn {
  const { client, accountDisclosure, now } = useAuthSettings('useSignIn')
  const {
    state,
    run,
    reset: resetFlow,
    cancel,
  } = useFlow<SignedIn | UiState>('useSignIn', 'sign_in')
  const resumed = useResumedWait('sign_in', 'sign_in')
  const [dismissed, setDismissed] = useState<UiState | null>(null)
  const form = useForm<SignInValues>({
    resolver: zodResolver(Credentials),
    defaultValues: { email: defaultEmail, password: '' },
  })

  const finish = useCallback(
    (user: AuthUser | null, method = 'password') => {
      form.resetField('password')
      rememberMethod(method)
      onSignedIn?.(user)
    },
    [form, onSignedIn],
  )

  const send = useCallback(
    async ({ email, password }: SignInValues, captchaToken?: string) => {
      const outcome = await run(async (signal) => {
        const wait = client.waits.recall('sign_in', email)
        if (wait) return refuseDuringWait(client, 'sign_in', wait, now())
        const input = { email, password, ...(captchaToken ? { captchaToken } : {}) }
        if (accountDisclosure === 'show') return client.signIn(input, { signal })
        const floor = latencyFloor({ latencyFloorMs, delay })
        const answer = await client.signIn(input, { signal })
        const told = withoutDisclosureAtSignIn(answer, client, now())
        if (isUnproved(told)) await floor
        return told
      })
      if (!outcome) return
      keepWait(client.waits, 'sign_in', email, outcome)
      if (outcome.kind === 'signed_in') finish(outcome.user)
      else settleForm(form, outcome)
    },
    [accountDisclosure, client, delay, finish, form, latencyFloorMs, now, run],
  )

  const submit = useMemo(() => form.handleSubmit((values) => send(values)), [form, send])
  const solveCaptcha = useCallback(
    (token: string) => form.handleSubmit((values) => send(values, token))(),
    [form, send],
  )
  const reset = useCallback(() => {
    form.clearErrors()
    form.resetField('password')
    resetFlow()
  }, [form, resetFlow])

  const startOver = useCallback(() => {
    form.reset({ email: '', password: '' })
    setDismissed(resumed)
    resetFlow()
  }, [form, resetFlow, resumed])

  return {
    state: state.kind === 'ready' && resumed && resumed !== dismissed ? resumed : state,
    form,
    submit,
    solveCaptcha,
    cancel,
    finish,
    reset,
    startOver,
  }
}

/** Only a wrong or spent password is cleared: nothing else a person typed is lost. */
function settleForm(form: UseFormReturn<SignInValues>, state: UiState) {
  switch (state.kind) {
    case 'invalid_credentials':
      form.resetField('password')
      form.setFocus('password')
      break
    case 'mfa_required':
    case 'mfa_enrolment_required':
    case 'password_reset_required':
    case 'account_disabled':
      form.resetField('password')
      break
    case 'field_errors':
      showFieldErrors(form, state)
      break
    default:
      break
  }
}
