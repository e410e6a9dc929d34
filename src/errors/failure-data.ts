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
  name: string
  reason: FieldReason
  message?: string
  min?: number
  max?: number
}

/** A factor offered by a challenge; `id` is the backend's own handle for it. */
export interface OfferedFactor {
  kind: Factor
  id?: string
  label?: string
}

/**
 * Facts an answer may carry, copied field by field from the wire after a type check.
 * Which of them a state keeps is settled by its kind.
 */
export interface FailureData {
  acrValues?: readonly string[]
  /** What the server calls the thing a captcha protects. */
  action?: string
  address?: string
  attemptsRemaining?: number
  blocking?: boolean
  challenge?: string
  /** False where the answer is no server's word on the session. */
  clearTokens?: boolean
  defaultRetryAfterSeconds?: number
  description?: string
  /** Epoch milliseconds. */
  expiresAt?: number
  expiresInSeconds?: number
  factor?: Factor
  factors?: readonly OfferedFactor[]
  field?: string
  fields?: readonly FieldError[]
  intervalSeconds?: number
  level?: string
  max?: number
  maxAge?: number
  offline?: boolean
  options?: readonly { id: string; label: string }[]
  pendingToken?: string
  provider?: string
  providers?: readonly string[]
  resource?: string
  retryAfterSeconds?: number
  scopes?: readonly string[]
  siteKey?: string
  statusUrl?: string
  step?: string
  timeout?: boolean
  url?: string
}
