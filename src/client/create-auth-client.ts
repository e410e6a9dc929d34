import type {
  ActionInput,
  ActionName,
  ActionResult,
  GrantingAction,
  SessionGrant,
} from '../backends/actions.js'
import type { AccountEndpoints, Backend, Endpoint, Endpoints } from '../backends/backend.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import { firstCall } from '../errors/operation.js'
import { toUiState } from '../ui-state/to-ui-state.js'
import type { UiState } from '../ui-state/ui-state.js'
import { attempt, type AttemptSettings } from './attempt.js'
import type { AuthClient, AuthEvent, CallOptions, SignedIn, Succeeded } from './auth-client.js'
import { localFailure } from './local-failure.js'
import { missingAction, requireBackend } from './misuse.js'
import { createSessionStore } from './session-store.js'

export interface AuthClientOptions {
  backend: Backend
  /** Defaults to the platform's fetch. */
  fetch?: typeof globalThis.fetch
  /** Longest wait for a whole answer, in milliseconds. Default 15,000. */
  deadlineMs?: number
  /** Epoch milliseconds. Default `Date.now`. */
  now?: () => number
  /** Told of each answer and each change of the session. Never given an address, code or token. */
  onEvent?: (event: AuthEvent) => void
}

const DEADLINE_MS = 15_000

/** Actions of a signed-in user whose answer may replace the session's tokens. */
const RENEWING: ReadonlySet<ActionName> = new Set<ActionName>([
  'changePassword',
  'linkEmail',
  'selectOrganization',
  'stepUp',
])

/**
 * Makes the client of one backend. It touches no browser global until it is asked to act.
 *
 * @throws when no backend is given.
 */
export function createAuthClient(options: AuthClientOptions): AuthClient {
  const { backend, now = Date.now, onEvent, deadlineMs = DEADLINE_MS } = options
  requireBackend(backend)
  const settings: AttemptSettings = {
    backend,
    now,
    deadlineMs,
    fetch: (input, init) => (options.fetch ?? globalThis.fetch)(input, init),
  }
  const store = createSessionStore(backend.session === 'token')
  let refreshing: Promise<SignedIn | UiState> | null = null
  let restoring: Promise<void> | null = null

  /** Turns a failure into its state, and does what the state asks of the session. */
  function settle(failure: AuthFailure): UiState {
    const state = toUiState(failure)
    if (state.kind === 'sign_in_required' && state.clearTokens) endSession()
    const { operation, kind, code, support } = state
    onEvent?.({ type: 'answered', backend: backend.id, operation, kind, code, ...support })
    return state
  }

  function endSession() {
    const wasSignedIn = store.getSession().status === 'signed_in'
    store.end()
    if (wasSignedIn) onEvent?.({ type: 'signed_out' })
  }

  async function perform<A extends ActionName>(
    action: A,
    input: ActionInput<A>,
    callOptions: CallOptions = {},
  ): Promise<Succeeded<ActionResult<A>> | UiState> {
    // Read before the first await: a sign-out that follows must still be able to name its session.
    const accessToken = store.accessToken()
    const endpoint = await endpointOf(backend, action)
    if (!endpoint) throw missingAction(backend.id, action)

    const first = await attempt(settings, endpoint, input, {
      ...callOptions,
      accessToken,
      number: 1,
    })
    if (first.kind === 'succeeded') return kept(action, first)
    const state = settle(first.failure)
    // A sign-out that met a dead token has no session left to refresh.
    if (state.kind !== 'silent_recovery' || action === 'signOut') return state

    if (state.action === 'refresh_token') {
      const renewed = await refresh()
      if (renewed.kind !== 'signed_in') return renewed
    }
    const again = { ...callOptions, accessToken: store.accessToken(), number: 2 }
    const second = await attempt(settings, endpoint, input, again)
    return second.kind === 'succeeded' ? kept(action, second) : settle(second.failure)
  }

  /** A changed password, a step-up and their kin may come with new tokens for the session that asked. */
  function kept<A extends ActionName>(
    action: A,
    success: Succeeded<ActionResult<A>>,
  ): Succeeded<ActionResult<A>> {
    const { value } = success
    if (RENEWING.has(action) && 'accessToken' in value) store.renew(value as SessionGrant)
    return success
  }

  async function enter<A extends GrantingAction>(
    action: A,
    input: ActionInput<A>,
    callOptions?: CallOptions,
  ): Promise<SignedIn | UiState> {
    const generation = store.generation()
    const outcome = await perform(action, input, callOptions)
    return outcome.kind === 'succeeded' ? admit(outcome.value as SessionGrant, generation) : outcome
  }

  /** Starts a granted session, unless the user has signed in or out meanwhile. */
  function admit(grant: SessionGrant, generation: number): SignedIn {
    if (generation === store.generation()) {
      store.start(grant)
      onEvent?.({ type: 'signed_in' })
    }
    return { kind: 'signed_in', user: grant.user }
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

  async function readSession(): Promise<void> {
    if (!backend.endpoints.getSession) return
    const generation = store.generation()
    const outcome = await perform('getSession', {})
    if (generation !== store.generation()) return
    if (outcome.kind === 'succeeded') store.renew(outcome.value)
    // An outage ends no session that is known; where none is, the form is what can be shown.
    else if (store.getSession().status === 'unknown') store.end()
  }

  async function signUp(
    input: ActionInput<'signUp'>,
    callOptions?: CallOptions,
  ): Promise<SignedIn | UiState> {
    const generation = store.generation()
    const outcome = await perform('signUp', input, callOptions)
    if (outcome.kind !== 'succeeded') return outcome
    const { session } = outcome.value
    if (session) return admit(session, generation)
    const data = { address: input.email }
    return settle(localFailure('email_unverified', backend.id, firstCall('sign_up'), now(), data))
  }

  return {
    backend,
    getSession: store.getSession,
    onSessionChange: store.onChange,
    restore: () => (restoring ??= readSession()),
    supports: async (action) => (await endpointOf(backend, action)) !== null,
    perform,
    refresh,
    signUp,
    enter,
    signIn: (input, callOptions) => enter('signIn', input, callOptions),
    verifyMfa: (input, callOptions) => enter('verifyMfa', input, callOptions),
    async signOut(callOptions) {
      const input = { refreshToken: store.refreshToken() }
      const sending = perform('signOut', input, callOptions)
      endSession()
      await sending
      return { kind: 'signed_out' }
    },
    resendVerification: (input, callOptions) => perform('resendVerification', input, callOptions),
    requestPasswordReset: (input, callOptions) =>
      perform('requestPasswordReset', input, callOptions),
  }
}

async function endpointOf<A extends ActionName>(
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
