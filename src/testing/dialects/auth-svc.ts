import type { Account } from '../fake-auth-server/accounts.js'
import {
  iso,
  type Dialect,
  type Incoming,
  type RefusalTable,
  type Reply,
  type Route,
  type WireRow,
  type Writing,
} from '../fake-auth-server/dialect.js'
import type { SessionList } from '../fake-auth-server/own-account.js'
import type { FieldRefusal } from '../fake-auth-server/refused.js'
import { nothing, renamed, route, texts } from '../fake-auth-server/route.js'
import type { Grant } from '../fake-auth-server/sessions.js'
import type { SignInResult } from '../fake-auth-server/sign-in.js'

/** auth-svc as its error-code page and guide A describe it. */
export function authSvcDialect(): Dialect {
  return {
    id: 'auth-svc',
    root: '/auth/v1',
    // Guide A: a sign-up answers with the user and tokens.
    policy: { signsInOnSignUp: true },
    routes: ROUTES,
    refusals: REFUSALS,
    writeRow,
  }
}

function writeRow(
  { status = 500, code, message, details, headers }: WireRow,
  writing: Writing,
): Reply {
  const error = { code, message: message ?? code, ...(details && { details }) }
  return { status, ...(headers && { headers }), body: { data: null, error, meta: metaOf(writing) } }
}

function metaOf({ now, requestId }: Writing): unknown {
  return { timestamp: iso(now), request_id: requestId }
}

function data(value: unknown, writing: Writing, status = 200): Reply {
  return { status, body: { data: value, error: null, meta: metaOf(writing) } }
}

const writeEmpty = (_: unknown, writing: Writing): Reply => data({}, writing)

function tokensOf({ account, accessToken, refreshToken, expiresInSeconds }: Grant): unknown {
  return { accessToken, refreshToken, expiresIn: expiresInSeconds, user: userOf(account) }
}

function userOf({ id, email, firstName, lastName, emailVerified }: Account): unknown {
  return { id, email, firstName, lastName, emailVerified, roles: ['user'] }
}

function writeSignIn(result: SignInResult, writing: Writing): Reply {
  if (result.is === 'signed_in') return data(tokensOf(result.grant), writing)
  const { token } = result.challenge
  return data({ mfaRequired: true, mfaToken: token, availableMethods: ['totp'] }, writing)
}

function writeSessions({ sessions, currentId }: SessionList, writing: Writing): Reply {
  const listed = sessions.map(({ id, userAgent, createdAt, lastActiveAt }) => ({
    id,
    current: id === currentId,
    userAgent,
    createdAt: iso(createdAt),
    lastActiveAt: iso(lastActiveAt),
  }))
  return data(listed, writing)
}

const mailTo = ({ body }: Incoming) => ({ ...texts('email')({ body }), captchaToken: '' })
const credentials = texts('email', 'password', 'captchaToken')
const writeProfile = (account: Account, writing: Writing) => data(userOf(account), writing)

const ROUTES: readonly Route[] = [
  // The two published guides differ in these paths.
  route('POST /login', 'sign_in', 'signIn', credentials, writeSignIn),
  route('POST /login/email', 'sign_in', 'signIn', credentials, writeSignIn),
  route('GET /profile', 'api_call', 'profile', nothing, writeProfile),
  route('GET /me', 'api_call', 'profile', nothing, writeProfile),
  route(
    'POST /signup/email',
    'sign_up',
    'signUp',
    texts('email', 'password', 'firstName', 'lastName', 'captchaToken'),
    ({ account, grant }, writing) =>
      data(grant ? tokensOf(grant) : { user: userOf(account) }, writing, 201),
  ),
  route('POST /refresh', 'refresh', 'refresh', texts('refreshToken'), (grant, writing) =>
    data(tokensOf(grant), writing),
  ),
  route('POST /logout', 'sign_out', 'signOut', texts('refreshToken'), writeEmpty),
  route(
    'POST /mfa/totp/verify',
    'mfa_challenge',
    'verifyMfa',
    ({ body }) => ({
      ...renamed({ challenge: 'mfaToken', code: 'code' })({ body }),
      factor: null,
    }),
    writeSignIn,
  ),
  route('POST /mfa/totp/setup', 'mfa_enrol', 'startTotp', nothing, ({ secret, uri }, writing) =>
    data({ secret, otpauthUrl: uri }, writing),
  ),
  route('POST /mfa/totp/enable', 'mfa_enrol', 'confirmTotp', texts('code'), data),
  // The paths of the next four are not published.
  route('POST /resend-verification', 'email_resend', 'resendVerification', mailTo, writeEmpty),
  route('POST /verify-email', 'email_verify', 'verifyEmail', texts('token'), writeEmpty),
  route('POST /password/forgot', 'password_forgot', 'requestPasswordReset', mailTo, writeEmpty),
  route(
    'POST /password/reset',
    'password_reset',
    'resetPassword',
    texts('token', 'newPassword'),
    writeEmpty,
  ),
  route('GET /sessions', 'session_manage', 'listSessions', nothing, writeSessions),
  route(
    'DELETE /sessions/:id',
    'session_manage',
    'revokeSession',
    ({ params }) => ({ id: params['id'] ?? '', gone: 'refuse' as const }),
    writeEmpty,
  ),
]

const FIELD_NAMES: Partial<Record<FieldRefusal['name'], string>> = { challenge: 'mfaToken' }

function fieldMessage({ name, reason, min }: FieldRefusal): string {
  const wireName = FIELD_NAMES[name] ?? name
  if (reason === 'required') return `${wireName} should not be empty`
  if (reason === 'format') return `${wireName} must be an email`
  return `${wireName} must be longer than or equal to ${min} characters`
}

/** `details` names one field, as in the reference's example; two or more come as a map. */
function badFields(fields: readonly FieldRefusal[]): WireRow {
  const messages = fields.map((field) => [
    FIELD_NAMES[field.name] ?? field.name,
    fieldMessage(field),
  ])
  const [first] = messages
  const row = { status: 400, code: 'BAD_REQUEST', message: first?.[1] ?? 'Validation failed' }
  if (!first) return row
  return messages.length === 1
    ? { ...row, details: { field: first[0] } }
    : { ...row, details: { fields: Object.fromEntries(messages) } }
}

function badField(field: string, message: string): WireRow {
  return { status: 400, code: 'BAD_REQUEST', message, details: { field } }
}

// The reference's own example carries the hint that a client must not show.
const WRONG_CREDENTIALS: WireRow = {
  status: 401,
  code: 'UNAUTHORIZED',
  message: 'Invalid credentials',
  details: { field: 'email' },
}
const UNAUTHORIZED: WireRow = { status: 401, code: 'UNAUTHORIZED', message: 'Unauthorized' }
const TOKEN_INVALID: WireRow = {
  status: 401,
  code: 'TOKEN_INVALID',
  message: 'JWT signature is invalid or malformed',
}
const TOKEN_REVOKED: WireRow = {
  status: 401,
  code: 'TOKEN_REVOKED',
  message: 'Token has been blacklisted',
}
const WRONG_CODE: WireRow = {
  status: 400,
  code: 'MFA_INVALID_CODE',
  message: 'The TOTP/OTP code is incorrect',
}
const NOT_FOUND: WireRow = {
  status: 404,
  code: 'NOT_FOUND',
  message: 'The requested resource does not exist',
}

const REFUSALS: RefusalTable = {
  fields: ({ fields }) => badFields(fields),
  malformed_body: { status: 400, code: 'BAD_REQUEST', message: 'Request body failed validation' },
  wrong_credentials: WRONG_CREDENTIALS,
  wrong_current_password: WRONG_CREDENTIALS,
  // "Wait for lockout period (15 min)": the answer names no time.
  locked: { status: 423, code: 'ACCOUNT_LOCKED', message: 'Too many failed login attempts' },
  rate_limited: ({ seconds }) => ({
    status: 429,
    code: 'RATE_LIMITED',
    message: 'Too many requests in the time window',
    headers: { 'retry-after': String(seconds) },
  }),
  disabled: {
    status: 403,
    code: 'ACCOUNT_SUSPENDED',
    message: 'Account has been suspended by an admin',
  },
  unverified: {
    status: 403,
    code: 'ACCOUNT_NOT_VERIFIED',
    message: 'Email address has not been verified',
  },
  // No code: a password that may not be used any more is no password.
  must_reset: WRONG_CREDENTIALS,
  oauth_only: WRONG_CREDENTIALS,
  // No captcha: the nearest is a field of the request that is missing or wrong.
  captcha_required: badField('captchaToken', 'captchaToken should not be empty'),
  captcha_failed: badField('captchaToken', 'captchaToken is invalid'),
  taken: {
    status: 409,
    code: 'CONFLICT',
    message: 'Resource already exists',
    details: { field: 'email' },
  },
  code_wrong: WRONG_CODE,
  // No code for a pending login that is gone.
  challenge_expired: UNAUTHORIZED,
  challenge_unknown: UNAUTHORIZED,
  mfa_not_enrolled: {
    status: 400,
    code: 'MFA_NOT_ENABLED',
    message: 'MFA has not been set up for this account',
  },
  mfa_already_enrolled: {
    status: 409,
    code: 'MFA_ALREADY_ENABLED',
    message: 'MFA is already enabled for this account',
  },
  backup_codes_spent: WRONG_CODE,
  link: ({ reason }) =>
    badField(
      'token',
      reason === 'missing' ? 'token should not be empty' : 'token is invalid or expired',
    ),
  access_token: ({ reason }) =>
    ({
      missing: UNAUTHORIZED,
      invalid: TOKEN_INVALID,
      expired: { status: 401, code: 'TOKEN_EXPIRED', message: 'JWT access token has expired' },
      revoked: TOKEN_REVOKED,
    })[reason],
  refresh_token: ({ reason }) =>
    ({
      missing: badField('refreshToken', 'refreshToken should not be empty'),
      invalid: TOKEN_INVALID,
      expired: {
        status: 401,
        code: 'REFRESH_TOKEN_EXPIRED',
        message: 'Refresh token has expired',
      },
      revoked: TOKEN_REVOKED,
      // "Blacklisted (logout/compromised)".
      reused: TOKEN_REVOKED,
    })[reason],
  session_unknown: {
    status: 404,
    code: 'SESSION_NOT_FOUND',
    message: 'The specified session ID does not exist',
  },
  user_unknown: NOT_FOUND,
  route_unknown: NOT_FOUND,
}
