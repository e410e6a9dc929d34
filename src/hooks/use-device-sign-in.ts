'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AuthUser, DeviceAuthorization } from '../backends/actions.js'
import type { SignedIn } from '../client/auth-client.js'
import { pollUntilApproved } from '../client/device-poll.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

/** The user has to enter `userCode` at `verificationUri`, on a device with a keyboard. */
export interface WaitingForApproval {
  kind: 'waiting'
  /** To be typed there. */
  userCode: string
  /** Where to type it. */
  verificationUri: string
  /** Epoch milliseconds. */
  expiresAt: number
}

/** Whom to tell of the sign-in. */
export interface UseDeviceSignInOptions {
  /** Called once somebody is signed in, with who it is where the backend tells. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
}

/** A sign-in that is approved on another device. */
export interface UseDeviceSignIn {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | WaitingForApproval | SignedIn | UiState
  /** Asks for a code, and then for its approval, until it comes. */
  start: () => Promise<void>
  /** Stops asking. */
  cancel: () => void
}

const READY: Ready = { kind: 'ready' }

/** Signs in a device without a keyboard: shows a code and waits for its approval elsewhere (RFC 8628). */
export function useDeviceSignIn({ onSignedIn }: UseDeviceSignInOptions = {}): UseDeviceSignIn {
  const { client, now } = useAuthSettings('useDeviceSignIn')
  const { state, run, reset } = useFlow<Ready | SignedIn | UiState>(
    'useDeviceSignIn',
    'device_poll',
  )
  const [waiting, setWaiting] = useState<WaitingForApproval | null>(null)
  const asking = useRef<AbortController | null>(null)

  const cancel = useCallback(() => {
    asking.current?.abort()
    asking.current = null
    setWaiting(null)
    reset()
  }, [reset])

  useEffect(() => () => asking.current?.abort(), [])

  const start = useCallback(async () => {
    if (asking.current) return
    const { signal } = (asking.current = new AbortController())
    const outcome = await run(async () => {
      const started = await client.perform('startDeviceFlow', {}, { signal })
      if (started.kind !== 'succeeded') return started
      if (!signal.aborted) setWaiting(codeToShow(started.value, now()))
      const approved = await pollUntilApproved(client, started.value, { signal, now })
      return approved ?? READY
    })
    if (signal.aborted) return
    asking.current = null
    setWaiting(null)
    if (outcome?.kind === 'signed_in') onSignedIn?.(outcome.user)
  }, [client, now, onSignedIn, run])

  return { state: waiting ?? state, start, cancel }
}

function codeToShow(
  { userCode, verificationUri, expiresInSeconds }: DeviceAuthorization,
  now: number,
): WaitingForApproval {
  return { kind: 'waiting', userCode, verificationUri, expiresAt: now + expiresInSeconds * 1000 }
}
