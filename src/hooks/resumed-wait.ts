import { useMemo, useSyncExternalStore } from 'react'
import type { AuthClient } from '../client/auth-client.js'
import { localFailure } from '../client/local-failure.js'
import type { RememberedWait, WaitMemory, WaitPurpose } from '../client/wait-memory.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import { firstCall, type Operation } from '../errors/operation.js'
import { toUiState } from '../ui-state/to-ui-state.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { useReached } from './use-reached.js'

/** Refuses what a wait forbids that the server asked for earlier. It is not asked again, and the app is told. */
export function refuseDuringWait(
  client: AuthClient,
  operation: Operation,
  wait: RememberedWait,
  now: number,
): UiState {
  return client.settle(waitFailure(client, operation, wait, now))
}

function waitFailure(
  client: AuthClient,
  operation: Operation,
  { code, until, estimated }: RememberedWait,
  now: number,
): AuthFailure {
  const seconds = Math.max(Math.ceil((until - now) / 1000), 0)
  const data = estimated ? { defaultRetryAfterSeconds: seconds } : { retryAfterSeconds: seconds }
  const startedAt = until - seconds * 1000
  return localFailure(code, client.backend.id, firstCall(operation), startedAt, data)
}

/** Remembers the wait that a state asks for, if it asks for one. */
export function keepWait(
  waits: WaitMemory,
  purpose: WaitPurpose,
  account: string,
  state: UiState | { kind: 'succeeded' | 'signed_in' },
): void {
  if (state.kind !== 'account_locked' && state.kind !== 'rate_limited') return
  const { code, until, retryAfterSeconds } = state
  if (until !== null) {
    waits.remember(purpose, account, { code, until, estimated: retryAfterSeconds === null })
  }
}

/** The wait that began last in this tab, as a state; null on the server and when there is none. */
export function useResumedWait(purpose: WaitPurpose, operation: Operation): UiState | null {
  const { client, now } = useAuthSettings('useResumedWait')
  const wait = useWait(client.waits, () => client.waits.recallLast(purpose))
  return useMemo(
    () => (wait ? toUiState(waitFailure(client, operation, wait, now())) : null),
    [client, operation, wait, now],
  )
}

/** The wait still running for one account; null from its end on, on the server and when there is none. */
export function useAccountWait(purpose: WaitPurpose, account: string): RememberedWait | null {
  const { client, now } = useAuthSettings('useAccountWait')
  const { waits } = client
  const wait = useWait(waits, () => waits.recall(purpose, account))
  return useReached(wait?.until ?? null, now) ? null : wait
}

function useWait(waits: WaitMemory, recall: () => RememberedWait | null): RememberedWait | null {
  const text = useSyncExternalStore(
    waits.onRemembered,
    () => textOf(recall()),
    () => null,
  )
  return useMemo(() => (text === null ? null : (JSON.parse(text) as RememberedWait)), [text])
}

// A text, because a snapshot has to be the same value until something changes.
function textOf(wait: RememberedWait | null): string | null {
  return wait ? JSON.stringify(wait) : null
}
