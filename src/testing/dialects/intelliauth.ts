import {
  type Dialect,
  type Incoming,
  type RefusalTable,
  type Reply,
  type Route,
  type WireRow,
  type Writing,
} from '../fake-auth-server/dialect.js'
import type { FieldRefusal, SecondFactor } from '../fake-auth-server/refused.js'
import { nothing, ok, queried, renamed, route, texts } from '../fake-auth-server/route.js'
import type { Grant } from '../fake-auth-server/sessions.js'
import type { SignInResult } from '../fake-auth-server/sign-in.js'

/** IntelliAuth as its error-code index (seed 003) and its API pages describe it. */
export function intelliauthDialect(): Dialect {
  return {
    id: 'intelliauth',
    root: '',
    policy: {},
    routes: ROUTES,
    refusals: REFUSALS,
    writeRow,
  }
}

/** The index gives no statuses; these are the API pages' and, where they are silent, the usual ones. */
const STATUS: Readonly<Record<string, number>> = {
  invalid_credentials: 401,
  account_disabled: 403,
  account_locked: 423,
  email_unverified: 403,
  password_must_be_reset: 403,
  mfa_required: 401,
  mfa_enrolment_required: 403,
  step_up_required: 401,
  captcha_required: 403,
  invalid_redirect_uri: 400,
  invalid_client: 401,
  invalid_grant: 400,
  invalid_scope: 400,
  unauthorized_client: 400,
  consent_required: 400,
  state_mismatch: 400,
  pkce_required: 400,
  token_expired: 401,
  session_expired: 401,
  session_revoked: 401,
  silent_auth_failed: 401,
  not_authenticated: 401,
  totp_invalid: 401,
  webauthn_failed: 401,
  sms_send_failed: 502,
  sms_rate_limited: 429,
  backup_code_invalid: 401,
  flow_expired: 410,
  flow_invalid: 400,
  network_error: 503,
  rate_limited: 429,
  server_error: 500,
  service_unavailable: 503,
  not_found: 404,
  permission_denied: 403,
  validation_failed: 422,
  conflict: 409,
  precondition_failed: 412,
  receiver_5xx: 502,
  receiver_4xx: 502,
  receiver_timeout: 504,
  receiver_tls_failed: 502,
  dlq_max_attempts: 502,
  step_blocked: 403,
  step_timeout: 504,
  step_error: 500,
}

function statusOf(code: string): number {
  return (Object.hasOwn(STATUS, code) ? STATUS[code] : undefined) ?? 500
}

function writeRow(
  { status, code = 'server_error', message, details, headers }: WireRow,
  { requestId }: Writing,
): Reply {
  const body = {
    error: code,
    message: message ?? code,
    request_id: `req_${requestId}`,
    ...(details && { details }),
  }
  return { status: status ?? statusOf(code), ...(headers && { headers }), body }
}

const data = (value: unknown): Reply => ok({ data: value })
const writeEmpty = (): Reply => data({})

function writeSignIn(result: SignInResult): Reply {
  if (result.is === 'mfa_required') {
    const { token, factors } = result.challenge
    return data({ state: 'mfa_required', flow_id: token, available_factors: factors })
  }
  const { account, sessionId, accessToken, refreshToken, expiresInSeconds } = result.grant
  return data({
    state: 'success',
    session: { id: sessionId, user_id: account.id },
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: expiresInSeconds,
  })
}

/** The token endpoint speaks plain OAuth (RFC 6749 5.1), without the envelope. */
function writeTokens({ accessToken, refreshToken, expiresInSeconds }: Grant): Reply {
  return ok({
    access_token: accessToken,
    refresh_token: refreshToken,
    id_token: accessToken,
    token_type: 'Bearer',
    expires_in: expiresInSeconds,
  })
}

const LABELS: Record<SecondFactor, string> = {
  totp: 'Authenticator app',
  backup_code: 'Backup code',
}

function captchaIn({ body }: Incoming): { captchaToken: string } {
  const captcha = body['captcha']
  const sent = typeof captcha === 'object' && captcha !== null ? captcha : {}
  return renamed({ captchaToken: 'token' })({ body: sent as Record<string, unknown> })
}

/** A factor is named by its id (`factor_totp`) or by its kind alone. */
function factorIn({ body }: Incoming): SecondFactor | null {
  const { id } = renamed({ id: 'factor_id' })({ body })
  const kind = id.replace(/^factor_/, '')
  return kind === 'totp' || kind === 'backup_code' ? kind : null
}

const mailTo = ({ body }: Incoming) => ({ ...texts('email')({ body }), captchaToken: '' })

const ROUTES: readonly Route[] = [
  route(
    'POST /api/v1/auth/login',
    'sign_in',
    'signIn',
    (incoming) => ({ ...texts('email', 'password')(incoming), ...captchaIn(incoming) }),
    writeSignIn,
  ),
  route(
    'POST /api/v1/auth/logout',
    'sign_out',
    'signOut',
    renamed({ refreshToken: 'refresh_token' }),
    () => ({ status: 204 }),
  ),
  route(
    'GET /api/v1/auth/mfa/factors',
    'mfa_send_code',
    'listChallengeFactors',
    queried({ challenge: 'flow_id' }),
    ({ factors }) =>
      data(factors.map((kind) => ({ id: `factor_${kind}`, kind, label: LABELS[kind] }))),
  ),
  route(
    'POST /api/v1/auth/mfa/begin',
    'mfa_send_code',
    'chooseFactor',
    (incoming) => ({
      ...renamed({ challenge: 'flow_id' })(incoming),
      factor: factorIn(incoming),
    }),
    ({ factor }) => data({ kind: factor }),
  ),
  route(
    'POST /api/v1/auth/mfa/complete',
    'mfa_challenge',
    'verifyMfa',
    (incoming) => ({
      ...renamed({ challenge: 'flow_id', code: 'code' })(incoming),
      factor: factorIn(incoming),
    }),
    writeSignIn,
  ),
  route(
    'POST /oauth2/token',
    'refresh',
    'refresh',
    renamed({ refreshToken: 'refresh_token' }),
    writeTokens,
  ),
  // The paths from here on are not published.
  route('POST /api/v1/me/mfa/totp', 'mfa_enrol', 'startTotp', nothing, ({ secret, uri }) =>
    data({ kind: 'pending', secret, uri, qr_code: 'data:image/svg+xml,%3Csvg/%3E' }),
  ),
  route(
    'POST /api/v1/me/mfa/totp/verify',
    'mfa_enrol',
    'confirmTotp',
    texts('code'),
    ({ backupCodes }) => data({ kind: 'success', backup_codes: backupCodes }),
  ),
  route('POST /api/v1/auth/email/resend', 'email_resend', 'resendVerification', mailTo, writeEmpty),
  route(
    'POST /api/v1/auth/password/reset',
    'password_forgot',
    'requestPasswordReset',
    mailTo,
    writeEmpty,
  ),
  route('POST /api/v1/auth/step-up', 'step_up', 'stepUp', texts('password', 'code'), writeSignIn),
]

const WIRE_NAMES: Partial<Record<FieldRefusal['name'], string>> = {
  challenge: 'flow_id',
  newPassword: 'new_password',
  currentPassword: 'current_password',
}

function fieldMessages(fields: readonly FieldRefusal[]): Record<string, string> {
  const texts = {
    required: () => 'This field is required.',
    format: () => 'This is no email address.',
    too_short: ({ min }: FieldRefusal) => `Use at least ${min} characters.`,
  }
  return Object.fromEntries(
    fields.map((field) => [WIRE_NAMES[field.name] ?? field.name, texts[field.reason](field)]),
  )
}

function captchaRow({ siteKey }: { siteKey: string }): WireRow {
  return {
    code: 'captcha_required',
    details: { provider: 'turnstile', site_key: siteKey, action: 'login' },
  }
}

const INVALID_CREDENTIALS: WireRow = { code: 'invalid_credentials' }
const NOT_FOUND: WireRow = { code: 'not_found' }

const REFUSALS: RefusalTable = {
  fields: ({ fields }) => ({
    code: 'validation_failed',
    details: { fields: fieldMessages(fields) },
  }),
  malformed_body: { code: 'validation_failed', message: 'The body is no JSON.' },
  wrong_credentials: INVALID_CREDENTIALS,
  wrong_current_password: INVALID_CREDENTIALS,
  locked: ({ seconds }) => ({ code: 'account_locked', details: { retry_after_s: seconds } }),
  rate_limited: ({ seconds }) => ({
    code: 'rate_limited',
    headers: { 'retry-after': String(seconds) },
  }),
  disabled: { code: 'account_disabled' },
  unverified: { code: 'email_unverified' },
  must_reset: { code: 'password_must_be_reset' },
  // No code: an account without a password is answered like a wrong one.
  oauth_only: INVALID_CREDENTIALS,
  captcha_required: captchaRow,
  // No code of its own: the widget is asked for again.
  captcha_failed: captchaRow,
  taken: { code: 'conflict', details: { resource: 'user', field: 'email' } },
  code_wrong: ({ factor }) => ({
    code: factor === 'totp' ? 'totp_invalid' : 'backup_code_invalid',
  }),
  challenge_expired: { code: 'flow_expired' },
  challenge_unknown: { code: 'flow_invalid' },
  mfa_not_enrolled: (_, { operation }) =>
    operation === 'mfa_challenge' || operation === 'mfa_send_code'
      ? { code: 'flow_invalid' }
      : { code: 'mfa_enrolment_required', details: { allowed_factors: ['totp'] } },
  mfa_already_enrolled: { code: 'conflict', details: { resource: 'factor' } },
  backup_codes_spent: { code: 'backup_code_invalid' },
  link: ({ reason }) => ({ code: reason === 'expired' ? 'flow_expired' : 'flow_invalid' }),
  access_token: ({ reason }) =>
    ({
      missing: { code: 'not_authenticated' },
      invalid: { code: 'not_authenticated' },
      expired: { code: 'token_expired' },
      revoked: { code: 'session_revoked' },
    })[reason],
  // RFC 6749 5.2: one code for a refresh token that is expired, revoked, used or nonsense.
  refresh_token: {
    code: 'invalid_grant',
    message: 'The refresh token is invalid, expired or revoked.',
  },
  session_unknown: NOT_FOUND,
  user_unknown: NOT_FOUND,
  route_unknown: NOT_FOUND,
}
