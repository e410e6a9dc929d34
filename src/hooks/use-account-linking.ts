'use client'
import { useCallback } from 'react'
import type { Identity } from '../backends/actions.js'
import type { Leaving } from '../client/oauth-departure.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { useAccountQuestion } from './use-account-question.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'
import { useJourney, type UseOAuthOptions } from './use-oauth.js'
import { useSession } from './use-session.js'

/** A provider's account no longer signs the user in. */
export interface Unlinked {
  kind: 'unlinked'
  provider: string
}

/** The accounts at providers, and what can be done with them. */
export interface UseAccountLinking {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | Leaving | Unlinked | UiState
  /** The accounts at providers that sign the user in; null until they are known. */
  identities: readonly Identity[] | null
  /** Why they are not known. */
  listFailure: UiState | null
  /** Sends the user to a provider, to link the account there. */
  link: (provider: string) => Promise<void>
  /** Takes a linked account away. The last way to sign in is refused, without a request where the backend has said so. */
  unlink: (identity: Identity) => Promise<void>
  /** Asks for the linked accounts again. */
  refresh: () => void
  reset: () => void
}

/** Links the user's accounts at providers to their account here. `useOAuthCallback` takes in who comes back. */
export function useAccountLinking(options: UseOAuthOptions = {}): UseAccountLinking {
  const { client } = useAuthSettings('useAccountLinking')
  const {
    state,
    run,
    reset: resetFlow,
  } = useFlow<Unlinked | UiState>('useAccountLinking', 'account_link')
  const { status } = useSession()
  const { answer, failure, askAgain } = useAccountQuestion('listIdentities', {
    wanted: status !== 'unknown',
  })
  const { state: journey, leave, reset: resetJourney } = useJourney('useAccountLinking', options)

  const reset = useCallback(() => {
    resetFlow()
    resetJourney()
  }, [resetFlow, resetJourney])

  const link = useCallback(
    (provider: string) => {
      resetFlow()
      return leave({ provider, purpose: 'link' })
    },
    [leave, resetFlow],
  )
  const unlink = useCallback(
    async ({ id, provider, canUnlink }: Identity) => {
      resetJourney()
      const outcome = await run(async () => {
        if (canUnlink === false) return client.report('last_sign_in_method', 'account_link')
        const done = await client.perform('unlinkIdentity', { id })
        return done.kind === 'succeeded' ? { kind: 'unlinked', provider } : done
      })
      if (outcome?.kind === 'unlinked') askAgain()
    },
    [askAgain, client, resetJourney, run],
  )
  return {
    state: journey.kind === 'ready' ? state : journey,
    identities: status === 'signed_in' ? (answer?.identities ?? null) : null,
    listFailure: failure,
    link,
    unlink,
    refresh: askAgain,
    reset,
  }
}
