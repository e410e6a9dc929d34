'use client'
import { useCallback } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { ActionResult } from '../backends/actions.js'
import type { AuthClient } from '../client/auth-client.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { useSession } from './use-session.js'

/** Questions about the account whose answers hold no secret. */
type Question = 'mfaStatus' | 'countBackupCodes' | 'listPasskeys' | 'listIdentities'

export interface AccountQuestion<Q extends Question> {
  /** Null until the server has answered. */
  answer: ActionResult<Q> | null
  /** What came instead of an answer. */
  failure: UiState | null
  /** False where the backend's contract lacks the question; null until that is known. */
  supported: boolean | null
  askAgain: () => void
}

/** Asks the backend about the account once the component is mounted, and each time it is told to. */
export function useAccountQuestion<Q extends Question>(
  question: Q,
  { wanted }: { wanted: boolean },
): AccountQuestion<Q> {
  const { client, queryClient } = useAuthSettings('useAccountQuestion')
  const { id, baseUrl } = client.backend
  const session = useSession()
  const userId = session.status === 'signed_in' ? (session.user?.id ?? null) : null
  const { data, refetch } = useQuery(
    {
      queryKey: ['gatewright', question, id, baseUrl, userId],
      queryFn: () => ask(client, question),
      // Asked before it is known who is signed in, it would have to be asked again.
      enabled: wanted && session.status !== 'unknown',
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      // Somebody else may be signed in when it is next wanted.
      gcTime: 0,
    },
    queryClient,
  )
  const askAgain = useCallback(() => void refetch(), [refetch])
  return {
    answer: data?.kind === 'succeeded' ? data.value : null,
    failure: data && data.kind !== 'succeeded' && data.kind !== 'not_in_contract' ? data : null,
    supported: data ? data.kind !== 'not_in_contract' : null,
    askAgain,
  }
}

async function ask(client: AuthClient, question: Question) {
  if (!(await client.supports(question))) return { kind: 'not_in_contract' } as const
  return client.perform(question, {})
}
