'use client'
import { useCallback, useState } from 'react'
import type { AuthUser } from '../backends/actions.js'
import type { SignedIn } from '../client/auth-client.js'
import { rememberMethod } from '../client/last-method.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

/** Whom to tell of the sign-in, and of the token's end. */
export interface UseMagicLinkOptions {
  /** Called once somebody is signed in, with who it is where the backend tells. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
  /** Called once the link's token is of no more use: it has been spent, or the server takes it no more. */
  onTokenSpent?: (() => void) | undefined
}

/** A sign-in with the link of a mail. */
export interface UseMagicLink {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | SignedIn | UiState
  /** Signs in with the token of a link. Spends it: call it when the user asks, not when the page opens. */
  follow: (token: string) => Promise<void>
  /** To be called by whatever finishes a sign-in that needed more than the link. */
  finish: (user: AuthUser | null) => void
  reset: () => void
}

/** Outcomes after which the same token does nothing more here. */
const SPENT: ReadonlySet<string> = new Set([
  'signed_in',
  'mfa_required',
  'link_invalid',
  'restart_required',
])

/** Signs in with the link of a mail. `useMagicLinkRequest` asks for one. */
export function useMagicLink({ onSignedIn, onTokenSpent }: UseMagicLinkOptions = {}): UseMagicLink {
  const { client } = useAuthSettings('useMagicLink')
  const { state, run, reset: resetFlow } = useFlow<SignedIn | UiState>('useMagicLink', 'sign_in')
  const [finished, setFinished] = useState<SignedIn | null>(null)

  const finish = useCallback(
    (user: AuthUser | null) => {
      rememberMethod('email')
      setFinished({ kind: 'signed_in', user })
      onSignedIn?.(user)
    },
    [onSignedIn],
  )
  const follow = useCallback(
    async (token: string) => {
      const outcome = await run(() => client.enter('verifyMagicLink', { token }))
      if (!outcome) return
      if (SPENT.has(outcome.kind)) onTokenSpent?.()
      if (outcome.kind === 'signed_in') finish(outcome.user)
    },
    [client, finish, onTokenSpent, run],
  )
  const reset = useCallback(() => {
    setFinished(null)
    resetFlow()
  }, [resetFlow])
  return { state: finished ?? state, follow, finish, reset }
}
