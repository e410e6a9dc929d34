import type {
  ActionInput,
  ActionName,
  ActionResult,
  AuthUser,
  DeviceSession,
  GrantingAction,
  SessionGrant,
} from '../backends/actions.js'
import type { Backend } from '../backends/backend.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import type { AuthCode } from '../errors/catalogue.js'
import type { Factor, Operation } from '../errors/operation.js'
import type { SignInRequired, UiState } from '../ui-state/ui-state.js'
import type { AuthEvent } from './auth-event.js'
import type { Outage } from './circuit-breaker.js'
import type { WaitMemory } from './wait-memory.js'

/** Why a server ended a session. */
export type SessionEnd = SignInRequired['reason']

/** Who is signed in. Tokens stay inside the client. */
export type Session =
  /** A cookie may carry a session: `restore` finds out. */
  | { readonly status: 'unknown' }
  | {
      readonly status: 'signed_out'
      /** Why, where the server ended the session and nobody has signed in or out since. */
      readonly reason?: SessionEnd
    }
  | { readonly status: 'signed_in'; readonly user: AuthUser | null }

/** What is wrong with a browser's storage. */
export type StorageFault =
  /** There is none. */
  | 'absent'
  | 'denied'
  | 'full'
  /** It did not answer within two seconds. */
  | 'no_answer'
  /** What is kept there is no session of this kit. It has been removed. */
  | 'corrupt'
  | 'failed'

/** An operation that reached its goal. */
export interface Succeeded<T> {
  kind: 'succeeded'
  /** What the action gives. */
  value: T
}

/** Somebody is signed in now. */
export interface SignedIn {
  kind: 'signed_in'
  /** Who, as far as the backend tells. */
  user: AuthUser | null
}

/** What one call may be told besides its input. */
export interface CallOptions {
  /** Gives the request up; the call resolves with the state of `request_cancelled`. */
  signal?: AbortSignal
  /** The factor a code is typed for, where the action does not say it. */
  factor?: Factor
}

/** Talks to one backend and turns each of its answers into a state. */
export interface AuthClient {
  /** The backend it was made for. */
  readonly backend: Backend
  /** The clock that deadlines are measured by, in epoch milliseconds. */
  readonly now: () => number
  /** The waits that this backend asked for. */
  readonly waits: WaitMemory
  /** Current session; the same object until it changes. */
  getSession: () => Session
  /** Calls back after each change of the session. Returns the undo. */
  onSessionChange: (listener: () => void) => () => void
  /**
   * When the session is over, in epoch milliseconds, where its access token is all there is: nothing renews it but
   * another sign-in. Null where it is renewed unasked, where a cookie carries it, and where nobody knows.
   */
  getSessionEnd: () => number | null
  /** Calls back when that may have changed. Returns the undo. */
  onSessionEndChange: (listener: () => void) => () => void
  /**
   * Finds out who is signed in, once: from the server behind a cookie, from what is kept where there is `persistence`.
   * From then on, until `dispose`, the client keeps in step with other tabs and renews the session in good time.
   */
  restore: () => Promise<void>
  /** Null, or since when the server has failed again and again, and when one call finds out whether it is back. */
  getOutage: () => Outage | null
  /** Calls back when an outage begins, goes on or ends. Returns the undo. */
  onOutageChange: (listener: () => void) => () => void
  /** The same for as long as somebody shows the session. Returns the undo. `<AuthProvider>` does so. */
  attend: () => () => void
  /** Lets go of timers, listeners, channels and the database; may be called again. `restore` and `attend` take them up anew. */
  dispose: () => void
  /** Whether the backend's contract has this action; true where the part that knows cannot be loaded. Never rejects. */
  supports: (action: ActionName) => Promise<boolean>
  /** Optional inputs that the backend makes use of in an action; null where its contract lacks the action. Never rejects. */
  takes: (action: ActionName) => Promise<readonly string[] | null>
  /** Carries out one action. Resolves with its result or the state its answer leads to; never rejects for an answer. */
  perform: <A extends ActionName>(
    action: A,
    input: ActionInput<A>,
    options?: CallOptions,
  ) => Promise<Succeeded<ActionResult<A>> | UiState>
  /** Carries out an action that signs somebody in, and starts the session. */
  enter: <A extends GrantingAction>(
    action: A,
    input: ActionInput<A>,
    options?: CallOptions,
  ) => Promise<SignedIn | UiState>
  /** Starts the session that came with something else than the answer to a request, such as an OAuth redirect. */
  adopt: (grant: SessionGrant) => Promise<SignedIn>
  /** A failure that no answer carried, such as a closed system dialog, as its state; told to `onEvent`. */
  report: (code: AuthCode, operation: Operation, data?: AuthFailure['data']) => UiState
  /** A failure that was read elsewhere, such as an OAuth redirect's, as its state; told to `onEvent`. */
  settle: (failure: AuthFailure) => UiState
  /** Tells the app's `onEvent`, as for a screen of the app's own. */
  tell: (event: AuthEvent) => void
  /** A place to go to, where it is the app's own or allowed by `redirects`; else the app's home. */
  redirectTo: (target: unknown) => string
  /** Signs in with e-mail and password, and starts the session. */
  signIn: (input: ActionInput<'signIn'>, options?: CallOptions) => Promise<SignedIn | UiState>
  /** Opens an account, and starts its session where the backend signs it in at once. */
  signUp: (input: ActionInput<'signUp'>, options?: CallOptions) => Promise<SignedIn | UiState>
  /** Answers a challenge for a second factor, and starts the session. */
  verifyMfa: (input: ActionInput<'verifyMfa'>, options?: CallOptions) => Promise<SignedIn | UiState>
  /**
   * Sends a request of the app to its own API. On an allowed origin it carries the access token (or the cookie),
   * is sent once more after one refresh where a 401 says that the token is no longer good, and rejects with
   * `StepUpNeeded` where the API asks for a step-up (RFC 9470). Any other answer is given as it is.
   */
  fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>
  /** Lists where the user is signed in, with this session marked where anything tells which it is. */
  listSessions: (
    options?: CallOptions,
  ) => Promise<Succeeded<{ sessions: readonly DeviceSession[] }> | UiState>
  /** Always ends signed out on this side, whatever the server answers. */
  signOut: (options?: CallOptions) => Promise<SignedOut>
  /** Fetches a fresh session; one request however many callers. */
  refresh: (options?: CallOptions) => Promise<SignedIn | UiState>
  /** Asks for another mail to verify an address. */
  resendVerification: (
    input: ActionInput<'resendVerification'>,
    options?: CallOptions,
  ) => Promise<Succeeded<unknown> | UiState>
  /** Asks for the mail with which a forgotten password is replaced. */
  requestPasswordReset: (
    input: ActionInput<'requestPasswordReset'>,
    options?: CallOptions,
  ) => Promise<Succeeded<unknown> | UiState>
}

/** Nobody is signed in any more. */
export interface SignedOut {
  kind: 'signed_out'
}
