import type { Operation } from '../../errors/operation.js'
import type { CodeTable, MessageRule } from '../backend.js'

/** Seed 000, its three tables, in their order. */
export const CODES = {
  INVALID_CREDENTIALS: 'invalid_credentials',
  ACCOUNT_LOCKED: 'account_locked',
  // The relay's own credentials are wrong: a 401 that no refresh and no sign-in mends.
  INVALID_CLIENT: 'invalid_client',
  INVALID_TOKEN: 'access_token_invalid',
  // Here the refresh token, where other backends mean the access token.
  TOKEN_EXPIRED: 'session_expired',
  EMAIL_NOT_VERIFIED: 'email_unverified',

  MFA_REQUIRED: { code: 'mfa_required', factors: [{ kind: 'totp' }, { kind: 'backup_code' }] },
  MFA_INVALID_CODE: 'code_invalid',
  MFA_CHALLENGE_EXPIRED: 'flow_expired',
  MFA_ALREADY_ENROLLED: 'mfa_already_enabled',
  MFA_NOT_ENROLLED: 'mfa_not_enrolled',

  VALIDATION_ERROR: 'validation_failed',
  USER_NOT_FOUND: 'user_not_found',
  CONFLICT: 'conflict',
  RATE_LIMITED: 'rate_limited',

  INTERNAL_ERROR: 'server_error',
  UNKNOWN: 'unknown',
} as const satisfies CodeTable

// Before sign-in an answer must not tell whether an account exists.
const NO_SUCH_ACCOUNT = { USER_NOT_FOUND: 'invalid_credentials' } as const satisfies CodeTable
const NEUTRAL = { USER_NOT_FOUND: 'request_accepted' } as const satisfies CodeTable

/** Codes whose meaning depends on what was asked. */
export const CODES_BY_OPERATION = {
  sign_in: NO_SUCH_ACCOUNT,
  sign_up: { CONFLICT: 'account_exists' },
  sign_out: { TOKEN_EXPIRED: 'signed_out' },
  mfa_challenge: { MFA_NOT_ENROLLED: 'flow_invalid', ...NO_SUCH_ACCOUNT },
  email_resend: NEUTRAL,
  password_forgot: NEUTRAL,
  session_manage: { CONFLICT: 'session_already_revoked' },
  admin: { USER_NOT_FOUND: 'admin_user_not_found' },
} as const satisfies Partial<Record<Operation, CodeTable>>

// As words of the server's, or as zod's own JSON.
const LINK_TOKEN = /^(?:token\b|\[[^]*"path":\s*\["token"\])/

/** No code is there for a mailed link: its token is a field of the request, which no form shows. */
// oxfmt-ignore
export const RULES = [
  { code: 'VALIDATION_ERROR', at: ['password_reset'], message: LINK_TOKEN, is: 'reset_link_invalid' },
  { code: 'VALIDATION_ERROR', at: ['email_verify'], message: LINK_TOKEN, is: 'verification_link_invalid' },
] as const satisfies readonly MessageRule[]
