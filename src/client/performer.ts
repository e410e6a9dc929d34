import type { ActionInput, ActionName, ActionResult, SessionGrant } from '../backends/actions.js'
import type { AccountEndpoints, Backend, Endpoint, Endpoints } from '../backends/backend.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import { toUiState } from '../ui-state/to-ui-state.js'
import type { UiState } from '../ui-state/ui-state.js'
import { attempt, type AttemptSettings } from './attempt.js'
import type {
  AuthClient,
  AuthEvent,
  CallOptions,
  SessionEnd,
  SignedIn,
  Succeeded,
} from './auth-client.js'
import { missingAction } from './misuse.js'
import type { SessionStore } from './session-store.js'

/** Actions of a signed-in user whose answer may replace the session's tokens. */
const RENEWING: ReadonlySet<ActionName> = new Set<ActionName>([
  'changePassword',
  'linkEmail',
  'selectOrganization',
  'stepUp',
])

/** Carries out actions and keeps the session in step with their answers. */
export interface Performer extends Pick<AuthClient, 'perform' | 'refresh'> {
  /** Turns a failure into its state, and does what the state asks of the session that met it. */
  settle: (failure: AuthFailure, generation?: number) => UiState
  endSession: (reason?: SessionEnd) => void
}

export function createPerformer(
  settings: AttemptSettings,
  store: SessionStore,
  onEvent: ((event: AuthEvent) => void) | undefined,
): Performer {
  const { backend } = settings
  let refreshing: Promise<SignedIn | UiState> | null = null

  function settle(failure: AuthFailure, generation = store.generation()): UiState {
    const state = toUiState(failure)
    // A late answer to one session says nothing of the next.
    const isOurs = generation === store.generation()
    if (state.kind === 'sign_in_required' && state.clearTokens && isOurs) endSession(state.reason)
    const { operation, kind, code, support } = state
    onEvent?.({ type: 'answered', backend: backend.id, operation, kind, code, ...support })
    return state
  }

  function endSession(reason?: SessionEnd) {
    const wasSignedIn = store.getSession().status === 'signed_in'
    store.end(wasSignedIn ? reason : undefined)
    if (wasSignedIn) onEvent?.({ type: 'signed_out' })
  }

  async function perform<A extends ActionName>(
    action: A,
    input: ActionInput<A>,
    callOptions: CallOptions = {},
  ): Promise<Succeeded<ActionResult<A>> | UiState> {
    // Read before the first await: a sign-out that follows must still be able to name its session.
    const accessToken = store.accessToken()
    const generation = store.generation()
    const endpoint = await endpointOf(backend, action)
    if (!endpoint) throw missingAction(backend.id, action)

    const first = await attempt(settings, endpoint, input, {
      ...callOptions,
      accessToken,
      number: 1,
    })
    if (first.kind === 'succeeded') return kept(action, first, generation)
    const state = settle(first.failure, generation)
    // A sign-out that met a dead token has no session left to refresh.
    if (state.kind !== 'silent_recovery' || action === 'signOut') return state

    if (state.action === 'refresh_token') {
      const renewed = await refresh()
      if (renewed.kind !== 'signed_in') return renewed
    }
    const again = { ...callOptions, accessToken: store.accessToken(), number: 2 }
    const second = await attempt(settings, endpoint, input, again)
    return second.kind === 'succeeded'
      ? kept(action, second, generation)
      : settle(second.failure, generation)
  }

  /** A changed password, a step-up and their kin may come with new tokens for the session that asked. */
  function kept<A extends ActionName>(
    action: A,
    success: Succeeded<ActionResult<A>>,
    generation: number,
  ): Succeeded<ActionResult<A>> {
    const { value } = success
    const isOurs = generation === store.generation()
    if (isOurs && RENEWING.has(action) && 'accessToken' in value) store.renew(value as SessionGrant)
    return success
  }

  function refresh(callOptions?: CallOptions): Promise<SignedIn | UiState> {
    refreshing ??= renew(callOptions).finally(() => {
      refreshing = null
    })
    return refreshing
  }

  async function renew(callOptions?: CallOptions): Promise<SignedIn | UiState> {
    const generation = store.generation()
    const outcome = await perform('refresh', { refreshToken: store.refreshToken() }, callOptions)
    if (outcome.kind !== 'succeeded') return outcome
    if (generation === store.generation()) store.renew(outcome.value)
    return { kind: 'signed_in', user: outcome.value.user }
  }

  return { perform, refresh, settle, endSession }
}

/** An action's endpoint, fetched with the account's when it is off the sign-in path; null when there is none. */
export async function endpointOf<A extends ActionName>(
  backend: Backend,
  action: A,
): Promise<Endpoint<ActionInput<A>, ActionResult<A>> | null> {
  const known: Endpoints = backend.endpoints
  const account: AccountEndpoints | undefined = Object.hasOwn(known, action)
    ? undefined
    : await backend.loadAccountEndpoints?.()
  const found = { ...known, ...account }[action]
  // The table types each action's own endpoint; the compiler cannot follow that through an indexed access.
  return (found as unknown as Endpoint<ActionInput<A>, ActionResult<A>> | undefined) ?? null
}
