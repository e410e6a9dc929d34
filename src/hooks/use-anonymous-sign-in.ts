'use client'
import { useCallback } from 'react'
import type { AuthUser } from '../backends/actions.js'
import type { SignedIn } from '../client/auth-client.js'
import { rememberMethod } from '../client/last-method.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

/** Whom to tell of the sign-in. */
export interface UseAnonymousSignInOptions {
  /** Called once the guest has a session. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
}

/** A sign-in without an account. */
export interface UseAnonymousSignIn {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | SignedIn | UiState
  /** Signs in without an account; again with the token of a solved captcha, where one was asked for. */
  signIn: (captchaToken?: string) => Promise<void>
  reset: () => void
}

/** Lets people in without an account. They can add an e-mail address or a provider to it later. */
export function useAnonymousSignIn({
  onSignedIn,
}: UseAnonymousSignInOptions = {}): UseAnonymousSignIn {
  const { client } = useAuthSettings('useAnonymousSignIn')
  const { state, run, reset } = useFlow<SignedIn | UiState>(
    'useAnonymousSignIn',
    'anonymous_sign_in',
    { shown: false },
  )
  const signIn = useCallback(
    async (captchaToken?: string) => {
      const input = captchaToken === undefined ? {} : { captchaToken }
      const outcome = await run(() => client.enter('signInAnonymously', input))
      if (outcome?.kind !== 'signed_in') return
      rememberMethod('guest')
      onSignedIn?.(outcome.user)
    },
    [client, onSignedIn, run],
  )
  return { state, signIn, reset }
}
