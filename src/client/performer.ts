import type { ActionInput, ActionName, ActionResult, SessionGrant } from '../backends/actions.js'
import type { AccountEndpoints, Backend, Endpoint, Endpoints } from '../backends/backend.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import { firstCall, type Operation } from '../errors/operation.js'
import { toUiState } from '../ui-state/to-ui-state.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AttemptSettings } from './attempt.js'
import type { AuthClient, CallOptions, SessionEnd, Succeeded } from './auth-client.js'
import type { CarefulAttempts } from './careful-attempt.js'
import type { EventTeller } from './event-teller.js'
import { localFailure } from './local-failure.js'
import { missingAction } from './misuse.js'
import type { SessionLife } from './session-life.js'
import type { SessionStore } from './session-store.js'

/** Actions of a signed-in user whose answer may replace the session's tokens. */
const RENEWING: ReadonlySet<ActionName> = new Set<ActionName>([
  'changePassword',
  'linkEmail',
  'selectOrganization',
  'stepUp',
])

/** Carries out actions and keeps the session in step with their answers. */
export interface Performer extends Pick<AuthClient, 'perform'> {
  /** Turns a failure into its state, and does what the state asks of the session that met it. */
  settle: (failure: AuthFailure, generation?: number) => UiState
  /** Ends the session, here and wherever it is kept. Settles when it is gone from there. */
  endSession: (reason?: SessionEnd) => Promise<void>
  /** Ends the session in this tab, and tells nobody but the app. */
  leave: (reason?: SessionEnd) => void
}

export function createPerformer(
  settings: AttemptSettings,
  { send }: CarefulAttempts,
  store: SessionStore,
  { tell, answered, cameThrough }: EventTeller,
  life: () => SessionLife,
): Performer {
  const { backend } = settings

  function settle(failure: AuthFailure, generation = store.generation()): UiState {
    const state = toUiState(failure)
    answered(state)
    // A late answer to one session says nothing of the next.
    const isOurs = generation === store.generation()
    if (state.kind === 'sign_in_required' && state.clearTokens && isOurs) {
      void endSession(state.reason)
    }
    return state
  }

  async function endSession(reason?: SessionEnd) {
    const wasSignedIn = store.getSession().status === 'signed_in'
    store.end(wasSignedIn ? reason : undefined)
    if (wasSignedIn) tellEnd(reason)
    if (wasSignedIn || reason === undefined) await life().keeper.ended(reason)
  }

  function leave(reason?: SessionEnd) {
    const wasSignedIn = store.getSession().status === 'signed_in'
    store.leave(wasSignedIn ? reason : undefined)
    if (wasSignedIn) tellEnd(reason)
  }

  function tellEnd(reason?: SessionEnd) {
    tell(reason === undefined ? { type: 'signed_out' } : { type: 'session_ended', reason })
  }

  async function perform<A extends ActionName>(
    action: A,
    input: ActionInput<A>,
    callOptions: CallOptions = {},
  ): Promise<Succeeded<ActionResult<A>> | UiState> {
    const ready = life().ready()
    if (ready) await ready
    // Read before the request's first await: a sign-out that follows must still be able to name its session.
    const accessToken = store.accessToken()
    const generation = store.generation()
    const endpoint = await endpointOf(backend, action).catch(() => UNREACHED)
    if (endpoint === UNREACHED) return settle(unreached(), generation)
    if (!endpoint) throw missingAction(backend.id, action)

    const first = await sendTo(endpoint, input, { ...callOptions, accessToken, number: 1 })
    if (first.kind === 'succeeded') return kept(action, first, generation)
    const state = settle(first.failure, generation)
    // A sign-out that met a dead token has no session left to refresh.
    if (state.kind !== 'silent_recovery' || action === 'signOut') return state

    // Another call, or another tab, may have fetched a fresh token meanwhile.
    const isStale = accessToken !== null && accessToken !== store.accessToken()
    if (state.action === 'refresh_token' && !isStale) {
      const renewed = await life().refresh({ cause: 'refused' })
      if (renewed.kind !== 'signed_in') return renewed
    }
    // Nobody else's session sends it.
    if (generation !== store.generation()) return settle(missing(endpoint.operation))
    const again = { ...callOptions, accessToken: store.accessToken(), number: 2 }
    const second = await sendTo(endpoint, input, again)
    return second.kind === 'succeeded'
      ? kept(action, second, generation)
      : settle(second.failure, generation)
  }

  const sendTo: CarefulAttempts['send'] = async (endpoint, input, sendOptions) => {
    const outcome = await send(endpoint, input, sendOptions)
    if (outcome.kind === 'succeeded') cameThrough(endpoint.operation)
    return outcome
  }

  function unreached(): AuthFailure {
    return localFailure('network_error', backend.id, firstCall('api_call'), settings.now())
  }

  function missing(operation: Operation): AuthFailure {
    return localFailure('session_missing', backend.id, firstCall(operation), settings.now())
  }

  /** A changed password, a step-up and their kin may come with new tokens for the session that asked. */
  async function kept<A extends ActionName>(
    action: A,
    success: Succeeded<ActionResult<A>>,
    generation: number,
  ): Promise<Succeeded<ActionResult<A>>> {
    const { value } = success
    const isOurs = generation === store.generation()
    if (isOurs && RENEWING.has(action) && 'accessToken' in value) {
      store.renew(value as SessionGrant)
      await life().keeper.renewed()
    }
    return success
  }

  return { perform, settle, endSession, leave }
}

/** The part of a backend that is off the sign-in path did not load. */
const UNREACHED = 'unreached' as const

/**
 * An action's endpoint, fetched with the account's when it is off the sign-in path; null when there is none.
 * Rejects when that part cannot be loaded.
 */
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
