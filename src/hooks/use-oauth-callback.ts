'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AuthUser } from '../backends/actions.js'
import { rememberMethod } from '../client/last-method.js'
import type { OAuthAttempt } from '../client/oauth-attempt.js'
import {
  claimLanding,
  endJourney,
  watchLanding,
  type LandingOutcome,
} from '../client/oauth-landing.js'
import type { Leaving } from '../client/oauth-departure.js'
import { useAuthSettings } from './auth-context.js'
import type { Submitting } from './use-flow.js'
import { useJourney, type NavigateOption } from './use-oauth.js'

/** Whom to tell of the journey's end. */
export interface UseOAuthCallbackOptions extends NavigateOption {
  /** `returnTo` is where the user wanted to go when that is the app's own, else the app's home. */
  onSignedIn?: ((user: AuthUser | null, place: { returnTo: string }) => void) | undefined
  /** The provider's account belongs to the user's own now. */
  onLinked?: ((provider: string, place: { returnTo: string }) => void) | undefined
  /** The device whose code was entered is signed in now. */
  onDeviceConnected?: (() => void) | undefined
}

/** The end of a journey to a provider. */
export interface UseOAuthCallback {
  /** `submitting` until the journey is at its end; `leaving` while it is begun again. */
  state: Submitting | Leaving | LandingOutcome
  /** The provider the user comes from, or null where this tab knows of no journey. */
  provider: string | null
  /** What the journey was for, or null where this tab knows of none. */
  purpose: OAuthAttempt['purpose'] | null
  /** Where the user wanted to go when that is the app's own, else the app's home. */
  returnTo: () => string
  /** Sends the user on the same journey again. */
  again: () => Promise<void>
  /** To be called by whatever finishes a sign-in that needed more than the provider. */
  finish: (user: AuthUser | null) => void
}

const SUBMITTING: Submitting = { kind: 'submitting' }

/**
 * Takes in a user who comes back from a provider, once. What the address carries is out of it before anything is
 * drawn, and an answer that is not the one to this tab's question goes nowhere.
 */
export function useOAuthCallback({
  onSignedIn,
  onLinked,
  onDeviceConnected,
  navigate,
}: UseOAuthCallbackOptions = {}): UseOAuthCallback {
  const { client, now } = useAuthSettings('useOAuthCallback')
  const [outcome, setOutcome] = useState<LandingOutcome | null>(null)
  // While rendering, because effects run after those of the children: the address must be clean before them.
  const [landing] = useState(() => (typeof window === 'undefined' ? null : claimLanding(client)))
  const attempt = landing?.journey ?? null
  const journey = useJourney('useOAuthCallback', {
    redirectUrl: attempt?.redirectUrl,
    returnTo: attempt?.returnTo,
    issuer: attempt?.issuer,
    navigate,
  })

  const returnTo = useCallback(() => client.redirectTo(attempt?.returnTo), [attempt, client])
  const finish = useCallback(
    (user: AuthUser | null) => {
      if (attempt) rememberMethod(attempt.provider)
      onSignedIn?.(user, { returnTo: returnTo() })
    },
    [attempt, onSignedIn, returnTo],
  )
  const arrive = useCallback(
    (outcome: LandingOutcome) => {
      if (outcome.kind === 'signed_in') finish(outcome.user)
      else if (outcome.kind === 'device_connected') onDeviceConnected?.()
      else if (outcome.kind === 'linked') {
        onLinked?.(outcome.provider, { returnTo: returnTo() })
      }
    },
    [finish, onDeviceConnected, onLinked, returnTo],
  )

  // The newest callbacks, so that an app may pass new ones each time it renders and still be called once.
  const latest = useRef(arrive)
  useEffect(() => {
    latest.current = arrive
  }, [arrive])
  useEffect(() => {
    let mounted = true
    const unwatch = watchLanding(client)
    async function arriveOnce(): Promise<void> {
      const reached = await endJourney(client, now)
      if (!mounted) return
      setOutcome(reached)
      latest.current(reached)
    }
    void arriveOnce()
    return () => {
      mounted = false
      unwatch()
    }
  }, [client, now])

  const { leave } = journey
  const again = useCallback(async () => {
    if (!attempt) return
    const { provider, purpose, userCode } = attempt
    await leave({ provider, purpose, userCode })
  }, [attempt, leave])
  return {
    state: journey.state.kind === 'ready' ? (outcome ?? SUBMITTING) : journey.state,
    provider: attempt?.provider ?? null,
    purpose: attempt?.purpose ?? null,
    returnTo,
    again,
    finish,
  }
}
