import type {
  ActionInput,
  ActionName,
  ActionResult,
  AuthUser,
  GrantingAction,
} from '../backends/actions.js'
import type { Backend } from '../backends/backend.js'
import type { AuthCode } from '../errors/catalogue.js'
import type { Factor, Operation } from '../errors/operation.js'
import type { Support, UiKind, UiState } from '../ui-state/ui-state.js'

/** Who is signed in. Tokens stay inside the client. */
export type Session =
  /** A cookie may carry a session: `restore` finds out. */
  | { readonly status: 'unknown' }
  | { readonly status: 'signed_out' }
  | { readonly status: 'signed_in'; readonly user: AuthUser | null }

/** An operation that reached its goal. */
export interface Succeeded<T> {
  kind: 'succeeded'
  value: T
}

export interface SignedIn {
  kind: 'signed_in'
  user: AuthUser | null
}

export interface CallOptions {
  signal?: AbortSignal
  /** The factor a code is typed for, where the action does not say it. */
  factor?: Factor
}

/** What the client tells the app. Holds no address, code or token. */
export type AuthEvent =
  | ({
      type: 'answered'
      backend: string
      operation: Operation
      kind: UiKind
      code: AuthCode
    } & Support)
  | { type: 'signed_in' }
  | { type: 'signed_out' }

/** Talks to one backend and turns each of its answers into a state. */
export interface AuthClient {
  readonly backend: Backend
  /** Current session; the same object until it changes. */
  getSession: () => Session
  /** Calls back after each change of the session. Returns the undo. */
  onSessionChange: (listener: () => void) => () => void
  /** Asks a cookie backend who is signed in, once; settles at once for the rest. */
  restore: () => Promise<void>
  /** Whether the backend's contract has this action. */
  supports: (action: ActionName) => Promise<boolean>
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
  signIn: (input: ActionInput<'signIn'>, options?: CallOptions) => Promise<SignedIn | UiState>
  signUp: (input: ActionInput<'signUp'>, options?: CallOptions) => Promise<SignedIn | UiState>
  verifyMfa: (input: ActionInput<'verifyMfa'>, options?: CallOptions) => Promise<SignedIn | UiState>
  /** Always ends signed out on this side, whatever the server answers. */
  signOut: (options?: CallOptions) => Promise<SignedOut>
  /** Fetches a fresh session; one request however many callers. */
  refresh: (options?: CallOptions) => Promise<SignedIn | UiState>
  resendVerification: (
    input: ActionInput<'resendVerification'>,
    options?: CallOptions,
  ) => Promise<Succeeded<unknown> | UiState>
  requestPasswordReset: (
    input: ActionInput<'requestPasswordReset'>,
    options?: CallOptions,
  ) => Promise<Succeeded<unknown> | UiState>
}

export interface SignedOut {
  kind: 'signed_out'
}
