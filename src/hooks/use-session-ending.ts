'use client'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { AuthClient, SignedIn } from '../client/auth-client.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'
import { useReached } from './use-reached.js'
import { useSession } from './use-session.js'

/** The session is about to end, and can still be kept. */
export interface EndingSession {
  kind: 'session_ending'
  /** Epoch milliseconds. */
  endsAt: number
  /** What keeps it: one press, or another sign-in where nothing else can. */
  keptBy: 'renewal' | 'sign_in'
}

/** When the session ends, how early to warn, and how it is kept. */
export interface UseSessionEndingOptions {
  /**
   * When the server ends the session, in epoch milliseconds, where the app knows: an idle limit, a fixed length.
   * Default: when its access token is over, where no refresh token came with it. Where the session is renewed unasked
   * there is nothing to warn of.
   */
  endsAt?: number | null | undefined
  /** How long before the end to warn, in seconds: 20 at least (WCAG 2.2, 2.2.1). Default 120. */
  warnSeconds?: number | undefined
  /**
   * Keeps the session, where the app has a way of its own; then give a new `endsAt`. May be asked any number of times.
   * Default: `client.refresh()`, for servers whose sessions go on with each renewal.
   */
  onStay?: (() => Promise<unknown>) | undefined
}

/** Whether the session is about to end, and how to keep it. */
export interface UseSessionEnding {
  /** `ready` while there is nothing to warn of. */
  state: Ready | EndingSession
  /** What became of keeping the session. */
  attempt: Ready | Submitting | SignedIn | UiState
  /** Keeps the session; of no use where only another sign-in does. */
  stay: () => Promise<void>
  /** Warns no more of this end. */
  dismiss: () => void
}

const READY: Ready = { kind: 'ready' }
/** Nobody has to act in less, in seconds. */
const LEAST_SECONDS = 20

/**
 * Tells in time when a session is about to end that is not renewed unasked, and keeps it.
 *
 * @throws where `warnSeconds` is below 20.
 */
export function useSessionEnding({
  endsAt: given,
  warnSeconds = 120,
  onStay,
}: UseSessionEndingOptions = {}): UseSessionEnding {
  if (!(warnSeconds >= LEAST_SECONDS)) throw tooShort(warnSeconds)
  const { client, now } = useAuthSettings('useSessionEnding')
  const isIn = useSession().status === 'signed_in'
  const known = useSyncExternalStore(client.onSessionEndChange, client.getSessionEnd, () => null)
  const [dismissed, setDismissed] = useState<number | null>(null)
  const {
    state: attempt,
    run,
    reset,
  } = useFlow<SignedIn | UiState>('useSessionEnding', 'refresh', { shown: false })

  const endsAt = isIn ? (given ?? known) : null
  const isNear = useReached(endsAt === null ? null : endsAt - warnSeconds * 1000, now)
  const isOver = useReached(endsAt, now)

  const keptBy = onStay || endsAt !== known ? 'renewal' : 'sign_in'
  useEffect(() => {
    if (isOver) void end(client, keptBy)
  }, [client, isOver, keptBy])

  const stay = useCallback(async () => {
    const outcome = await run(async () => {
      if (!onStay) return client.refresh()
      await onStay()
      return { kind: 'signed_in', user: null }
    })
    if (outcome?.kind !== 'signed_in') return
    setDismissed(endsAt)
    reset()
  }, [client, endsAt, onStay, reset, run])

  const dismiss = useCallback(() => setDismissed(endsAt), [endsAt])

  const isEnding = endsAt !== null && isNear && !isOver && endsAt !== dismissed
  return {
    state: isEnding ? { kind: 'session_ending', endsAt, keptBy } : READY,
    attempt,
    stay,
    dismiss,
  }
}

/** As was said. A session that may have been kept elsewhere is asked for; one without a refresh token is over. */
async function end(client: AuthClient, keptBy: EndingSession['keptBy']): Promise<void> {
  if (keptBy === 'sign_in') client.report('session_expired', 'refresh')
  else if (await client.supports('refresh')) await client.refresh()
}

function tooShort(seconds: number): Error {
  return new Error(
    `Gatewright: useSessionEnding got warnSeconds ${seconds}. ` +
      'Not everybody can act in so short a time (WCAG 2.2, success criterion 2.2.1). ' +
      `Give ${LEAST_SECONDS} or more, or leave it out: the default is 120.`,
  )
}
