import type { Operation } from '../../errors/operation.js'
import type { ActionInput, ActionName, ActionResult } from './actions.js'
import type { Policy } from './policy.js'
import type { RefusalName, Refusals } from './refused.js'

/** A documented answer, bare: a row of a backend's error reference. */
export interface WireRow {
  /** HTTP status; left out where the reference gives none. */
  status?: number
  /** The backend's own code; left out where it has none. */
  code?: string
  message?: string
  /** Goes where the backend puts what its codes cannot say. */
  details?: Readonly<Record<string, unknown>>
  headers?: Readonly<Record<string, string>>
  /** Sent as it is instead of the backend's envelope: an object as JSON, a string as text. */
  body?: unknown
}

/** An HTTP answer before it is a Response. */
export interface Reply {
  status: number
  headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON, a string as text; left out: an empty body. */
  body?: unknown
}

/** What an answer may need to know of the request it answers. */
export interface Writing {
  /** Epoch milliseconds by the server's clock. */
  now: number
  /** A fresh UUID-shaped request id. */
  requestId: string
  operation: Operation
}

/** A request, read once. */
export interface Incoming {
  /** The JSON object or the form fields; empty for anything else. */
  body: Readonly<Record<string, unknown>>
  query: URLSearchParams
  /** The `:name` parts of the route's path. */
  params: Readonly<Record<string, string>>
}

/** One address of a backend: what it does, how its request is read and its success written. */
export interface RouteOf<A extends ActionName> {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the backend's base address; `:name` stands for one part. */
  path: string
  /** How the kit sorts its answers. */
  operation: Operation
  action: A
  read: (incoming: Incoming) => ActionInput<A>
  write: (result: ActionResult<A>, writing: Writing) => Reply
}

/** A route of any action. */
export type Route = { [A in ActionName]: RouteOf<A> }[ActionName]

/** One refusal in a backend's words. */
export type RefusalWriter<R extends RefusalName> =
  | WireRow
  | ((facts: Refusals[R], writing: Writing) => WireRow)

/** Refusals that only some backends have routes for. */
type RareRefusal = 'sent_code_dead'

/** Every refusal in a backend's words. */
export type RefusalTable = {
  readonly [R in Exclude<RefusalName, RareRefusal>]: RefusalWriter<R>
} & { readonly [R in RareRefusal]?: RefusalWriter<R> }

/** How one backend talks: its routes, its envelope, and what its reference says where backends differ. */
export interface Dialect {
  /** The backend's id, as in `backends/`. */
  readonly id: string
  /** Where the backend's own address ends and its routes begin; may be left out of a request's path. */
  readonly root: string
  readonly policy: Partial<Policy>
  readonly routes: readonly Route[]
  readonly refusals: RefusalTable
  /** Puts a bare row into the backend's envelope. */
  readonly writeRow: (row: WireRow, writing: Writing) => Reply
}

/** An instant as the backends write them. */
export function iso(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString()
}
