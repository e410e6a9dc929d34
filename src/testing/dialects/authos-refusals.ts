import type { RefusalTable, WireRow } from '../fake-auth-server/dialect.js'
import type { FieldRefusal, Refusals } from '../fake-auth-server/refused.js'

const badRequest = (message: string): WireRow => ({ status: 400, code: 'BAD_REQUEST', message })
const unauthorized = (message: string): WireRow => ({ status: 401, code: 'UNAUTHORIZED', message })

const WRONG_CREDENTIALS: WireRow = {
  status: 401,
  code: 'INVALID_CREDENTIALS',
  message: 'Invalid email or password',
}

const WIRE_NAMES: Partial<Record<FieldRefusal['name'], string>> = {
  newPassword: 'new_password',
  currentPassword: 'current_password',
  challenge: 'preauth_token',
}

const FIELD_TEXTS = {
  required: ({ name }: FieldRefusal) => `${WIRE_NAMES[name] ?? name} is required`,
  format: () => 'Invalid email format',
  too_short: ({ name, min }: FieldRefusal) =>
    `${name === 'newPassword' ? 'New password' : 'Password'} must be at least ${min} characters long`,
}

function fieldRow(codes: Record<FieldRefusal['reason'], string>) {
  return ({ fields: [first] }: Refusals['fields']): WireRow =>
    first
      ? { status: 400, code: codes[first.reason], message: FIELD_TEXTS[first.reason](first) }
      : badRequest('Invalid request')
}

const LINK_TEXTS = { verify_email: 'verification', reset_password: 'reset' } as const

function linkRow({ link, reason }: Refusals['link']): WireRow {
  if (link === 'magic_link') {
    return badRequest(
      reason === 'expired' ? 'Magic link has expired' : 'Invalid or expired magic link',
    )
  }
  const name = LINK_TEXTS[link]
  const title = name.charAt(0).toUpperCase() + name.slice(1)
  if (reason === 'used') return badRequest(`${title} token has already been used`)
  if (reason === 'expired') return badRequest(`${title} token has expired`)
  return badRequest(`Invalid ${name} token`)
}

const MAIL_TEXTS: Partial<Record<string, string>> = {
  sign_up: 'Too many registration attempts. Please try again later.',
  password_forgot: 'Too many password reset requests. Please try again later.',
  mfa_send_code: 'Too many magic link requests. Please try again later.',
}

/** Seed 002, with the source's texts. */
export const DOCUMENTED: RefusalTable = {
  fields: fieldRow({
    required: 'BAD_REQUEST',
    format: 'INVALID_EMAIL',
    too_short: 'WEAK_PASSWORD',
  }),
  malformed_body: badRequest('Malformed JSON'),
  wrong_credentials: WRONG_CREDENTIALS,
  wrong_current_password: { ...WRONG_CREDENTIALS, message: 'Current password is incorrect' },
  // No source tells an unlock time.
  locked: { status: 401, code: 'ACCOUNT_LOCKED', message: 'Too many failed attempts' },
  rate_limited: ({ scope, seconds }, { operation }) => ({
    status: 429,
    code: 'RATE_LIMIT_EXCEEDED',
    message: MAIL_TEXTS[operation] ?? 'Too many requests. Please try again later.',
    // The counter per e-mail address names no time; the troubleshooting guide's header belongs to the others.
    ...(scope === 'mail' ? {} : { headers: { 'retry-after': String(seconds) } }),
  }),
  // No code for a blocked account: the nearest is the answer that says to contact support.
  disabled: (_, { operation }) => {
    if (operation === 'refresh') return unauthorized('Invalid refresh token')
    if (operation === 'mfa_challenge') return unauthorized('User is no longer active')
    return {
      status: 403,
      code: 'FORBIDDEN',
      message: 'Suspicious login detected. Please contact support.',
    }
  },
  unverified: {
    status: 401,
    code: 'EMAIL_NOT_VERIFIED',
    message: 'Please verify your email address before logging in',
  },
  // No code: a password that may not be used any more is no password.
  must_reset: WRONG_CREDENTIALS,
  oauth_only: (_, { operation }) =>
    operation === 'password_change'
      ? badRequest('Cannot change password for OAuth-only accounts.')
      : unauthorized('Password login not available for this account. Please use OAuth login.'),
  // No captcha: the nearest is a bad request.
  captcha_required: badRequest('captcha_token is required'),
  captcha_failed: badRequest('captcha_token is invalid'),
  taken: {
    status: 409,
    code: 'USER_ALREADY_EXISTS',
    message: 'User with this email already exists',
  },
  code_wrong: (_, { operation }) => ({
    status: 400,
    code: 'INVALID_MFA_CODE',
    message: operation === 'mfa_challenge' ? 'Invalid MFA code' : 'Invalid TOTP code',
  }),
  challenge_expired: { status: 401, code: 'TOKEN_EXPIRED', message: 'Token expired' },
  challenge_unknown: badRequest('Invalid pre-authentication token'),
  mfa_not_enrolled: { status: 400, code: 'MFA_NOT_ENABLED', message: 'MFA is not enabled' },
  mfa_already_enrolled: {
    status: 400,
    code: 'MFA_ALREADY_ENABLED',
    message: 'MFA is already enabled',
  },
  backup_codes_spent: {
    status: 400,
    code: 'NO_BACKUP_CODES',
    message: 'No backup codes available',
  },
  link: linkRow,
  access_token: ({ reason }) =>
    ({
      missing: unauthorized('Missing or invalid Authorization header'),
      invalid: { status: 401, code: 'JWT_ERROR', message: 'Invalid token' },
      expired: { status: 401, code: 'TOKEN_EXPIRED', message: 'Token expired' },
      revoked: unauthorized('Session revoked or expired'),
    })[reason],
  // One text for reuse, revocation and nonsense alike.
  refresh_token: ({ reason }) => {
    if (reason === 'missing') return badRequest('Refresh token cannot be empty')
    return unauthorized(reason === 'expired' ? 'Refresh token expired' : 'Invalid refresh token')
  },
  session_unknown: { status: 404, code: 'NOT_FOUND', message: 'Session not found' },
  user_unknown: { status: 404, code: 'NOT_FOUND', message: 'User not found' },
  route_unknown: { status: 404, code: 'NOT_FOUND', message: 'Not found' },
}

const TOTP_TEXTS = { mfa_challenge: 'Invalid MFA code', mfa_enrol: 'Invalid TOTP code' } as const

/** What the server's source sends: few codes, the meaning in the text. */
export const GENERIC: RefusalTable = {
  ...DOCUMENTED,
  fields: fieldRow({ required: 'BAD_REQUEST', format: 'BAD_REQUEST', too_short: 'BAD_REQUEST' }),
  wrong_credentials: unauthorized('Invalid email or password'),
  wrong_current_password: unauthorized('Current password is incorrect'),
  // No lockout in the source: what a locked-out visitor meets is the limit per address.
  locked: ({ seconds }) => ({ status: 429, body: `Too Many Requests! Wait for ${seconds}s` }),
  rate_limited: ({ scope, seconds }, { operation }) =>
    scope === 'mail'
      ? {
          status: 429,
          code: 'TOO_MANY_REQUESTS',
          message: MAIL_TEXTS[operation] ?? 'Too many requests. Please try again later.',
        }
      : { status: 429, body: `Too Many Requests! Wait for ${seconds}s` },
  unverified: unauthorized('Please verify your email address before logging in'),
  must_reset: unauthorized('Invalid email or password'),
  taken: { status: 400, code: 'DUPLICATE_CONSTRAINT', message: 'Email is already taken' },
  code_wrong: (_, { operation }) =>
    operation === 'mfa_challenge'
      ? unauthorized(TOTP_TEXTS.mfa_challenge)
      : badRequest(TOTP_TEXTS.mfa_enrol),
  mfa_not_enrolled: (_, { operation }) =>
    badRequest(
      operation === 'mfa_enrol'
        ? 'MFA not set up. Please call /api/user/mfa/setup first'
        : 'MFA is not enabled',
    ),
  mfa_already_enrolled: badRequest('MFA is already enabled'),
  backup_codes_spent: unauthorized(TOTP_TEXTS.mfa_challenge),
}
