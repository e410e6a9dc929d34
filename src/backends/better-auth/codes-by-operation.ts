import type { Operation } from '../../errors/operation.js'
import type { CodeTable, MessageRule } from '../backend.js'
import { PASSKEY, REDIRECT_ERRORS } from './codes.js'

// The forms that set a password call it `newPassword`.
const NEW_PASSWORD = {
  PASSWORD_TOO_SHORT: {
    code: 'validation_failed',
    fields: [{ name: 'newPassword', reason: 'too_short' }],
  },
  PASSWORD_TOO_LONG: {
    code: 'validation_failed',
    fields: [{ name: 'newPassword', reason: 'too_long' }],
  },
  PASSWORD_COMPROMISED: {
    code: 'validation_failed',
    fields: [{ name: 'newPassword', reason: 'compromised' }],
  },
} as const satisfies CodeTable

// Whether an address has an account is nobody's business where a message to it was asked for.
const NEUTRAL = {
  USER_NOT_FOUND: 'request_accepted',
  PHONE_NUMBER_NOT_EXIST: 'request_accepted',
} as const satisfies CodeTable

// With neither a session nor a challenge cookie, the two-factor routes miss the cookie.
const NO_SESSION = { INVALID_TWO_FACTOR_COOKIE: 'session_missing' } as const satisfies CodeTable

/** Codes whose meaning depends on what was asked. */
export const CODES_BY_OPERATION = {
  sign_in: {
    USER_NOT_FOUND: 'invalid_credentials',
    PHONE_NUMBER_NOT_EXIST: 'invalid_credentials',
    USERNAME_TOO_SHORT: 'invalid_credentials',
    USERNAME_TOO_LONG: 'invalid_credentials',
    INVALID_USERNAME: 'invalid_credentials',
    INVALID_TOKEN: 'magic_link_invalid',
  },
  sign_up: {
    INVALID_PASSWORD: {
      code: 'validation_failed',
      fields: [{ name: 'password', reason: 'required' }],
    },
  },
  sign_out: { UNAUTHORIZED: 'signed_out' },
  mfa_challenge: {
    TOTP_NOT_ENABLED: { code: 'method_disabled', method: 'totp' },
    BACKUP_CODES_NOT_ENABLED: { code: 'method_disabled', method: 'backup_code' },
    USER_NOT_FOUND: 'flow_invalid',
  },
  mfa_send_code: NEUTRAL,
  mfa_enrol: { INVALID_CODE: 'totp_invalid', ...NO_SESSION },
  mfa_manage: {
    PASSKEY_NOT_FOUND: { code: 'not_found', resource: 'passkey' },
    ...NO_SESSION,
  },
  oauth_start: { INVALID_TOKEN: 'oauth_provider_error' },
  oauth_callback: { INVALID_TOKEN: 'oauth_provider_error', ...REDIRECT_ERRORS },
  device_verify: {
    invalid_request: 'device_user_code_invalid',
    access_denied: 'permission_denied',
  },
  email_verify: {
    INVALID_TOKEN: 'verification_link_invalid',
    USER_NOT_FOUND: 'verification_link_invalid',
  },
  email_resend: NEUTRAL,
  password_forgot: NEUTRAL,
  password_reset: {
    INVALID_TOKEN: 'reset_link_invalid',
    TOKEN_EXPIRED: 'reset_link_expired',
    USER_NOT_FOUND: 'reset_link_invalid',
    ...NEW_PASSWORD,
  },
  password_change: {
    INVALID_PASSWORD: {
      code: 'validation_failed',
      fields: [{ name: 'currentPassword', reason: 'incorrect' }],
    },
    ...NEW_PASSWORD,
  },
  account_link: { INVALID_TOKEN: 'oauth_provider_error' },
  profile_update: {
    USERNAME_IS_ALREADY_TAKEN: {
      code: 'validation_failed',
      fields: [{ name: 'username', reason: 'taken' }],
    },
  },
  session_manage: { INVALID_SESSION_TOKEN: 'session_already_revoked' },
  passkey_register: { ...PASSKEY, CHALLENGE_NOT_FOUND: 'enrolment_expired' },
  passkey_authenticate: PASSKEY,
} as const satisfies Partial<Record<Operation, CodeTable>>

/** First match wins: what a code leaves open, and answers that carry none. */
export const RULES = [
  {
    code: 'UNAUTHORIZED',
    when: ({ hadToken, operation }) => hadToken && operation !== 'sign_out',
    is: 'session_expired',
  },
  { code: 'FAILED_TO_GET_SESSION', status: 401, is: 'session_expired' },
  // The challenge itself is used up; only a code sent by e-mail can be asked for again.
  {
    code: 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
    when: ({ factor }) => factor === 'totp' || factor === 'backup_code',
    is: 'flow_expired',
  },
  { code: 'invalid_grant', message: /\bclient id\b/i, is: 'invalid_client' },
  { code: 'invalid_request', message: 'Device code already processed', is: 'device_flow_lost' },
  {
    code: 'invalid_request',
    message: /^Device code has not been claimed\b/,
    is: 'device_flow_lost',
  },

  { code: null, status: 400, message: 'No fields to update', is: 'validation_failed' },
  {
    code: null,
    status: 400,
    message: 'Email is the same',
    is: { code: 'validation_failed', fields: [{ name: 'newEmail', reason: 'not_allowed' }] },
  },
  { code: null, status: 400, message: 'Invalid OTP type', is: 'request_misconfigured' },
  { code: null, status: 400, message: 'Client requests are disabled', is: 'request_misconfigured' },
  // Two tabs spent one backup code: here it is used up.
  { code: null, status: 409, at: ['mfa_challenge'], is: 'backup_code_invalid' },
  // No such route: the plugin that would answer is not installed.
  { code: null, status: 404, is: 'request_misconfigured' },
] as const satisfies readonly MessageRule[]
