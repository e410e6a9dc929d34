import type { FailureData } from '../errors/failure-data.js'
import type { AuthCode, CATALOGUE } from '../errors/catalogue.js'
import type { Operation, OperationContext } from '../errors/operation.js'
import type { FactsOf } from '../ui-state/ui-state.js'
import type { AccountActions, Actions, SessionGrant, SignInActions } from './actions.js'

/** An HTTP answer, read once and with its body parsed as far as it can be. */
export interface WireAnswer {
  status: number
  /** Case-insensitive; null when absent or not readable across origins. */
  header: (name: string) => string | null
  /** Parsed JSON, else the text, else undefined. Never trusted: read through a schema. */
  body: unknown
}

/** A request in a backend's own words; the client adds origin, token and deadline. */
export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the backend's base URL, starting with a slash. */
  path: string
  query?: Readonly<Record<string, string | undefined>>
  body?: Readonly<Record<string, unknown>>
  /** Sends `body` as application/x-www-form-urlencoded instead of JSON. */
  form?: true
  /** Attaches the access token. */
  bearer?: true
  /** Not fetched: the browser goes there. The result is read from `{ url }`, the whole address. */
  navigate?: true
  headers?: Readonly<Record<string, string>>
}

/** One action as one request. */
export interface Endpoint<Input, Result> {
  /** How answers to it are sorted. */
  operation: Operation
  /** Optional inputs that it makes use of, where a form has to know what to ask for. */
  takes?: readonly (keyof Input & string)[]
  request: (input: Input) => WireRequest
  /** Reads a success body; null when it is no success of this action. */
  result: (body: unknown) => Result | null
}

/** Endpoints for the actions that a backend has. */
export type EndpointsFor<A> = {
  readonly [Name in keyof A]?: A[Name] extends { input: infer Input; result: infer Result }
    ? Endpoint<Input, Result>
    : never
}

/** Those that come with the backend: what a sign-in page needs. */
export type SignInEndpoints = EndpointsFor<SignInActions>

/** Those that are loaded when one of them is first needed. */
export type AccountEndpoints = EndpointsFor<AccountActions>

/** All of them. */
export type Endpoints = EndpointsFor<Actions>

/** The kind that a code leads to. */
type KindOf<C extends AuthCode> = (typeof CATALOGUE)[C]['kind']

/** A code, alone or with the facts of its kind that the wire word settles. */
export type CodeEntry =
  | AuthCode
  | { [C in AuthCode]: { readonly code: C } & Readonly<Partial<FactsOf<KindOf<C>>>> }[AuthCode]

/** Wire code to catalogue code, one row a fact, in the order of the backend's reference. */
export type CodeTable = Readonly<Record<string, CodeEntry>>

/** HTTP status to catalogue code, for answers whose code and text say nothing known. */
export type StatusTable = Readonly<Record<number, CodeEntry>>

/** A meaning that only an answer's text (and perhaps more) tells. The first rule that fits wins. */
export interface MessageRule {
  /** The HTTP status it holds for. Left out: any. */
  readonly status?: number
  /** The wire code the rule belongs to; null for answers that carry none. */
  readonly code?: string | null
  /** Operations it holds for. Left out: all. */
  readonly at?: readonly Operation[]
  /** A further condition on the call. */
  readonly when?: (context: OperationContext) => boolean
  /** The whole text, or a linear-time pattern. Left out: any text. */
  readonly message?: string | RegExp
  /** What it means; a function is given the groups of the pattern. */
  readonly is: CodeEntry | ((groups: readonly string[]) => CodeEntry)
}

/** A backend's error envelope, opened. */
export interface WireError {
  /** The backend's own code, or null. */
  code: string | null
  /** The backend's own text, or null. Never shown unless the code's row allows it. */
  message: string | null
  /** For support. Default: the `X-Request-Id` header. */
  requestId?: string | null
  /** Facts that the state may carry. */
  data?: FailureData
}

/** A success-shaped answer that is no success: MFA required as HTTP 200, for one. */
export interface Challenge extends WireError {
  /** What it means, where the body carries no code for the tables. */
  entry?: CodeEntry
}

/**
 * The tables and readers that sort a backend's answers. `at` is the time of the answer in epoch milliseconds, by the
 * server's clock where the answer tells it.
 */
export interface Dialect {
  /** Names the backend in events and errors. */
  readonly id: string
  /** Codes that mean the same whatever was asked. */
  readonly codes: CodeTable
  /** Codes whose meaning depends on what was asked. */
  readonly codesByOperation?: Partial<Record<Operation, CodeTable>>
  /** Tried before the code tables. */
  readonly rules?: readonly MessageRule[]
  /** Tried after the code tables, and before the kit's own reading of a bare status. */
  readonly statuses?: StatusTable
  /** Statuses whose meaning depends on what was asked. */
  readonly statusesByOperation?: Partial<Record<Operation, StatusTable>>
  /** Opens the error envelope; null when the body is none of this backend's. */
  readonly readError: (
    answer: WireAnswer,
    context: OperationContext,
    at: number,
  ) => WireError | null
  /** Finds the failure or challenge inside a 2xx body; null when the body is a success. */
  readonly readChallenge: (
    answer: WireAnswer,
    context: OperationContext,
    at: number,
  ) => Challenge | null
}

/** Everything the kit needs to know of one backend. */
export interface Backend extends Dialect {
  /** An http(s) address or a path on the app's own origin, without a slash at its end. */
  readonly baseUrl: string
  /** `cookie`: an HttpOnly cookie carries the session and requests are sent with credentials. */
  readonly session: 'token' | 'cookie'
  /** The requests of the sign-in path. */
  readonly endpoints: SignInEndpoints
  /** The endpoints off the sign-in path, loaded when one of them is first needed. */
  readonly loadAccountEndpoints?: () => Promise<AccountEndpoints>
  /** Reads the session that an OAuth redirect carries in its address; left out where it carries a code, or a cookie does. */
  readonly readRedirect?: (parameters: unknown) => SessionGrant | null
  /** Headers for every request, such as a tenant id. */
  readonly headers?: Readonly<Record<string, string>>
  /** Name of the request header that carries a captcha token, where it does not travel in the body. */
  readonly captchaHeader?: string
  /**
   * For how long, in seconds, the server still answers a refresh token that was spent: `Infinity` where tokens do not
   * rotate. Default 0: a second use may end every session of the user, so the kit never risks one.
   */
  readonly refreshGraceSeconds?: number
  /**
   * Codes that its sign-in answers only once the password was right. With `accountDisclosure: 'hide'` every other code
   * that tells of an account is shown as wrong credentials. Default: none. An app that knows more of its server adds
   * to it: `{ ...authSvc({ baseUrl }), provedAtSignIn: ['email_unverified'] }`.
   */
  readonly provedAtSignIn?: readonly AuthCode[]
  /**
   * Wrong passwords lock accounts alone, and no address without one: a lock, and how many attempts are left, then
   * tell of an account. Default false: a lock strikes any address, and its countdown is shown.
   */
  readonly locksOnlyAccounts?: boolean
  /**
   * One-time codes for signing in are sent to addresses with an account alone. Default false: any address gets one,
   * because the first code opens an account.
   */
  readonly codesOnlyToAccounts?: boolean
  /** Passkeys are found by an e-mail address alone: none can be offered before one is typed. */
  readonly passkeysNeedEmail?: true
}
