import type { ActionInput, GrantingAction, SessionGrant } from '../backends/actions.js'
import type { Backend } from '../backends/backend.js'
import { firstCall } from '../errors/operation.js'
import type { UiState } from '../ui-state/ui-state.js'
import { requireOrigins } from './allowed-origins.js'
import type { AttemptSettings } from './attempt.js'
import type { AuthClient, CallOptions, SignedIn, SignedOut } from './auth-client.js'
import type { AuthEvent } from './auth-event.js'
import { createCarefulAttempts } from './careful-attempt.js'
import { contractOf } from './contract.js'
import { createEventTeller, tellOutages } from './event-teller.js'
import { listSessions } from './list-sessions.js'
import { localFailure } from './local-failure.js'
import { requireBackend, requireTokens } from './misuse.js'
import type { Page } from './page.js'
import { createPerformer } from './performer.js'
import { protectedFetch } from './protected-fetch.js'
import { createRedirector, type Redirects } from './redirect-target.js'
import type { SessionPersistence } from './session-keeper.js'
import { createSessionLife, type SessionLife } from './session-life.js'
import { createSessionStore } from './session-store.js'
import { createWaitMemory } from './wait-memory.js'

/** What a client is made with. All but `backend` may be left out. */
export interface AuthClientOptions {
  /** What it talks to, such as `edgebase({ baseUrl: '/api' })`. */
  backend: Backend
  /** Defaults to the platform's fetch. */
  fetch?: typeof globalThis.fetch
  /** Longest wait for a whole answer, in milliseconds. Default 15,000. */
  deadlineMs?: number
  /** Epoch milliseconds. Default `Date.now`. */
  now?: () => number
  /**
   * Told what happens: what is shown and sent, how it ends, what becomes of the session. Never given anything typed,
   * an address or a token. What it throws is reported as an error of the page, and breaks no flow.
   */
  onEvent?: (event: AuthEvent) => void
  /** Origins of the app's own API, to which `client.fetch` takes the access token. Default: the page's own. */
  apiOrigins?: readonly string[]
  /** Where users may be sent after sign-in. Default: anywhere on the page's own origin, and home is `/`. */
  redirects?: Redirects
  /**
   * Keeps the session over a reload and for all tabs: `indexedDbSession()`. Any script of the page's origin can read
   * what is kept there. Default: tokens are in the memory of one tab alone.
   */
  persistence?: SessionPersistence
  /** Tells clients of one origin apart that must not share a session. Default: the backend's id and address. */
  name?: string
  /** From 0 up to 1, for the pauses between two attempts. Default `Math.random`. */
  random?: () => number
  /** The window that it runs in. Default: the global one. */
  page?: Page
}

const DEADLINE_MS = 15_000

/**
 * Makes the client of one backend. It touches no browser global until it is asked to act.
 *
 * @throws when no backend is given, an entry of `apiOrigins` is no origin, or there is nothing to persist.
 */
export function createAuthClient(options: AuthClientOptions): AuthClient {
  const { backend, now = Date.now, deadlineMs = DEADLINE_MS, persistence } = options
  requireBackend(backend)
  if (persistence) requireTokens(backend)
  const settings: AttemptSettings = {
    backend,
    now,
    deadlineMs,
    fetch: (input, init) => (options.fetch ?? globalThis.fetch)(input, init),
  }
  const origins = options.apiOrigins ? requireOrigins(options.apiOrigins) : null
  const store = createSessionStore(backend.session === 'token' && !persistence, now)
  const attempts = createCarefulAttempts(settings, options.random ?? Math.random)
  const teller = createEventTeller(backend.id, options.onEvent)
  const { tell } = teller
  tellOutages(attempts.breaker, tell)
  const performer = createPerformer(settings, attempts, store, teller, () => life)
  const { perform, settle, endSession } = performer
  const page = () => options.page ?? globalThis
  const life: SessionLife = createSessionLife(
    { persistence, name: options.name, page, teller },
    settings,
    store,
    { ...performer, signOut },
  )

  /** Sign-ins and sign-outs in the order in which the user made them, and the last one that has come about. */
  let acts = 0
  let lastAct = 0
  const nextAct = () => (acts += 1)

  async function enter<A extends GrantingAction>(
    action: A,
    input: ActionInput<A>,
    callOptions?: CallOptions,
  ): Promise<SignedIn | UiState> {
    const attempt = nextAct()
    const outcome = await perform(action, input, callOptions)
    return outcome.kind === 'succeeded' ? admit(outcome.value, attempt) : outcome
  }

  /** Starts a granted session, unless the user has signed out or in by a later attempt meanwhile. */
  async function admit(grant: SessionGrant, attempt: number): Promise<SignedIn> {
    if (attempt > lastAct) {
      lastAct = attempt
      store.start(grant)
      teller.cameThrough('sign_in')
      tell({ type: 'signed_in' })
      await life.keeper.started()
    }
    return { kind: 'signed_in', user: grant.user }
  }

  async function signOut(callOptions?: CallOptions): Promise<SignedOut> {
    lastAct = nextAct()
    const ready = life.ready()
    if (ready) await ready
    const input = { refreshToken: store.refreshToken() }
    const sending = perform('signOut', input, callOptions)
    await endSession()
    await sending
    return { kind: 'signed_out' }
  }

  async function signUp(
    input: ActionInput<'signUp'>,
    callOptions?: CallOptions,
  ): Promise<SignedIn | UiState> {
    const attempt = nextAct()
    const outcome = await perform('signUp', input, callOptions)
    if (outcome.kind !== 'succeeded') return outcome
    const { session } = outcome.value
    if (session) return admit(session, attempt)
    const data = { address: input.email }
    return settle(localFailure('email_unverified', backend.id, firstCall('sign_up'), now(), data))
  }

  const parts = {
    ...settings,
    ...store,
    origins,
    settle,
    refresh: async () => (await life.refresh({ cause: 'refused' })).kind === 'signed_in',
  }

  const { supports, takes } = contractOf(backend)

  return {
    backend,
    now,
    waits: createWaitMemory(backend, now),
    getSession: store.getSession,
    onSessionChange: store.onChange,
    getSessionEnd: store.endsAt,
    onSessionEndChange: store.onTokens,
    restore: life.restore,
    attend: life.attend,
    supports,
    takes,
    perform,
    async fetch(input, init) {
      const ready = life.ready()
      if (ready) await ready
      return protectedFetch(parts, input, init)
    },
    listSessions: (callOptions) => listSessions({ ...store, perform, supports }, callOptions),
    refresh: (callOptions) => life.refresh(callOptions),
    signUp,
    enter,
    adopt: (grant) => admit(grant, nextAct()),
    settle,
    tell,
    report: (code, operation, data) =>
      settle(localFailure(code, backend.id, firstCall(operation), now(), data)),
    redirectTo: createRedirector(options.redirects, tell),
    signIn: (input, callOptions) => enter('signIn', input, callOptions),
    verifyMfa: (input, callOptions) => enter('verifyMfa', input, callOptions),
    signOut,
    resendVerification: (input, callOptions) => perform('resendVerification', input, callOptions),
    requestPasswordReset: (input, callOptions) =>
      perform('requestPasswordReset', input, callOptions),
    getOutage: attempts.breaker.outage,
    onOutageChange: attempts.breaker.onChange,
    dispose() {
      attempts.rest()
      life.dispose()
    },
  }
}
