import type { ActionInput, GrantingAction, SessionGrant } from '../backends/actions.js'
import type { Backend } from '../backends/backend.js'
import { firstCall } from '../errors/operation.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AttemptSettings } from './attempt.js'
import type { AuthClient, AuthEvent, CallOptions, SignedIn } from './auth-client.js'
import { localFailure } from './local-failure.js'
import { requireBackend } from './misuse.js'
import { createPerformer, endpointOf } from './performer.js'
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
  const { perform, refresh, settle, endSession } = createPerformer(settings, store, onEvent)
  let restoring: Promise<void> | null = null

  async function enter<A extends GrantingAction>(
    action: A,
    input: ActionInput<A>,
    callOptions?: CallOptions,
  ): Promise<SignedIn | UiState> {
    const generation = store.generation()
    const outcome = await perform(action, input, callOptions)
    return outcome.kind === 'succeeded' ? admit(outcome.value, generation) : outcome
  }

  /** Starts a granted session, unless the user has signed in or out meanwhile. */
  function admit(grant: SessionGrant, generation: number): SignedIn {
    if (generation === store.generation()) {
      store.start(grant)
      onEvent?.({ type: 'signed_in' })
    }
    return { kind: 'signed_in', user: grant.user }
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
