import type { ActionInput, ActionName, GrantingAction, SessionGrant } from '../backends/actions.js'
import type { Backend } from '../backends/backend.js'
import { firstCall } from '../errors/operation.js'
import type { UiState } from '../ui-state/ui-state.js'
import { requireOrigins } from './allowed-origins.js'
import type { AttemptSettings } from './attempt.js'
import type { AuthClient, AuthEvent, CallOptions, SignedIn } from './auth-client.js'
import { listSessions } from './list-sessions.js'
import { localFailure } from './local-failure.js'
import { requireBackend } from './misuse.js'
import { createPerformer, endpointOf } from './performer.js'
import { protectedFetch } from './protected-fetch.js'
import { createRedirector, type Redirects } from './redirect-target.js'
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
  /** Origins of the app's own API, to which `client.fetch` takes the access token. Default: the page's own. */
  apiOrigins?: readonly string[]
  /** Where users may be sent after sign-in. Default: anywhere on the page's own origin, and home is `/`. */
  redirects?: Redirects
}

const DEADLINE_MS = 15_000

/**
 * Makes the client of one backend. It touches no browser global until it is asked to act.
 *
 * @throws when no backend is given, or an entry of `apiOrigins` is no origin.
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
  const origins = options.apiOrigins ? requireOrigins(options.apiOrigins) : null
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

  const supports = async (action: ActionName) => (await endpointOf(backend, action)) !== null

  return {
    backend,
    getSession: store.getSession,
    onSessionChange: store.onChange,
    restore: () => (restoring ??= readSession()),
    supports,
    takes: async (action) => {
      const endpoint = await endpointOf(backend, action)
      return endpoint && (endpoint.takes ?? [])
    },
    perform,
    fetch: (input, init) =>
      protectedFetch(
        {
          ...settings,
          ...store,
          origins,
          refresh: async () => (await refresh()).kind === 'signed_in',
          settle,
        },
        input,
        init,
      ),
    listSessions: (callOptions) => listSessions({ ...store, perform, supports }, callOptions),
    refresh,
    signUp,
    enter,
    adopt: (grant) => admit(grant, store.generation()),
    settle,
    report: (code, operation, data) =>
      settle(localFailure(code, backend.id, firstCall(operation), now(), data)),
    redirectTo: createRedirector(options.redirects, onEvent),
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
