'use client'
import { useCallback, useEffect, useState } from 'react'
import { depart, type Departure, type Leaving } from '../client/oauth-departure.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

/** How the page is left. */
export interface NavigateOption {
  /** Leaves for the provider. Default `window.location.assign`. */
  navigate?: ((url: string) => void) | undefined
}

/** How the page is left, and where the provider sends users back to. */
export interface RedirectOptions extends NavigateOption {
  /** Address of the page that shows `<OAuthCallback/>`, absolute or of this origin. Default: this page, without its query. */
  redirectUrl?: string | undefined
}

/** Where the provider sends users back to, and where they go from there. */
export interface UseOAuthOptions extends RedirectOptions {
  /** Where the user wanted to go: given back, checked, to `<OAuthCallback/>`. */
  returnTo?: string | undefined
  /** The authorization server's issuer identifier, where its answers name it (RFC 9207): a wrong one is refused. */
  issuer?: string | undefined
}

/** What one departure carries. */
export interface StartOptions {
  /** Token of a solved captcha, where the backend wants one before it sends anybody away. */
  captchaToken?: string | undefined
  /** Code of the device that the sign-in is to connect. */
  userCode?: string | undefined
}

/** A way to a provider. */
export interface UseOAuth {
  /** `leaving`: the browser is on its way to the provider. */
  state: Ready | Submitting | Leaving | UiState
  /** The provider that was asked for last, or null. */
  provider: string | null
  /** Sends the user to a provider, to sign in there. */
  start: (provider: string, options?: StartOptions) => Promise<void>
  reset: () => void
}

/** Sends users to a provider to sign in. `useOAuthCallback` takes them in when they come back. */
export function useOAuth(options: UseOAuthOptions = {}): UseOAuth {
  const { state, provider, leave, reset } = useJourney('useOAuth', options)
  const start = useCallback(
    (to: string, { captchaToken, userCode }: StartOptions = {}) =>
      leave({
        provider: to,
        purpose: userCode === undefined ? 'sign_in' : 'device',
        captchaToken,
        userCode,
      }),
    [leave],
  )
  return { state, provider, start, reset }
}

export interface Journey extends Pick<UseOAuth, 'state' | 'provider' | 'reset'> {
  leave: (
    departure: Pick<Departure, 'provider' | 'purpose' | 'captchaToken' | 'userCode'>,
  ) => Promise<void>
}

/** Leaves this page for a provider's, whatever for. */
export function useJourney(
  caller: string,
  { redirectUrl, returnTo, issuer, navigate = assign }: UseOAuthOptions,
): Journey {
  const { client, now } = useAuthSettings(caller)
  const { state, run, reset } = useFlow<Leaving | UiState>(caller, 'oauth_start', { shown: false })
  const [provider, setProvider] = useState<string | null>(null)

  // The back button may show this page again as it was left.
  useEffect(() => {
    const wake = ({ persisted }: PageTransitionEvent) => {
      if (persisted) reset()
    }
    window.addEventListener('pageshow', wake)
    return () => window.removeEventListener('pageshow', wake)
  }, [reset])

  const leave = useCallback<Journey['leave']>(
    async (departure) => {
      const { status } = client.getSession()
      const outcome = await run(
        () => {
          setProvider(departure.provider)
          return depart(client, { ...departure, redirectUrl, returnTo, issuer }, now())
        },
        departure.purpose === 'link' ? 'account_link' : 'oauth_start',
      )
      if (outcome?.kind !== 'leaving') return
      // Whoever signed in or out meanwhile, on the form beside the button for one, is not taken away from there.
      if (status !== 'unknown' && status !== client.getSession().status) reset()
      else navigate(outcome.url)
    },
    [client, issuer, navigate, now, redirectUrl, reset, returnTo, run],
  )
  return { state, provider, leave, reset }
}

function assign(url: string): void {
  window.location.assign(url)
}
