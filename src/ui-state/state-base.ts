import type { AuthCode } from '../errors/catalogue.js'
import type { Factor, Operation } from '../errors/operation.js'

/** What a support team asks for. Kept for `onEvent` and behind "details"; never part of the copy. */
export interface Support {
  /** The server's id of the request, or null. */
  requestId: string | null
  /** The backend's own code, or null. */
  rawCode: string | null
  /** HTTP status, or null when no answer came. */
  status: number | null
}

/** What every state carries. */
export interface StateBase {
  /** The finest distinction: one kind may stand for several codes, each with copy of its own. */
  code: AuthCode
  /** What was asked. */
  operation: Operation
  support: Support
}

/** A wait the server asked for. `until` is an instant (epoch milliseconds); components count down to it. */
export interface Wait {
  /** Seconds the server named, or null. */
  retryAfterSeconds: number | null
  /** Seconds the backend's documents promise where its answers name none. */
  defaultRetryAfterSeconds: number | null
  /** Epoch milliseconds, or null when no end is known. */
  until: number | null
}

/** A way of signing in or confirming. */
export type Method = Factor | 'password' | 'oauth' | 'sso' | 'magic_link' | 'anonymous' | 'device'
