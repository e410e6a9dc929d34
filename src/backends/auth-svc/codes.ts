import type { Operation } from '../../errors/operation.js'
import type { CodeEntry, CodeTable, MessageRule } from '../backend.js'

/** Seed 001, tables 1 to 5, in their order. */
export const CODES = {
  UNAUTHORIZED: 'invalid_credentials',
  ACCOUNT_SUSPENDED: 'account_suspended',
  // "Wait for lockout period (15 min)": promised by the reference, never in the payload.
  ACCOUNT_LOCKED: { code: 'account_locked', defaultRetryAfterSeconds: 900 },
  ACCOUNT_NOT_VERIFIED: 'email_unverified',
  MFA_REQUIRED: { code: 'mfa_required', factors: [{ kind: 'totp' }] },

  TOKEN_EXPIRED: 'token_expired',
  TOKEN_INVALID: 'token_invalid',
  TOKEN_REVOKED: 'session_revoked',
  REFRESH_TOKEN_EXPIRED: 'session_expired',

  SESSION_NOT_FOUND: 'session_missing',
  SESSION_EXPIRED: 'session_expired',
  // A 429 that is no rate limit: waiting never helps.
  MAX_SESSIONS_REACHED: 'session_limit_reached',

  MFA_INVALID_CODE: 'code_invalid',
  MFA_NOT_ENABLED: 'mfa_not_enrolled',
  MFA_ALREADY_ENABLED: 'mfa_already_enabled',

  BAD_REQUEST: 'validation_failed',
  NOT_FOUND: 'not_found',
  CONFLICT: 'conflict',
  RATE_LIMITED: 'rate_limited',
  FORBIDDEN: 'permission_denied',
} as const satisfies CodeTable

const WRONG_CURRENT_PASSWORD = {
  code: 'validation_failed',
  fields: [{ name: 'currentPassword', reason: 'incorrect' }],
} as const satisfies CodeEntry

// No password was submitted at these operations, so the session is what is missing.
const NO_SESSION = { UNAUTHORIZED: 'session_missing' } as const satisfies CodeTable

/** Codes whose meaning depends on what was asked. */
export const CODES_BY_OPERATION = {
  sign_up: { CONFLICT: 'account_exists' },
  account_link: { CONFLICT: 'account_exists', ...NO_SESSION },
  password_change: { UNAUTHORIZED: WRONG_CURRENT_PASSWORD },
  mfa_challenge: { UNAUTHORIZED: 'flow_invalid', MFA_NOT_ENABLED: 'flow_invalid' },
  refresh: NO_SESSION,
  silent_auth: NO_SESSION,
  api_call: { MFA_REQUIRED: 'step_up_required', ...NO_SESSION },
  mfa_enrol: NO_SESSION,
  mfa_manage: NO_SESSION,
  profile_update: NO_SESSION,
  session_manage: { SESSION_NOT_FOUND: 'session_already_revoked', ...NO_SESSION },
  sign_out: {
    TOKEN_EXPIRED: 'signed_out',
    TOKEN_REVOKED: 'signed_out',
    REFRESH_TOKEN_EXPIRED: 'signed_out',
    SESSION_NOT_FOUND: 'signed_out',
  },
} as const satisfies Partial<Record<Operation, CodeTable>>

/** No code is there for a mailed link: its token is a field of the request, which no form shows. */
export const RULES = [
  { code: 'BAD_REQUEST', at: ['password_reset'], message: /^token\b/, is: 'reset_link_invalid' },
] as const satisfies readonly MessageRule[]
