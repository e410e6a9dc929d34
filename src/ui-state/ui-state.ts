import type { FieldError, OfferedFactor } from '../errors/failure-data.js'
import type { AuthCode } from '../errors/catalogue.js'
import type { Factor, Operation } from '../errors/operation.js'

/** What a support team asks for. Kept for `onEvent` and behind "details"; never part of the copy. */
export interface Support {
  requestId: string | null
  rawCode: string | null
  status: number | null
}

interface StateBase {
  code: AuthCode
  operation: Operation
  support: Support
}

/** A wait the server asked for. `until` is an instant (epoch milliseconds); components count down to it. */
interface Wait {
  /** Seconds the server named, or null. */
  retryAfterSeconds: number | null
  /** Seconds the backend's documents promise where its answers name none. */
  defaultRetryAfterSeconds: number | null
  until: number | null
}

/** A way of signing in or confirming. */
export type Method = Factor | 'password' | 'oauth' | 'sso' | 'magic_link' | 'anonymous' | 'device'

export interface InvalidCredentials extends StateBase {
  kind: 'invalid_credentials'
  attemptsRemaining: number | null
}
export interface AccountLocked extends StateBase, Wait {
  kind: 'account_locked'
}
export interface AccountDisabled extends StateBase {
  kind: 'account_disabled'
  reason: 'disabled' | 'suspended' | 'banned' | 'deleted'
}
export interface RateLimited extends StateBase, Wait {
  kind: 'rate_limited'
  scope: 'request' | 'sign_in' | 'sign_up' | 'code_send'
}
export interface VerificationRequired extends StateBase {
  kind: 'verification_required'
  channel: 'email' | 'phone'
  address: string | null
  resend: boolean
  pendingToken: string | null
}
export interface PasswordResetRequired extends StateBase {
  kind: 'password_reset_required'
  /** Handle for setting the password inside the flow, where the backend gave one. */
  challenge: string | null
  url: string | null
}
export interface MfaRequired extends StateBase {
  kind: 'mfa_required'
  /** The backend's challenge token; empty where a cookie carries it. */
  challenge: string
  factors: readonly OfferedFactor[]
  /** Epoch milliseconds, or null when the backend does not say. */
  expiresAt: number | null
}
export interface MfaEnrolmentRequired extends StateBase {
  kind: 'mfa_enrolment_required'
  /** True when sign-in cannot finish without it. */
  blocking: boolean
  challenge: string | null
  factors: readonly OfferedFactor[]
}
export interface StepUpRequired extends StateBase {
  kind: 'step_up_required'
  acrValues: readonly string[]
  /** Seconds since the last sign-in that the resource accepts (RFC 9470 `max_age`), or null. */
  maxAge: number | null
  level: string | null
  factors: readonly OfferedFactor[]
  url: string | null
}
export interface CaptchaRequired extends StateBase {
  kind: 'captcha_required'
  reason: 'required' | 'failed'
  provider: string | null
  siteKey: string | null
  /** Name the captcha's token has to carry for what it protects, where the server compares it. */
  action: string | null
}
export interface InteractionRequired extends StateBase {
  kind: 'interaction_required'
  reason: 'consent' | 'interaction' | 'location_change'
  url: string | null
  scopes: readonly string[]
}
export interface SelectionRequired extends StateBase {
  kind: 'selection_required'
  of: 'organization' | 'account' | 'connection'
  options: readonly { id: string; label: string }[]
  pendingToken: string | null
}
export interface DetailsRequired extends StateBase {
  kind: 'details_required'
  fields: readonly FieldError[]
  pendingToken: string | null
}
export interface FieldErrors extends StateBase {
  kind: 'field_errors'
  fields: readonly FieldError[]
  /** The server's text for the form as a whole, cleaned, or null. */
  description: string | null
}
export interface InvalidCode extends StateBase {
  kind: 'invalid_code'
  factor: Factor
  attemptsRemaining: number | null
}
export interface MethodFailed extends StateBase {
  kind: 'method_failed'
  method: Method
  reason: 'failed' | 'send_failed' | 'provider_error' | 'popup_blocked' | 'timeout'
  /** The provider's own text, cleaned, or null. */
  description: string | null
}
export interface MethodUnavailable extends StateBase {
  kind: 'method_unavailable'
  method: Method
  reason:
    | 'account_uses_provider'
    | 'sso_required'
    | 'disabled'
    | 'anonymous_account'
    | 'not_anonymous'
    | 'none_left'
    | 'not_supported'
    | 'not_allowed'
  provider: string | null
}
export interface RestartRequired extends StateBase {
  kind: 'restart_required'
  reason: 'expired' | 'lost' | 'security_check_failed' | 'different_device'
  restart: 'sign_in' | 'oauth' | 'sso' | 'device' | 'home' | 'enrolment' | 'step_up'
}
export interface LinkInvalid extends StateBase {
  kind: 'link_invalid'
  link: 'verify_email' | 'reset_password' | 'invitation' | 'magic_link'
  reason: 'expired' | 'invalid' | 'malformed' | 'used'
  resend: boolean
}
export interface SilentRecovery extends StateBase {
  kind: 'silent_recovery'
  action: 'refresh_token' | 'retry_once' | 'retry_with_nonce'
}
export interface SignInRequired extends StateBase {
  kind: 'sign_in_required'
  reason: 'expired' | 'revoked' | 'reuse_detected' | 'invalid' | 'missing' | 'login_required'
  clearTokens: boolean
}
export interface Pending extends StateBase {
  kind: 'pending'
  what: 'device_authorization' | 'push_approval' | 'approval' | 'reset_delay'
  intervalSeconds: number
  expiresAt: number | null
}
export interface Cancelled extends StateBase {
  kind: 'cancelled'
  what: Method
  /** False where the platform does not tell a cancel from a time-out (WebAuthn NotAllowedError). */
  certain: boolean
}
export interface AccountExists extends StateBase {
  kind: 'account_exists'
  identifier: 'email' | 'phone' | 'username' | 'oauth_identity'
  providers: readonly string[]
}
export interface Conflict extends StateBase {
  kind: 'conflict'
  reason: 'exists' | 'exists_or_state'
  resource: string | null
  field: string | null
}
export interface Stale extends StateBase {
  kind: 'stale'
}
export interface PermissionDenied extends StateBase {
  kind: 'permission_denied'
  reason: 'role' | 'scope' | 'organization_inactive' | 'not_member' | 'platform_owner'
}
export interface BlockedByPolicy extends StateBase {
  kind: 'blocked_by_policy'
  step: string | null
  /** The policy's own words for the user, cleaned, or null. */
  description: string | null
}
export interface LimitReached extends StateBase {
  kind: 'limit_reached'
  limit: 'sessions' | 'members' | 'services' | 'factors' | 'organizations' | 'invitations'
  max: number | null
}
export interface NotFound extends StateBase {
  kind: 'not_found'
  resource: string | null
}
export interface Done extends StateBase {
  kind: 'done'
  what:
    | 'signed_in'
    | 'signed_out'
    | 'session_revoked'
    | 'invitation_accepted'
    | 'mfa_enabled'
    | 'email_verified'
    | 'request_accepted'
    | 'already_signed_in'
    | 'completed'
}
export interface NetworkError extends StateBase {
  kind: 'network_error'
  offline: boolean
  timeout: boolean
}
export interface ServerError extends StateBase, Wait {
  kind: 'server_error'
  reason:
    | 'internal'
    | 'unavailable'
    | 'dependency'
    | 'captcha_service'
    | 'action_timeout'
    | 'action_error'
  statusUrl: string | null
  /** False where repeating the call may repeat a side effect. */
  autoRetry: boolean
}
export interface ConfigurationError extends StateBase {
  kind: 'configuration_error'
  reason:
    | 'client'
    | 'redirect_uri'
    | 'scope'
    | 'pkce'
    | 'grant_type'
    | 'request'
    | 'provider_unknown'
    | 'provider_disabled'
    | 'provider_not_configured'
    | 'saml_not_configured'
    | 'saml_response'
    | 'saml_signature'
}
export interface OperatorNotice extends StateBase {
  kind: 'operator_notice'
  source: 'admin_api' | 'scim' | 'webhook_config' | 'webhook_delivery' | 'billing'
  severity: 'info' | 'warning' | 'error'
  field: string | null
}
export interface Unknown extends StateBase {
  kind: 'unknown'
}

/** Every state a backend's answer can put a screen in. Exactly one fits any answer. */
export type UiState =
  | InvalidCredentials
  | AccountLocked
  | AccountDisabled
  | RateLimited
  | VerificationRequired
  | PasswordResetRequired
  | MfaRequired
  | MfaEnrolmentRequired
  | StepUpRequired
  | CaptchaRequired
  | InteractionRequired
  | SelectionRequired
  | DetailsRequired
  | FieldErrors
  | InvalidCode
  | MethodFailed
  | MethodUnavailable
  | RestartRequired
  | LinkInvalid
  | SilentRecovery
  | SignInRequired
  | Pending
  | Cancelled
  | AccountExists
  | Conflict
  | Stale
  | PermissionDenied
  | BlockedByPolicy
  | LimitReached
  | NotFound
  | Done
  | NetworkError
  | ServerError
  | ConfigurationError
  | OperatorNotice
  | Unknown

export type UiKind = UiState['kind']

/** The state of one kind. */
export type StateOf<K extends UiKind> = Extract<UiState, { kind: K }>

/** The facts that only states of this kind carry. */
export type FactsOf<K extends UiKind> = Omit<StateOf<K>, 'kind' | keyof StateBase>
