import type { CodeTable } from '../backend.js'

// Better Auth 1.7.6: one table for the core and one for each plugin, in the order of their `$ERROR_CODES`.

export const BASE = {
  USER_NOT_FOUND: 'user_not_found',
  FAILED_TO_CREATE_USER: 'server_fault',
  FAILED_TO_CREATE_SESSION: 'server_fault',
  FAILED_TO_UPDATE_USER: 'server_fault',
  FAILED_TO_GET_SESSION: 'server_error',
  INVALID_PASSWORD: {
    code: 'validation_failed',
    fields: [{ name: 'password', reason: 'incorrect' }],
  },
  INVALID_EMAIL: { code: 'validation_failed', fields: [{ name: 'email', reason: 'format' }] },
  INVALID_EMAIL_OR_PASSWORD: 'invalid_credentials',
  // A link for one account, opened while signed in to another.
  INVALID_USER: 'verification_link_invalid',
  SOCIAL_ACCOUNT_ALREADY_LINKED: 'oauth_identity_linked',
  PROVIDER_NOT_FOUND: 'provider_unknown',
  INVALID_TOKEN: 'flow_invalid',
  TOKEN_EXPIRED: 'verification_link_expired',
  ID_TOKEN_NOT_SUPPORTED: 'provider_not_configured',
  FAILED_TO_GET_USER_INFO: 'oauth_provider_error',
  USER_EMAIL_NOT_FOUND: 'oauth_provider_error',
  EMAIL_NOT_VERIFIED: 'email_unverified',
  PASSWORD_TOO_SHORT: {
    code: 'validation_failed',
    fields: [{ name: 'password', reason: 'too_short' }],
  },
  PASSWORD_TOO_LONG: {
    code: 'validation_failed',
    fields: [{ name: 'password', reason: 'too_long' }],
  },
  USER_ALREADY_EXISTS: 'account_exists',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'account_exists',
  EMAIL_CAN_NOT_BE_UPDATED: {
    code: 'validation_failed',
    fields: [{ name: 'email', reason: 'not_allowed' }],
  },
  CHANGE_EMAIL_DISABLED: 'action_not_allowed',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'password_login_unavailable',
  // Its message goes on "Re-authenticate to perform this action": too old, not over.
  SESSION_EXPIRED: 'step_up_required',
  FAILED_TO_UNLINK_LAST_ACCOUNT: 'last_sign_in_method',
  ACCOUNT_NOT_FOUND: { code: 'not_found', resource: 'account' },
  USER_ALREADY_HAS_PASSWORD: 'state_conflict',
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: 'request_misconfigured',
  VERIFICATION_EMAIL_NOT_ENABLED: 'request_misconfigured',
  EMAIL_ALREADY_VERIFIED: 'email_verified',
  EMAIL_MISMATCH: { code: 'validation_failed', fields: [{ name: 'email', reason: 'incorrect' }] },
  SESSION_NOT_FRESH: 'step_up_required',
  LINKED_ACCOUNT_ALREADY_EXISTS: 'oauth_identity_linked',
  INVALID_ORIGIN: 'request_misconfigured',
  INVALID_CALLBACK_URL: 'invalid_redirect_uri',
  INVALID_REDIRECT_URL: 'invalid_redirect_uri',
  INVALID_ERROR_CALLBACK_URL: 'invalid_redirect_uri',
  INVALID_NEW_USER_CALLBACK_URL: 'invalid_redirect_uri',
  MISSING_OR_NULL_ORIGIN: 'request_misconfigured',
  CALLBACK_URL_REQUIRED: 'invalid_redirect_uri',
  FAILED_TO_CREATE_VERIFICATION: 'server_fault',
  FIELD_NOT_ALLOWED: 'validation_failed',
  ASYNC_VALIDATION_NOT_SUPPORTED: 'server_fault',
  VALIDATION_ERROR: 'validation_failed',
  MISSING_FIELD: 'validation_failed',
  METHOD_NOT_ALLOWED_DEFER_SESSION_REQUIRED: 'request_misconfigured',
  BODY_MUST_BE_AN_OBJECT: 'request_misconfigured',
  PASSWORD_ALREADY_SET: 'state_conflict',
} as const satisfies CodeTable

export const TWO_FACTOR = {
  OTP_NOT_ENABLED: 'mfa_not_enrolled',
  OTP_NOT_CONFIGURED: { code: 'method_disabled', method: 'email' },
  OTP_HAS_EXPIRED: { code: 'code_expired', factor: 'email' },
  TOTP_NOT_ENABLED: 'mfa_not_enrolled',
  TOTP_ALREADY_ENABLED: 'mfa_already_enabled',
  TOTP_NOT_CONFIGURED: { code: 'method_disabled', method: 'totp' },
  TWO_FACTOR_NOT_ENABLED: 'mfa_not_enrolled',
  BACKUP_CODES_NOT_ENABLED: 'mfa_not_enrolled',
  INVALID_BACKUP_CODE: 'backup_code_invalid',
  INVALID_CODE: 'code_invalid',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { code: 'code_attempts_exhausted', factor: 'email' },
  // 15 minutes unless the server says otherwise; the answer names no wait.
  ACCOUNT_TEMPORARILY_LOCKED: { code: 'account_locked', defaultRetryAfterSeconds: 900 },
  INVALID_TWO_FACTOR_COOKIE: 'flow_invalid',
} as const satisfies CodeTable

export const CAPTCHA = {
  VERIFICATION_FAILED: 'captcha_failed',
  MISSING_RESPONSE: 'captcha_required',
  UNKNOWN_ERROR: 'captcha_service_unavailable',
} as const satisfies CodeTable

export const PASSKEY = {
  CHALLENGE_NOT_FOUND: 'flow_expired',
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: 'permission_denied',
  FAILED_TO_VERIFY_REGISTRATION: 'webauthn_failed',
  PASSKEY_NOT_FOUND: 'passkey_unknown',
  AUTHENTICATION_FAILED: 'webauthn_failed',
  UNABLE_TO_CREATE_SESSION: 'server_fault',
  USER_NOT_FOUND: 'passkey_unknown',
  FAILED_TO_UPDATE_PASSKEY: 'server_fault',
  PREVIOUSLY_REGISTERED: { code: 'conflict', resource: 'passkey' },
  REGISTRATION_CANCELLED: 'cancelled',
  AUTH_CANCELLED: 'cancelled',
  UNKNOWN_ERROR: 'webauthn_failed',
  SESSION_REQUIRED: 'session_missing',
  RESOLVE_USER_REQUIRED: 'request_misconfigured',
  RESOLVED_USER_INVALID: 'request_misconfigured',
} as const satisfies CodeTable

export const USERNAME = {
  INVALID_USERNAME_OR_PASSWORD: 'invalid_credentials',
  EMAIL_NOT_VERIFIED: 'email_unverified',
  UNEXPECTED_ERROR: 'server_fault',
  USERNAME_IS_ALREADY_TAKEN: 'username_exists',
  USERNAME_TOO_SHORT: {
    code: 'validation_failed',
    fields: [{ name: 'username', reason: 'too_short' }],
  },
  USERNAME_TOO_LONG: {
    code: 'validation_failed',
    fields: [{ name: 'username', reason: 'too_long' }],
  },
  INVALID_USERNAME: { code: 'validation_failed', fields: [{ name: 'username', reason: 'format' }] },
  INVALID_DISPLAY_USERNAME: {
    code: 'validation_failed',
    fields: [{ name: 'displayUsername', reason: 'format' }],
  },
  USERNAME_IS_IMMUTABLE: {
    code: 'validation_failed',
    fields: [{ name: 'username', reason: 'not_allowed' }],
  },
} as const satisfies CodeTable

export const EMAIL_OTP = {
  OTP_EXPIRED: { code: 'code_expired', factor: 'email' },
  INVALID_OTP: { code: 'code_invalid', factor: 'email' },
  TOO_MANY_ATTEMPTS: { code: 'code_attempts_exhausted', factor: 'email' },
} as const satisfies CodeTable

export const PHONE_NUMBER = {
  INVALID_PHONE_NUMBER: {
    code: 'validation_failed',
    fields: [{ name: 'phone', reason: 'format' }],
  },
  PHONE_NUMBER_EXIST: 'phone_exists',
  PHONE_NUMBER_NOT_EXIST: 'user_not_found',
  INVALID_PHONE_NUMBER_OR_PASSWORD: 'invalid_credentials',
  UNEXPECTED_ERROR: 'server_fault',
  OTP_NOT_FOUND: { code: 'code_expired', factor: 'sms' },
  OTP_EXPIRED: { code: 'code_expired', factor: 'sms' },
  INVALID_OTP: { code: 'code_invalid', factor: 'sms' },
  PHONE_NUMBER_NOT_VERIFIED: 'phone_unverified',
  PHONE_NUMBER_CANNOT_BE_UPDATED: {
    code: 'validation_failed',
    fields: [{ name: 'phone', reason: 'not_allowed' }],
  },
  SEND_OTP_NOT_IMPLEMENTED: { code: 'method_disabled', method: 'sms' },
  TOO_MANY_ATTEMPTS: { code: 'code_attempts_exhausted', factor: 'sms' },
} as const satisfies CodeTable

// These names stay on the server: the wire has the words of `DEVICE_WORDS`.
export const DEVICE_AUTHORIZATION = {
  INVALID_DEVICE_CODE: 'device_flow_lost',
  EXPIRED_DEVICE_CODE: 'device_flow_expired',
  EXPIRED_USER_CODE: 'device_flow_expired',
  AUTHORIZATION_PENDING: 'device_authorization_pending',
  ACCESS_DENIED: { code: 'access_denied', what: 'device' },
  INVALID_USER_CODE: 'device_user_code_invalid',
  DEVICE_CODE_ALREADY_PROCESSED: 'device_flow_lost',
  DEVICE_CODE_NOT_CLAIMED: 'device_flow_lost',
  POLLING_TOO_FREQUENTLY: { code: 'device_slow_down', intervalSeconds: 10 },
  USER_NOT_FOUND: 'server_error',
  FAILED_TO_CREATE_SESSION: 'server_error',
  INVALID_DEVICE_CODE_STATUS: 'server_error',
  AUTHENTICATION_REQUIRED: 'session_missing',
} as const satisfies CodeTable

export const ANONYMOUS = {
  INVALID_EMAIL_FORMAT: 'server_fault',
  FAILED_TO_CREATE_USER: 'server_fault',
  COULD_NOT_CREATE_SESSION: 'server_fault',
  ANONYMOUS_USERS_CANNOT_SIGN_IN_AGAIN_ANONYMOUSLY: {
    code: 'signed_in',
    what: 'already_signed_in',
  },
  FAILED_TO_DELETE_ANONYMOUS_USER: 'server_fault',
  FAILED_TO_DELETE_ANONYMOUS_USER_SESSIONS: 'server_fault',
  USER_IS_NOT_ANONYMOUS: 'not_anonymous',
  DELETE_ANONYMOUS_USER_DISABLED: 'action_not_allowed',
} as const satisfies CodeTable

export const MULTI_SESSION = {
  INVALID_SESSION_TOKEN: 'session_missing',
} as const satisfies CodeTable

export const HAVE_I_BEEN_PWNED = {
  PASSWORD_COMPROMISED: {
    code: 'validation_failed',
    fields: [{ name: 'password', reason: 'compromised' }],
  },
} as const satisfies CodeTable

export const GENERIC_OAUTH = {
  INVALID_OAUTH_CONFIGURATION: 'provider_not_configured',
  TOKEN_URL_NOT_FOUND: 'provider_not_configured',
} as const satisfies CodeTable

/** What routes throw without listing it, and what the documented lockout and enrolment plugins send. */
export const UNLISTED = {
  BANNED_USER: 'account_banned',
  // A cookie that is not accepted has no session behind it any more.
  UNAUTHORIZED: { code: 'session_missing', clearTokens: true },
  BAD_REQUEST: 'validation_failed',
  UNSUPPORTED_MEDIA_TYPE: 'request_misconfigured',
  RESET_PASSWORD_DISABLED: 'method_disabled',
  EMAIL_PASSWORD_DISABLED: 'method_disabled',
  EMAIL_PASSWORD_SIGN_UP_DISABLED: 'method_disabled',
  LINKING_NOT_ALLOWED: 'action_not_allowed',
  LINKING_DIFFERENT_EMAILS_NOT_ALLOWED: 'identity_email_differs',
  LINKING_FAILED: 'server_fault',
  OAUTH_LINK_ERROR: 'oauth_provider_error',
  USER_ID_OR_SESSION_REQUIRED: 'session_missing',
  PROVIDER_NOT_CONFIGURED: 'provider_not_configured',
  PROVIDER_NOT_SUPPORTED: 'provider_not_configured',
  TOKEN_REFRESH_NOT_SUPPORTED: 'provider_not_configured',
  ACCESS_TOKEN_NOT_FOUND: 'oauth_provider_error',
  REFRESH_TOKEN_NOT_FOUND: 'oauth_provider_error',
  FAILED_TO_GET_ACCESS_TOKEN: 'oauth_provider_error',
  FAILED_TO_REFRESH_ACCESS_TOKEN: 'oauth_provider_error',
  FAILED_TO_INVALIDATE_TWO_FACTOR_CHALLENGE: 'server_fault',
  NOT_FOUND: 'not_found',
  INTERNAL_SERVER_ERROR: 'server_error',
  account_ownership_conflict: 'oauth_identity_linked',
  account_hook_binding_conflict: 'state_conflict',
  user_hook_selection_conflict: 'state_conflict',
  session_hook_user_conflict: 'state_conflict',
  user_not_found: 'user_not_found',
  validation_failed: 'action_not_allowed',
  validation_source_missing: 'request_misconfigured',
  validation_context_missing: 'request_misconfigured',
  ACCOUNT_LOCKED: 'account_locked',
  MFA_ENROLMENT_REQUIRED: 'mfa_enrolment_required',
} as const satisfies CodeTable

/** The `error` of the device endpoints (RFC 8628 3.5, RFC 6749 5.2). */
export const DEVICE_WORDS = {
  authorization_pending: 'device_authorization_pending',
  // RFC 8628 3.5: five seconds on top of the interval.
  slow_down: { code: 'device_slow_down', intervalSeconds: 10 },
  expired_token: 'device_flow_expired',
  access_denied: { code: 'access_denied', what: 'device' },
  invalid_grant: 'device_flow_lost',
  invalid_request: 'request_misconfigured',
  invalid_client: 'invalid_client',
  unauthorized_client: 'unauthorized_client',
  invalid_scope: 'invalid_scope',
  unauthorized: 'session_missing',
  server_error: 'server_error',
} as const satisfies CodeTable

/** The `?error=` an OAuth callback brings back to the app. */
export const REDIRECT_ERRORS = {
  access_denied: 'access_denied',
  no_code: 'oauth_flow_lost',
  invalid_code: 'oauth_flow_expired',
  state_not_found: 'oauth_flow_expired',
  state_mismatch: 'oauth_state_mismatch',
  state_invalid: 'oauth_state_mismatch',
  state_security_mismatch: 'oauth_state_mismatch',
  state_generation_error: 'server_fault',
  issuer_missing: 'oauth_state_mismatch',
  issuer_mismatch: 'oauth_state_mismatch',
  nonce_binding_missing: 'oauth_state_mismatch',
  oauth_provider_not_found: 'provider_unknown',
  no_callback_url: 'invalid_redirect_uri',
  unable_to_get_user_info: 'oauth_provider_error',
  unable_to_link_account: 'action_not_allowed',
  // The address has an account here, and the provider's word for it is not enough to open that.
  account_not_linked: 'account_exists',
  signup_disabled: 'action_not_allowed',
  unable_to_create_user: 'server_fault',
  unable_to_create_session: 'server_fault',
  unable_to_update_account: 'server_fault',
  invalid_callback_request: 'oauth_flow_lost',
  email_does_not_match: 'identity_email_differs',
  account_already_linked_to_different_user: 'oauth_identity_linked',
  email_not_found: 'oauth_provider_error',
  email_not_verified: 'email_unverified',
  internal_server_error: 'server_fault',
} as const satisfies CodeTable

/** Where two tables share a name, the later one here decides; the other holds at its own operations. */
export const CODES = {
  ...DEVICE_WORDS,
  ...UNLISTED,
  ...GENERIC_OAUTH,
  ...HAVE_I_BEEN_PWNED,
  ...MULTI_SESSION,
  ...ANONYMOUS,
  ...DEVICE_AUTHORIZATION,
  ...PHONE_NUMBER,
  ...EMAIL_OTP,
  ...USERNAME,
  ...PASSKEY,
  ...CAPTCHA,
  ...TWO_FACTOR,
  ...BASE,
} as const satisfies CodeTable
