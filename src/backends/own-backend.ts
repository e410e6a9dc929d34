import type { FailureData } from '../errors/failure-data.js'
import type { Operation, OperationContext } from '../errors/operation.js'
import type { UsualResult } from './action-defaults.js'
import type { ActionInput, ActionName, ActionResult, AuthUser } from './actions.js'
import type { Backend, CodeEntry, Endpoint, WireAnswer, WireRequest } from './backend.js'

/** What a reader may need to know of an answer besides its body. */
export interface AnswerFacts extends Pick<WireAnswer, 'status' | 'header'> {
  /** What was asked. */
  context: OperationContext
  /** When the answer was written, in epoch milliseconds by the server's clock where it tells it. */
  at: number
}

/** What an error body says. All of it may be missing, or of the wrong type. */
export interface FoundError {
  /** The wire code: a key of `codes`. A number is looked up as its digits. */
  code?: string | number | null | undefined
  /** The server's text, for rules and developers. Users never see it unless the code's row allows it. */
  message?: string | null | undefined
  /** For support. Default: the `X-Request-Id` header. */
  requestId?: string | null | undefined
  /** Seconds to wait, where the body names them. `Retry-After` is read anyway; the longer wait counts. */
  retryAfterSeconds?: number | null | undefined
  /** The end of the wait as an ISO 8601 text or epoch milliseconds. */
  retryAt?: string | number | null | undefined
  /** Refused fields as the server lists them: `{ name: text }`, `{ name: [text] }` or `[{ field, message }]`. */
  fields?: unknown
  /** Everything else a state may carry: a challenge, options to choose from, fields with a known reason. */
  data?: FailureData
}

/** A 2xx answer that is no success yet: a second factor is asked for, say. */
export interface FoundChallenge extends FoundError {
  /** What it means, where the body has no code for the tables. */
  is?: CodeEntry
}

/** What a body says of a session. */
export interface FoundSession {
  /** Left out where a cookie carries the session. */
  accessToken?: string | null | undefined
  refreshToken?: string | null | undefined
  /** Life of the access token in seconds. */
  expiresInSeconds?: number | null | undefined
  user?: FoundUser | null | undefined
}

/** What a body says of a person: an id, and what else there is. */
export type FoundUser = Pick<AuthUser, 'id'> & {
  [Fact in Exclude<keyof AuthUser, 'id'>]?: AuthUser[Fact] | undefined
}

/** A method and a path below the base address; `:name` stands for an input of that name, encoded. */
export type Route = `${WireRequest['method']} /${string}`

/** A request of an adapter: where it goes and what it carries. */
interface OwnRequest<Input> extends Pick<WireRequest, 'bearer' | 'form' | 'navigate' | 'headers'> {
  route: Route
  /** The JSON body; left out: none. */
  body?: (input: Input) => Readonly<Record<string, unknown>>
  /** The query. Never put a secret here: addresses end up in logs and histories. */
  query?: (input: Input) => NonNullable<WireRequest['query']>
  /** How answers to it are sorted. Default: what the action is about. */
  operation?: Operation
  /** Optional inputs that it makes use of, where a form has to know what to ask for. */
  takes?: readonly (keyof Input & string)[]
}

/** Reads a success body; null when it is no success of this action. */
type ResultReader<A extends ActionName> = Endpoint<ActionInput<A>, ActionResult<A>>['result']

/** One action as one request. `result` may be left out where a success is a session or says nothing. */
export type OwnEndpoint<A extends ActionName> = OwnRequest<ActionInput<A>> &
  (UsualResult<A> extends 'own' ? { result: ResultReader<A> } : { result?: ResultReader<A> })

/** The actions that a server has. Components whose action is missing say so to the developer. */
export type OwnEndpoints = { readonly [A in ActionName]?: OwnEndpoint<A> }

/** What an adapter may say as a built-in backend does. */
type Told = Pick<
  Backend,
  | 'codes'
  | 'codesByOperation'
  | 'rules'
  | 'statuses'
  | 'statusesByOperation'
  | 'readRedirect'
  | 'captchaHeader'
  | 'refreshGraceSeconds'
  | 'provedAtSignIn'
  | 'locksOnlyAccounts'
  | 'codesOnlyToAccounts'
  | 'passkeysNeedEmail'
>

/** An auth server of one's own, as `defineBackend` takes it. */
export interface BackendDefinition extends Told {
  /** Names it in events and errors: lower case letters, digits and hyphens. */
  id: string
  /** `cookie`: an HttpOnly cookie carries the session. `token`: the kit keeps the tokens in memory. */
  session: Backend['session']
  /** Opens the body of a refusal; null when it is none of this server's. See `readBody`. */
  readError: (body: unknown, facts: AnswerFacts) => FoundError | null
  /** Finds what is no success in a 2xx body; null when it is one. Left out: every 2xx is a success. */
  readChallenge?: (body: unknown, facts: AnswerFacts) => FoundChallenge | null
  /** Reads who has signed in; null when the body is no session. */
  readSession: (body: unknown) => FoundSession | null
  /** Reads a sign-up that does not sign in: its address has to be verified first. Left out: any 2xx answer is one. */
  readNewAccount?: (body: unknown) => FoundUser | null
  /** The requests of the server, by action. What is left out the server does not have. */
  endpoints: OwnEndpoints
}

/** Where the server is, and what every request to it carries. */
export interface OwnBackendOptions extends Pick<Backend, 'headers'> {
  /** An http(s) address, or a path on the app's own origin. */
  baseUrl: string
}
