import type { FieldError, OfferedFactor } from '../errors/failure-data.js'
import type { Factor } from '../errors/operation.js'
import type { Method, StateBase, Wait } from './state-base.js'

export type { Method, Support } from './state-base.js'

/** The password or the address is wrong; which of them is not said. */
export interface InvalidCredentials extends StateBase {
  kind: 'invalid_credentials'
  /** Before the account is locked; null when the server does not say. */
  attemptsRemaining: number | null
}
/** Too many wrong attempts: no more are taken until the wait is over, if it has an end. */
export interface AccountLocked extends StateBase, Wait {
  kind: 'account_locked'
}
/** The account may not sign in, however right the password is. */
export interface AccountDisabled extends StateBase {
  kind: 'account_disabled'
  reason: 'disabled' | 'suspended' | 'banned' | 'deleted'
}
/** Too many requests: the next one has to wait. Says nothing of the account. */
export interface RateLimited extends StateBase, Wait {
  kind: 'rate_limited'
  scope: 'request' | 'sign_in' | 'sign_up' | 'code_send'
}
/** The address has to be proved before the account may be used. */
export interface VerificationRequired extends StateBase {
  kind: 'verification_required'
  channel: 'email' | 'phone'
  /** What the code or link was sent to, or null. */
  address: string | null
  /** Whether another message can be asked for. */
  resend: boolean
  /** The backend's handle for going on once it is proved, or null. */
  pendingToken: string | null
}
/** The password may not be used any longer: a new one has to be set. */
export interface PasswordResetRequired extends StateBase {
  kind: 'password_reset_required'
  /** Handle for setting the password inside the flow, where the backend gave one. */
  challenge: string | null
  /** A page of the server's own for it, or null. */
  url: string | null
}
/** The first factor was right, and a second one is asked for. */
export interface MfaRequired extends StateBase {
  kind: 'mfa_required'
  /** The backend's challenge token; empty where a cookie carries it. */
  challenge: string
  factors: readonly OfferedFactor[]
  /** Epoch milliseconds, or null when the backend does not say. */
  expiresAt: number | null
}
/** The account has no second factor and the server wants one. */
export interface MfaEnrolmentRequired extends StateBase {
  kind: 'mfa_enrolment_required'
  /** True when sign-in cannot finish without it. */
  blocking: boolean
  /** The backend's token that stands in for a session during the enrolment, or null. */
  challenge: string | null
  factors: readonly OfferedFactor[]
}
/** Somebody is signed in, and what they want asks for a fresher or stronger proof (RFC 9470). */
export interface StepUpRequired extends StateBase {
  kind: 'step_up_required'
  /** The authentication levels that would do, best first (RFC 9470 `acr_values`). */
  acrValues: readonly string[]
  /** Seconds since the last sign-in that the resource accepts (RFC 9470 `max_age`), or null. */
  maxAge: number | null
  /** The backend's own name of the level, or null. */
  level: string | null
  factors: readonly OfferedFactor[]
  /** A page of the server's own for it, or null. */
  url: string | null
}
/** The server wants a captcha solved; its token goes with the same request. */
export interface CaptchaRequired extends StateBase {
  kind: 'captcha_required'
  reason: 'required' | 'failed'
  provider: string | null
  /** The key to draw it with; null for the app's own. */
  siteKey: string | null
  /** Name the captcha's token has to carry for what it protects, where the server compares it. */
  action: string | null
}
/** The user has to decide something on a page of the server's own. */
export interface InteractionRequired extends StateBase {
  kind: 'interaction_required'
  reason: 'consent' | 'interaction' | 'location_change'
  url: string | null
  scopes: readonly string[]
}
/** There is more than one to sign in to, or as: the user chooses. */
export interface SelectionRequired extends StateBase {
  kind: 'selection_required'
  of: 'organization' | 'account' | 'connection'
  options: readonly { id: string; label: string }[]
  /** The backend's handle for going on with the choice, or null. */
  pendingToken: string | null
}
/** The server needs more of the user before it goes on. */
export interface DetailsRequired extends StateBase {
  kind: 'details_required'
  fields: readonly FieldError[]
  /** The backend's handle for going on with the details, or null. */
  pendingToken: string | null
}
/** Something that was typed is refused. */
export interface FieldErrors extends StateBase {
  kind: 'field_errors'
  fields: readonly FieldError[]
  /** The server's text for the form as a whole, cleaned, or null. */
  description: string | null
}
/** A one-time code is wrong, spent or too old. What asked for it goes on. */
export interface InvalidCode extends StateBase {
  kind: 'invalid_code'
  factor: Factor
  /** Before the challenge ends; null when the server does not say. */
  attemptsRemaining: number | null
}
/** A way of signing in did not come to its end. Another attempt may. */
export interface MethodFailed extends StateBase {
  kind: 'method_failed'
  method: Method
  reason: 'failed' | 'send_failed' | 'provider_error' | 'popup_blocked' | 'timeout'
  /** The provider's own text, cleaned, or null. */
  description: string | null
}
/** This way of signing in is none for this account or this server. Another attempt helps nothing. */
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
  /** The provider the account is signed in with, or null. */
  provider: string | null
}
/** The flow cannot go on from here: it begins again at `restart`. */
export interface RestartRequired extends StateBase {
  kind: 'restart_required'
  reason: 'expired' | 'lost' | 'security_check_failed' | 'different_device'
  restart: 'sign_in' | 'oauth' | 'sso' | 'device' | 'home' | 'enrolment' | 'step_up'
}
/** The link of a mail is no good. */
export interface LinkInvalid extends StateBase {
  kind: 'link_invalid'
  link: 'verify_email' | 'reset_password' | 'invitation' | 'magic_link'
  reason: 'expired' | 'invalid' | 'malformed' | 'used'
  /** Whether another link can be asked for. */
  resend: boolean
}
/** Nothing for the user to see: the client mends it by itself and tries again. */
export interface SilentRecovery extends StateBase {
  kind: 'silent_recovery'
  action: 'refresh_token' | 'retry_once' | 'retry_with_nonce'
}
/** The session is over, or there was none. */
export interface SignInRequired extends StateBase {
  kind: 'sign_in_required'
  reason: 'expired' | 'revoked' | 'reuse_detected' | 'invalid' | 'missing' | 'login_required'
  /** False where the answer is no server's word on the session: what is kept may be good yet. */
  clearTokens: boolean
}
/** Somebody else, or time, has to do something first: ask again after the interval. */
export interface Pending extends StateBase {
  kind: 'pending'
  what: 'device_authorization' | 'push_approval' | 'approval' | 'reset_delay'
  intervalSeconds: number
  /** Epoch milliseconds after which asking is of no use, or null. */
  expiresAt: number | null
}
/** The user has turned away from a dialog of the browser or a provider. No error. */
export interface Cancelled extends StateBase {
  kind: 'cancelled'
  what: Method
  /** False where the platform does not tell a cancel from a time-out (WebAuthn NotAllowedError). */
  certain: boolean
}
/** A sign-up or a link for somebody who has an account already. */
export interface AccountExists extends StateBase {
  kind: 'account_exists'
  identifier: 'email' | 'phone' | 'username' | 'oauth_identity'
  /** Providers that the account signs in with, as far as the server tells. */
  providers: readonly string[]
}
/** What is there already stands against it. */
export interface Conflict extends StateBase {
  kind: 'conflict'
  reason: 'exists' | 'exists_or_state'
  resource: string | null
  field: string | null
}
/** What the page showed has changed on the server meanwhile: read it again. */
export interface Stale extends StateBase {
  kind: 'stale'
}
/** Who is signed in may not do that. Signing in again changes nothing. */
export interface PermissionDenied extends StateBase {
  kind: 'permission_denied'
  reason: 'role' | 'scope' | 'organization_inactive' | 'not_member' | 'platform_owner'
}
/** A rule of the server's operator refused it. */
export interface BlockedByPolicy extends StateBase {
  kind: 'blocked_by_policy'
  step: string | null
  /** The policy's own words for the user, cleaned, or null. */
  description: string | null
}
/** There is no room for one more. */
export interface LimitReached extends StateBase {
  kind: 'limit_reached'
  limit: 'sessions' | 'members' | 'services' | 'factors' | 'organizations' | 'invitations'
  max: number | null
}
/** What was asked for is not there, or not for this user. */
export interface NotFound extends StateBase {
  kind: 'not_found'
  resource: string | null
}
/** Nothing is left to do: what was wanted holds. */
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
/** No answer came. */
export interface NetworkError extends StateBase {
  kind: 'network_error'
  /** True when the browser itself knows of no network. */
  offline: boolean
  /** True when the deadline passed. */
  timeout: boolean
}
/** The server failed. What the user gave may have been right. */
export interface ServerError extends StateBase, Wait {
  kind: 'server_error'
  reason:
    | 'internal'
    | 'unavailable'
    | 'dependency'
    | 'captcha_service'
    | 'action_timeout'
    | 'action_error'
  /** The operator's page on outages, or null. */
  statusUrl: string | null
  /** False where repeating the call may repeat a side effect. */
  autoRetry: boolean
}
/** The app and its server do not agree on how they are set up. For developers; users can do nothing. */
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
/** Something that only whoever runs the server can mend. */
export interface OperatorNotice extends StateBase {
  kind: 'operator_notice'
  source: 'admin_api' | 'scim' | 'webhook_config' | 'webhook_delivery' | 'billing'
  severity: 'info' | 'warning' | 'error'
  field: string | null
}
/** An answer that nothing is known of. The raw code and the request id are kept in `support`. */
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

/** The name of a state: what a screen switches on. */
export type UiKind = UiState['kind']

/** The state of one kind. */
export type StateOf<K extends UiKind> = Extract<UiState, { kind: K }>

/** The facts that only states of this kind carry. */
export type FactsOf<K extends UiKind> = Omit<StateOf<K>, 'kind' | keyof StateBase>
