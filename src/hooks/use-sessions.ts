'use client'
import { useCallback } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { DeviceSession } from '../backends/actions.js'
import { isStepUpCancelled, type StepUpCancelled } from '../client/step-up-needed.js'
import type { AuthClient, Succeeded } from '../client/auth-client.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { sessionKeysOf } from './session-keys.js'
import { useActionFacts } from './use-action-facts.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'
import { useRequiredAction } from './use-required-action.js'
import { useSession } from './use-session.js'
import { useStepUp } from './use-step-up.js'

/** One place where the user is signed in. */
export interface ListedSession extends Omit<DeviceSession, 'id'> {
  /** Stands for the session in `end`. It is no id of the backend's, which may be a token. */
  key: string
}

/** The sessions have been read. */
export interface SessionsListed {
  kind: 'listed'
  /** This one first, then by the time they were last used. */
  sessions: readonly ListedSession[]
}

/** Where the user is signed in, and how to end it. */
export interface UseSessions {
  /** `submitting` until the list has come. */
  state: Submitting | SessionsListed | UiState
  /** How the last request to end a session went. */
  ending: Ready | Submitting | Succeeded<unknown> | UiState
  /** Ends one session, by its key. Resolves with whether it has ended, as do the next two. */
  end: (key: string) => Promise<boolean>
  /** Ends all sessions but this one; null where nothing tells which one this is. */
  endOthers: (() => Promise<boolean>) | null
  /** Ends all sessions and signs out here; null where the backend cannot. */
  endAll: (() => Promise<boolean>) | null
  /** Reads the list again. */
  reload: () => Promise<void>
  reset: () => void
}

type Answer = Succeeded<unknown> | UiState

const SUBMITTING: Submitting = { kind: 'submitting' }
const ENDED: Answer = { kind: 'succeeded', value: {} }

/**
 * Where the user is signed in, and how to end it. A backend that wants a step-up first gets one where `<StepUp>`
 * is mounted.
 *
 * @throws while rendering, where the backend has no list of sessions.
 */
export function useSessions(): UseSessions {
  useRequiredAction('useSessions', 'listSessions')
  const { client, queryClient } = useAuthSettings('useSessions')
  const { guard } = useStepUp()
  const session = useSession()
  const { state: ending, run, reset } = useFlow<Answer>('useSessions', 'session_manage')
  const canEndOthers = useActionFacts('revokeOtherSessions').supported === true
  const canEndAll = useActionFacts('revokeAllSessions').supported === true
  const { id: backend, baseUrl } = client.backend
  const user = session.status === 'signed_in' ? (session.user?.id ?? null) : null

  const { data, refetch } = useQuery<SessionsListed | UiState>(
    {
      queryKey: ['gatewright', 'sessions', backend, baseUrl, user],
      // Without a confirmation there is nothing to show but that it is needed.
      queryFn: () => unlessCancelled(guard(() => readSessions(client))(), ({ asked }) => asked),
      networkMode: 'always',
      retry: false,
      gcTime: 0,
      // Each read may ask the user to confirm.
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    queryClient,
  )
  const listed = data?.kind === 'listed' ? data.sessions : null
  const reload = useCallback(async () => void (await refetch()), [refetch])

  /** Runs a request to end sessions, and what follows it. A session that had ended already is as good as ended now. */
  const runEnding = useCallback(
    async (job: () => Promise<Answer>, next: () => Promise<unknown>) => {
      const outcome = await run(async () => {
        const answer = await unlessCancelled(guard(job)(), ({ state }) => state)
        return answer.kind === 'done' ? ENDED : answer
      })
      if (outcome?.kind !== 'succeeded') return false
      await next()
      return true
    },
    [guard, run],
  )

  const end = useCallback(
    async (key: string) => {
      const id = sessionKeysOf(client).idOf(key)
      if (id === null) return false
      const job = async (): Promise<Answer> => {
        const answer = await client.perform('revokeSession', { id })
        return answer.kind === 'not_found' ? ENDED : answer
      }
      return runEnding(job, reload)
    },
    [client, reload, runEnding],
  )

  const endOthers = useCallback(async () => {
    const others = listed?.filter(({ current }) => current === false) ?? []
    const job = canEndOthers
      ? () => client.perform('revokeOtherSessions', {})
      : () => revokeEach(client, others)
    return runEnding(job, reload)
  }, [canEndOthers, client, listed, reload, runEnding])

  const endAll = useCallback(async () => {
    const job = () => client.perform('revokeAllSessions', {})
    return runEnding(job, () => client.signOut())
  }, [client, runEnding])

  const knowsThisOne = canEndOthers || listed?.some(({ current }) => current === true) === true
  return {
    state: data ?? SUBMITTING,
    ending,
    end,
    endOthers: knowsThisOne ? endOthers : null,
    endAll: canEndAll ? endAll : null,
    reload,
    reset,
  }
}

async function readSessions(client: AuthClient): Promise<SessionsListed | UiState> {
  const answer = await client.listSessions()
  if (answer.kind !== 'succeeded') return answer
  const { keyOf } = sessionKeysOf(client)
  const sessions = answer.value.sessions
    .map(({ id, ...facts }): ListedSession => ({ key: keyOf(id), ...facts }))
    .toSorted(
      (a, b) =>
        Number(b.current === true) - Number(a.current === true) ||
        (b.lastActiveAt ?? 0) - (a.lastActiveAt ?? 0),
    )
  return { kind: 'listed', sessions }
}

/** One request each, until one is refused. */
async function revokeEach(client: AuthClient, others: readonly ListedSession[]): Promise<Answer> {
  const { idOf } = sessionKeysOf(client)
  for (const { key } of others) {
    const id = idOf(key)
    if (id === null) continue
    const answer = await client.perform('revokeSession', { id })
    if (answer.kind !== 'succeeded' && answer.kind !== 'done') return answer
  }
  return ENDED
}

/** A step-up that was not given is a state here, too. */
async function unlessCancelled<T>(
  call: Promise<T>,
  instead: (error: StepUpCancelled) => UiState,
): Promise<T | UiState> {
  try {
    return await call
  } catch (error) {
    if (isStepUpCancelled(error)) return instead(error)
    throw error
  }
}
