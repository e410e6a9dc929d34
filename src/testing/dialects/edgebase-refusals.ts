import type { Operation } from '../../errors/operation.js'
import type { RefusalTable, WireRow } from '../fake-auth-server/dialect.js'
import type { Refusals } from '../fake-auth-server/refused.js'

/** One row: status, message and the slug of the newer form. */
function row(status: number, message: string, slug?: string): WireRow {
  return { status, message, ...(slug !== undefined && { code: slug }) }
}

const REQUIRED: Partial<Record<Operation, string>> = {
  sign_in: 'Email and password are required.',
  sign_up: 'Email and password are required.',
  password_forgot: 'Email is required.',
  password_reset: 'New password is required.',
  password_change: 'currentPassword and newPassword are required.',
  mfa_challenge: 'mfaTicket and code are required.',
  mfa_enrol: 'factorId and code are required.',
  mfa_manage: 'Either password or TOTP code is required to disable MFA.',
}

function fieldRow({ fields: [first] }: Refusals['fields'], operation: Operation): WireRow {
  if (first?.reason === 'format') {
    return row(400, 'Invalid email format. Please provide a valid email address.', 'invalid-email')
  }
  if (first?.reason !== 'too_short') {
    return row(400, REQUIRED[operation] ?? 'Missing required fields.', 'invalid-input')
  }
  const message = `Password must be at least ${first.min} characters.`
  return operation === 'sign_up'
    ? row(400, message, 'password-too-short')
    : {
        ...row(400, message, 'password-policy'),
        details: { password: { code: 'password_policy', message } },
      }
}

const LINKS = {
  verify_email: {
    missing: row(400, 'Verification token is required.', 'invalid-input'),
    unknown: row(400, 'Invalid or expired verification token.', 'invalid-token'),
    used: row(400, 'Invalid or expired verification token.', 'invalid-token'),
    expired: row(400, 'Verification token has expired. Please request a new one.', 'token-expired'),
  },
  reset_password: {
    missing: row(400, 'Password reset token is required.', 'invalid-input'),
    unknown: row(400, 'Invalid or expired password reset token.', 'invalid-token'),
    used: row(400, 'Invalid or expired password reset token.', 'invalid-token'),
    expired: row(
      400,
      'Password reset token has expired. Please request a new one.',
      'token-expired',
    ),
  },
  magic_link: {
    missing: row(400, 'Magic link token is required.', 'invalid-input'),
    unknown: row(400, 'Invalid or expired magic link token.', 'invalid-token'),
    used: row(400, 'Invalid or expired magic link token.', 'invalid-token'),
    // The store forgets a link before its time can be told.
    expired: row(400, 'Invalid or expired magic link token.', 'invalid-token'),
  },
} as const

const LIMITS = {
  sign_in: row(429, 'Too many login attempts. Try again later.', 'rate-limited'),
  sign_up: row(429, 'Too many signup attempts. Please try again later.', 'rate-limited'),
  mail: row(429, 'Too many verification email requests. Try again later.', 'rate-limited'),
  email_code: row(429, 'Too many OTP requests for this email. Try again later.', 'rate-limited'),
  sms_code: row(
    429,
    'Too many OTP requests for this phone number. Try again later.',
    'rate-limited',
  ),
} as const

const CAPTCHA = { details: { captcha_required: true } }
const INVALID_CREDENTIALS = row(401, 'Invalid credentials.', 'invalid-credentials')
const UNAUTHENTICATED = row(401, 'Authentication required.', 'unauthenticated')
const INVALID_REFRESH_TOKEN = row(401, 'Invalid refresh token.', 'invalid-refresh-token')
const INVALID_TICKET = row(400, 'Invalid or expired MFA ticket.', 'invalid-token')

/** Seed 004, its slugs, and the server's own words for what the seed leaves out. */
export const REFUSALS: RefusalTable = {
  fields: (facts, { operation }) => fieldRow(facts, operation),
  malformed_body: row(400, 'Malformed JSON in request body'),
  wrong_credentials: INVALID_CREDENTIALS,
  wrong_current_password: (_, { operation }) =>
    row(
      401,
      operation === 'password_change' ? 'Current password is incorrect.' : 'Invalid password.',
      'invalid-password',
    ),
  // No lockout: a server given one answers with the limit per e-mail address.
  locked: LIMITS.sign_in,
  rate_limited: ({ scope }) => LIMITS[scope],
  disabled: row(403, 'Account is disabled.', 'account-disabled'),
  // Sign-in does not ask for a verified address by itself; a server that does so has a hook for it.
  unverified: row(403, "Auth hook 'beforeSignIn' rejected the operation.", 'hook-rejected'),
  // No code: a password that may not be used any more is no password.
  must_reset: INVALID_CREDENTIALS,
  oauth_only: row(
    403,
    'This account uses OAuth sign-in. Password login is not available.',
    'oauth-only',
  ),
  captcha_required: { ...row(403, 'Captcha verification required.'), ...CAPTCHA },
  captcha_failed: { ...row(403, 'Captcha verification failed.'), ...CAPTCHA },
  taken: row(409, 'Email already registered.', 'email-already-exists'),
  code_wrong: ({ factor }, { operation }) => {
    if (operation === 'mfa_enrol') {
      return row(400, 'Invalid TOTP code. Please try again.', 'invalid-totp')
    }
    if (factor === 'email' || factor === 'sms') return row(401, 'Invalid OTP code.', 'invalid-otp')
    return factor === 'totp'
      ? row(401, 'Invalid TOTP code.', 'invalid-totp')
      : row(401, 'Invalid recovery code.', 'invalid-recovery-code')
  },
  sent_code_dead: ({ reason }) =>
    reason === 'expired'
      ? row(400, 'Invalid or expired OTP. Please request a new code.', 'invalid-token')
      : row(429, 'Too many failed OTP attempts. Please request a new code.', 'rate-limited'),
  challenge_expired: INVALID_TICKET,
  challenge_unknown: INVALID_TICKET,
  mfa_not_enrolled: (_, { operation }) => {
    if (operation === 'mfa_enrol') return row(404, 'TOTP factor not found.', 'not-found')
    if (operation === 'mfa_manage') return row(400, 'No TOTP factor found.', 'invalid-input')
    return row(400, 'No verified TOTP factor found.', 'invalid-input')
  },
  mfa_already_enrolled: row(
    409,
    'TOTP factor already enrolled. Disable it first.',
    'mfa-already-enrolled',
  ),
  backup_codes_spent: row(400, 'No recovery codes available.', 'invalid-input'),
  link: ({ link, reason }) => LINKS[link][reason],
  access_token: ({ reason }) => {
    if (reason === 'missing') return UNAUTHENTICATED
    const fault = reason === 'expired' ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID'
    return row(401, 'Authentication required.', fault)
  },
  refresh_token: ({ reason }) =>
    ({
      missing: row(400, 'Refresh token is required.', 'invalid-input'),
      invalid: INVALID_REFRESH_TOKEN,
      revoked: INVALID_REFRESH_TOKEN,
      expired: row(401, 'Refresh token expired.', 'refresh-token-expired'),
      reused: row(401, 'Refresh token reuse detected. Session revoked.', 'refresh-token-reused'),
    })[reason],
  session_unknown: row(404, 'Session not found.', 'not-found'),
  user_unknown: row(404, 'User not found.', 'user-not-found'),
  route_unknown: row(404, 'Not found.'),
}
