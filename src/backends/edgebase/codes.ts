import type { Operation } from '../../errors/operation.js'
import type { CodeEntry, CodeTable } from '../backend.js'
import { OAUTH_REDIRECT_CODES } from '../oauth-redirect.js'

/** The windows of the limits that answer without a `Retry-After`. */
export const MINUTE = 60
export const HOUR = 3600

/** Operations whose form calls the password `newPassword`. */
export const NEW_PASSWORD_AT = [
  'password_reset',
  'password_forgot',
  'password_change',
] as const satisfies readonly Operation[]

/** The name the form at hand gives the password that was refused. */
export function passwordField(operation: Operation): 'newPassword' | 'password' {
  return NEW_PASSWORD_AT.some((at) => at === operation) ? 'newPassword' : 'password'
}

/** Slugs of newer servers in the order of their catalogue, then the middleware's `error` words. */
export const CODES = {
  'invalid-input': 'validation_failed',
  'invalid-email': { code: 'validation_failed', fields: [{ name: 'email', reason: 'format' }] },
  'password-too-short': {
    code: 'validation_failed',
    fields: [{ name: 'password', reason: 'too_short', min: 8 }],
  },
  'password-too-long': {
    code: 'validation_failed',
    fields: [{ name: 'password', reason: 'too_long', max: 256 }],
  },
  'password-policy': { code: 'validation_failed', fields: [{ name: 'password', reason: 'weak' }] },
  'display-name-too-long': {
    code: 'validation_failed',
    fields: [{ name: 'displayName', reason: 'too_long', max: 200 }],
  },
  'invalid-locale': { code: 'validation_failed', fields: [{ name: 'locale', reason: 'format' }] },
  'invalid-phone': { code: 'validation_failed', fields: [{ name: 'phone', reason: 'format' }] },
  'no-fields-to-update': 'validation_failed',
  'invalid-token': 'flow_expired',
  'token-expired': 'flow_expired',
  'challenge-expired': { code: 'webauthn_failed', reason: 'timeout' },
  'invalid-totp': 'totp_invalid',
  'mfa-already-enrolled': 'mfa_already_enabled',
  'not-found': 'not_found',
  'feature-not-enabled': 'method_disabled',
  'validation-failed': 'validation_failed',
  'invalid-json': 'request_misconfigured',

  'invalid-credentials': 'invalid_credentials',
  unauthenticated: 'session_missing',
  'invalid-refresh-token': 'token_invalid',
  'refresh-token-expired': 'session_expired',
  'refresh-token-reused': 'session_reuse_detected',
  'invalid-password': {
    code: 'validation_failed',
    fields: [{ name: 'password', reason: 'incorrect' }],
  },
  // Sent by mail or SMS: never an authenticator app.
  'invalid-otp': { code: 'code_invalid', factor: 'email' },
  'invalid-recovery-code': 'backup_code_invalid',

  'account-disabled': 'account_disabled',
  'oauth-only': 'password_login_unavailable',
  'anonymous-not-allowed': 'anonymous_account',
  'hook-rejected': 'hook_rejected',
  'action-not-allowed': 'action_not_allowed',
  forbidden: 'permission_denied',
  'access-denied': 'permission_denied',

  'user-not-found': 'user_not_found',
  'method-not-allowed': 'request_misconfigured',
  'email-already-exists': 'account_exists',
  'phone-already-exists': 'phone_exists',
  'already-exists': 'oauth_identity_linked',
  'record-already-exists': 'conflict',
  'foreign-key-failed': 'validation_failed',
  'constraint-failed': 'validation_failed',

  'rate-limited': { code: 'rate_limited', defaultRetryAfterSeconds: MINUTE },
  'internal-error': 'server_error',

  TOKEN_EXPIRED: 'token_expired',
  TOKEN_INVALID: 'access_token_invalid',
  AUTH_FAILED: 'access_token_invalid',
  AUTH_NOT_CONFIGURED: 'request_misconfigured',

  // Not a slug but the flag of a slugless answer (`data.captcha_required`).
  captcha_required: 'captcha_required',
} as const satisfies CodeTable

const NEW_PASSWORD = {
  'password-too-short': {
    code: 'validation_failed',
    fields: [{ name: 'newPassword', reason: 'too_short', min: 8 }],
  },
  'password-too-long': {
    code: 'validation_failed',
    fields: [{ name: 'newPassword', reason: 'too_long', max: 256 }],
  },
  'password-policy': {
    code: 'validation_failed',
    fields: [{ name: 'newPassword', reason: 'weak' }],
  },
} as const satisfies CodeTable

/** A 401 that must never start a refresh or end the session. */
export const WRONG_CURRENT_PASSWORD = {
  code: 'validation_failed',
  fields: [{ name: 'currentPassword', reason: 'incorrect' }],
} as const satisfies CodeEntry

const OAUTH_STATE = {
  'invalid-token': 'oauth_flow_expired',
  'feature-not-enabled': 'provider_disabled',
} as const satisfies CodeTable

const SERVICE_KEY = {
  unauthenticated: 'admin_key_required',
  forbidden: 'admin_key_required',
  'user-not-found': 'admin_user_not_found',
} as const satisfies CodeTable

/** Slugs whose meaning depends on what was asked. */
export const CODES_BY_OPERATION = {
  sign_up: {
    'display-name-too-long': {
      code: 'validation_failed',
      fields: [{ name: 'name', reason: 'too_long', max: 200 }],
    },
    'rate-limited': { code: 'sign_up_rate_limited', defaultRetryAfterSeconds: MINUTE },
  },
  sign_in: {
    'rate-limited': { code: 'sign_in_rate_limited', defaultRetryAfterSeconds: MINUTE },
  },
  // The row of the session's own user is gone.
  refresh: { 'invalid-credentials': 'token_invalid', 'user-not-found': 'token_invalid' },
  sign_out: { 'invalid-refresh-token': 'signed_out', 'refresh-token-expired': 'signed_out' },
  mfa_challenge: { 'user-not-found': 'flow_invalid' },
  mfa_enrol: { 'feature-not-enabled': { code: 'method_disabled', method: 'totp' } },
  email_verify: {
    'invalid-token': 'verification_link_invalid',
    'token-expired': 'verification_link_expired',
  },
  password_forgot: NEW_PASSWORD,
  password_reset: {
    ...NEW_PASSWORD,
    'invalid-token': 'reset_link_invalid',
    'token-expired': 'reset_link_expired',
  },
  password_change: { ...NEW_PASSWORD, 'invalid-password': WRONG_CURRENT_PASSWORD },
  profile_update: {
    'invalid-email': {
      code: 'validation_failed',
      fields: [{ name: 'newEmail', reason: 'format' }],
    },
  },
  anonymous_sign_in: { 'feature-not-enabled': 'anonymous_disabled' },
  account_link: { 'invalid-otp': { code: 'code_invalid', factor: 'sms' } },
  oauth_start: OAUTH_STATE,
  oauth_callback: { ...OAUTH_STATE, ...OAUTH_REDIRECT_CODES },
  // What else is refused here is the WebAuthn library's own text.
  passkey_register: {
    'invalid-input': 'webauthn_failed',
    'feature-not-enabled': { code: 'method_disabled', method: 'webauthn' },
  },
  passkey_authenticate: {
    'invalid-input': 'webauthn_failed',
    'invalid-credentials': 'webauthn_failed',
    'feature-not-enabled': { code: 'method_disabled', method: 'webauthn' },
    'user-not-found': 'passkey_unknown',
  },
  admin: SERVICE_KEY,
} as const satisfies Partial<Record<Operation, CodeTable>>
