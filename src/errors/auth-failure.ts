import type { AuthCode } from './catalogue.js'
import type { FailureData } from './failure-data.js'
import type { OperationContext } from './operation.js'

/** Anything a backend may answer other than a success, after its wire words have been read. */
export interface AuthFailure {
  /** What the wire words mean. */
  code: AuthCode
  /** Facts of the answer; those of no state are left out of the state. */
  data: FailureData & Readonly<Record<string, unknown>>
  /** What had been asked, and how. */
  context: OperationContext
  /** Epoch milliseconds at which the answer arrived; instants are counted from here. */
  receivedAt: number
  /** The id of the backend. */
  backend: string
  /** HTTP status, or null when no answer came. */
  status: number | null
  /** The backend's own code, for support and logs; never shown as copy. */
  rawCode: string | null
  /** The backend's own text, for developers; never shown unless the code's row allows server text. */
  message: string | null
  /** The server's id of the request, for support; null when it named none. */
  requestId: string | null
}
