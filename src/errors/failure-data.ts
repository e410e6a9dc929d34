import type { Factor } from './operation.js'

/** Why one form field was refused. */
export type FieldReason =
  | 'required'
  | 'format'
  | 'too_short'
  | 'too_long'
  | 'weak'
  | 'no_uppercase'
  | 'no_lowercase'
  | 'no_digit'
  | 'no_special'
  | 'compromised'
  | 'taken'
  | 'incorrect'
  | 'not_allowed'
  | 'invalid'

/** One refused field. `message` is the server's own text: shown as plain text when no reason is known. */
export interface FieldError {
  /** As the form names it. */
  name: string
  reason: FieldReason
  message?: string
  /** The least length, where that is the reason. */
  min?: number
  /** The greatest length, where that is the reason. */
  max?: number
}

/** A factor offered by a challenge; `id` is the backend's own handle for it. */
export interface OfferedFactor {
  kind: Factor
  /** The backend's own handle for it. */
  id?: string
  /** What tells two of a kind apart, such as the end of a phone number. */
  label?: string
}

/**
 * Facts an answer may carry, copied field by field from the wire after a type check.
 * Which of them a state keeps is settled by its kind.
 */
export interface FailureData {
  /** RFC 9470 `acr_values`. */
  acrValues?: readonly string[]
  /** What the server calls the thing a captcha protects. */
  action?: string
  address?: string
  attemptsRemaining?: number
  blocking?: boolean
  /** The backend's token of a challenge. */
  challenge?: string
  /** False where the answer is no server's word on the session. */
  clearTokens?: boolean
  /** Seconds that the backend's documents promise where no answer names any. */
  defaultRetryAfterSeconds?: number
  /** The server's text for the whole, shown only where the code's row allows it. */
  description?: string
  /** Epoch milliseconds. */
  expiresAt?: number
  /** Seconds from the answer on; an instant goes into `expiresAt`. */
  expiresInSeconds?: number
  factor?: Factor
  factors?: readonly OfferedFactor[]
  field?: string
  fields?: readonly FieldError[]
  /** Seconds between two attempts. */
  intervalSeconds?: number
  level?: string
  max?: number
  /** Seconds since the last sign-in that are accepted (RFC 9470 `max_age`). */
  maxAge?: number
  offline?: boolean
  options?: readonly { id: string; label: string }[]
  /** The backend's handle for going on. */
  pendingToken?: string
  provider?: string
  providers?: readonly string[]
  resource?: string
  /** Seconds to wait. */
  retryAfterSeconds?: number
  scopes?: readonly string[]
  siteKey?: string
  statusUrl?: string
  step?: string
  timeout?: boolean
  url?: string
}
