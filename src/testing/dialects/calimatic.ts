import type { Account } from '../fake-auth-server/accounts.js'
import type { Challenge } from '../fake-auth-server/challenges.js'
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
import type { LockoutStatus, SessionList } from '../fake-auth-server/own-account.js'
import type { FieldRefusal, SecondFactor } from '../fake-auth-server/refused.js'
import { nothing, ok, queried, renamed, route, texts } from '../fake-auth-server/route.js'
import type { Grant } from '../fake-auth-server/sessions.js'
import type { SignInResult } from '../fake-auth-server/sign-in.js'

/** Which of the documented forms the Calimatic dialect takes. */
export interface CalimaticDialectOptions {
  /**
   * The app's own server adds the rest of a lockout to the error as `details.remainingLockoutSeconds`.
   * The service itself tells it by `GET /security/lockout-status` only.
   */
  lockoutDetails?: boolean
}

/** Calimatic Auth as its error-code reference and headless documentation describe it. */
export function calimaticDialect({
  lockoutDetails = false,
}: CalimaticDialectOptions = {}): Dialect {
  return {
    id: 'calimatic',
    root: '/api/v1/auth/headless',
    // What becomes of a refresh token that has been used is not documented: it is refused, no more.
    policy: { reuse: { graceSeconds: 0, recognises: 'any', ends: 'nothing' } },
    routes: ROUTES,
    refusals: refusals(lockoutDetails),
    writeRow,
  }
}

function writeRow({ status = 500, code = 'UNKNOWN', message, details, headers }: WireRow): Reply {
  const head = headers ? { headers } : {}
  // Never an error body: the reference lists the code for a 200 with a challenge.
  if (code === 'MFA_REQUIRED') return { status, ...head, body: challengeBody(EXAMPLE_CHALLENGE) }
  return { status, ...head, body: { code, message: message ?? code, ...(details && { details }) } }
}

const EXAMPLE_CHALLENGE = {
  token: 'mfa_example',
  factors: ['totp', 'backup_code'],
  expiresInSeconds: 300,
  account: { id: 'usr_example', email: 'ada@example.com', firstName: 'Ada' },
} as const

type ChallengeFacts = Omit<Challenge, 'account'> & {
  account: Pick<Account, 'id' | 'email' | 'firstName'>
}

function challengeBody({ account, token, factors, expiresInSeconds }: ChallengeFacts): unknown {
  const { id, email, firstName } = account
  return {
    mfaRequired: true,
    mfaToken: token,
    expiresIn: expiresInSeconds,
    methods: factors,
    user: { userId: id, email, firstName },
  }
}

function writeTokens({ account, accessToken, refreshToken, expiresAt }: Grant): Reply {
  const body = {
    accessToken,
    refreshToken,
    idToken: accessToken,
    expiresAt: iso(expiresAt),
    user: userOf(account),
  }
  return { status: 200, body }
}

function writeSignIn(result: SignInResult): Reply {
  return result.is === 'signed_in'
    ? writeTokens(result.grant)
    : { status: 200, body: challengeBody(result.challenge) }
}

const writeEmpty = (): Reply => ({ status: 200, body: {} })

function userOf({ id, email, firstName, lastName }: Account): unknown {
  return {
    userId: id,
    email,
    firstName,
    lastName,
    organizationId: 'org_1',
    orgName: 'Example',
    licenses: [],
  }
}

function writeLockoutStatus(
  { remainingSeconds, failures, rule }: LockoutStatus,
  { now }: Writing,
): Reply {
  const locked = remainingSeconds > 0
  const maxAttempts = rule?.failures ?? null
  const body = {
    locked,
    remainingLockoutSeconds: locked ? remainingSeconds : null,
    attemptsRemaining: maxAttempts === null ? null : Math.max(maxAttempts - failures, 0),
    lockedUntil: locked ? iso(now + remainingSeconds * 1000) : null,
    maxAttempts,
    lockoutDurationMinutes: rule ? rule.seconds / 60 : null,
  }
  return { status: 200, body }
}

function writeSessions({ sessions }: SessionList): Reply {
  return ok({
    sessions: sessions.map(({ id, userAgent, createdAt, lastActiveAt }) => ({
      id,
      application: 'example',
      userAgent,
      createdAt: iso(createdAt),
      lastActiveAt: iso(lastActiveAt),
    })),
  })
}

const reauthentication = ({ body }: Incoming) =>
  ({ ...texts('code')({ body }), password: '', needs: 'code' }) as const
const mailTo = ({ body }: Incoming) => ({ ...texts('email')({ body }), captchaToken: '' })
const userInQuery = queried({ userId: 'userId' })

function factorOf(method: unknown): SecondFactor | null {
  return method === 'totp' || method === 'backup_code' ? method : null
}

const ROUTES: readonly Route[] = [
  route(
    'POST /login',
    'sign_in',
    'signIn',
    texts('email', 'password', 'captchaToken'),
    writeSignIn,
  ),
  route(
    'POST /signup',
    'sign_up',
    'signUp',
    texts('email', 'password', 'firstName', 'lastName', 'captchaToken'),
    ({ account }) => ok({ user: userOf(account) }, 201),
  ),
  route('POST /refresh', 'refresh', 'refresh', texts('refreshToken'), writeTokens),
  route('POST /logout', 'sign_out', 'signOut', texts('refreshToken'), writeEmpty),
  route(
    'POST /mfa/verify',
    'mfa_challenge',
    'verifyMfa',
    ({ body }) => ({
      ...renamed({ challenge: 'mfaToken', code: 'code' })({ body }),
      factor: factorOf(body['method']),
    }),
    writeSignIn,
  ),
  route('GET /mfa/status', 'mfa_manage', 'mfaStatus', nothing, ({ enabled, backupCodesLeft }) =>
    ok({ enabled, methods: enabled ? ['totp'] : [], backupCodesRemaining: backupCodesLeft }),
  ),
  route('POST /mfa/enroll', 'mfa_enrol', 'startTotp', nothing, ({ secret, uri }) =>
    ok({ secret, otpauthUri: uri }),
  ),
  route('POST /mfa/enroll/confirm', 'mfa_enrol', 'confirmTotp', texts('code'), (codes) =>
    ok(codes),
  ),
  route('POST /mfa/disable', 'mfa_manage', 'disableTotp', reauthentication, writeEmpty),
  route('GET /mfa/backup-codes', 'mfa_manage', 'countBackupCodes', nothing, ({ backupCodesLeft }) =>
    ok({ remaining: backupCodesLeft }),
  ),
  route(
    'POST /mfa/backup-codes',
    'mfa_manage',
    'regenerateBackupCodes',
    reauthentication,
    (codes) => ok(codes),
  ),
  route('POST /email/verify-send', 'email_resend', 'resendVerification', mailTo, writeEmpty),
  route('POST /email/verify-confirm', 'email_verify', 'verifyEmail', texts('token'), writeEmpty),
  route('POST /password/reset-send', 'password_forgot', 'requestPasswordReset', mailTo, writeEmpty),
  route(
    'POST /password/reset-confirm',
    'password_reset',
    'resetPassword',
    texts('token', 'newPassword'),
    writeEmpty,
  ),
  route(
    'GET /security/lockout-status',
    'api_call',
    'lockoutStatus',
    userInQuery,
    writeLockoutStatus,
  ),
  route('POST /security/unlock', 'admin', 'unlock', texts('userId'), writeEmpty),
  route(
    'GET /security/password-policy',
    'api_call',
    'publicSettings',
    nothing,
    ({ passwordMinLength }) => ok({ minLength: passwordMinLength }),
  ),
  route('GET /sessions', 'session_manage', 'listSessionsOf', userInQuery, writeSessions),
  route(
    'DELETE /sessions/:id',
    'session_manage',
    'revokeSessionById',
    ({ params }) => ({ id: params['id'] ?? '' }),
    writeEmpty,
  ),
  route('DELETE /sessions', 'session_manage', 'revokeSessionsOf', userInQuery, writeEmpty),
]

const FIELD_NAMES: Partial<Record<FieldRefusal['name'], string>> = { challenge: 'mfaToken' }

/** One message that names the first refused field, as a zod error does: there are no structured fields. */
function fieldMessage([first]: readonly FieldRefusal[]): string {
  if (!first) return 'Invalid input'
  const { name, reason, min } = first
  const text = {
    required: 'Required',
    format: 'Invalid email',
    too_short: `Must be at least ${min} characters`,
  }
  return `${FIELD_NAMES[name] ?? name}: ${text[reason]}`
}

function validation(message: string): WireRow {
  return { status: 400, code: 'VALIDATION_ERROR', message }
}

const NO_MATCH: WireRow = {
  status: 401,
  code: 'INVALID_CREDENTIALS',
  message: 'The email or password did not match any active account.',
}
const DEAD_REFRESH_TOKEN: WireRow = {
  status: 401,
  code: 'TOKEN_EXPIRED',
  message: 'The refresh token is expired or has been revoked.',
}
const WRONG_CODE: WireRow = {
  status: 401,
  code: 'MFA_INVALID_CODE',
  message: 'The code provided was incorrect.',
}
const CHALLENGE_EXPIRED: WireRow = {
  status: 401,
  code: 'MFA_CHALLENGE_EXPIRED',
  message: 'The MFA challenge has expired.',
}

function refusals(lockoutDetails: boolean): RefusalTable {
  return {
    fields: ({ fields }) => validation(fieldMessage(fields)),
    malformed_body: validation('Request body is not valid JSON'),
    wrong_credentials: NO_MATCH,
    wrong_current_password: NO_MATCH,
    locked: ({ seconds }) => ({
      status: 423,
      code: 'ACCOUNT_LOCKED',
      message: 'The account has been temporarily locked.',
      ...(lockoutDetails && { details: { remainingLockoutSeconds: seconds } }),
    }),
    rate_limited: ({ seconds }) => ({
      status: 429,
      code: 'RATE_LIMITED',
      message: 'Too many requests.',
      headers: { 'retry-after': String(seconds) },
    }),
    // "Did not match any active account": a blocked one has no code of its own.
    disabled: (_, { operation }) => (operation === 'refresh' ? DEAD_REFRESH_TOKEN : NO_MATCH),
    unverified: {
      status: 403,
      code: 'EMAIL_NOT_VERIFIED',
      message: 'The email address has not been verified.',
    },
    // No code: a password that may not be used any more is no password.
    must_reset: NO_MATCH,
    oauth_only: NO_MATCH,
    // No captcha: the nearest is a field of the request that is missing or wrong.
    captcha_required: validation('captchaToken: Required'),
    captcha_failed: validation('captchaToken: Invalid'),
    taken: { status: 409, code: 'CONFLICT', message: 'The email address is already registered.' },
    code_wrong: WRONG_CODE,
    challenge_expired: CHALLENGE_EXPIRED,
    challenge_unknown: CHALLENGE_EXPIRED,
    mfa_not_enrolled: {
      status: 400,
      code: 'MFA_NOT_ENROLLED',
      message: 'The user has not enrolled TOTP.',
    },
    mfa_already_enrolled: {
      status: 409,
      code: 'MFA_ALREADY_ENROLLED',
      message: 'The user already has MFA enabled.',
    },
    backup_codes_spent: WRONG_CODE,
    // No code for mailed links: the token is a field of the request.
    link: ({ reason }) =>
      validation(reason === 'missing' ? 'token: Required' : 'token: Invalid or expired'),
    access_token: {
      status: 401,
      code: 'INVALID_TOKEN',
      message: 'The access token is expired or otherwise invalid.',
    },
    refresh_token: ({ reason }) =>
      reason === 'missing' ? validation('refreshToken: Required') : DEAD_REFRESH_TOKEN,
    session_unknown: { status: 409, code: 'CONFLICT', message: 'The session is already inactive.' },
    user_unknown: { status: 404, code: 'USER_NOT_FOUND', message: 'The user does not exist.' },
    route_unknown: { status: 404, code: 'UNKNOWN', message: 'Not found.' },
  }
}
