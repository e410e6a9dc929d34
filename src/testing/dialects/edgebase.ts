import type { Account } from '../fake-auth-server/accounts.js'
import {
  iso,
  type Dialect,
  type Incoming,
  type Reply,
  type Route,
  type WireRow,
} from '../fake-auth-server/dialect.js'
import type { SessionList } from '../fake-auth-server/own-account.js'
import { nothing, ok, renamed, route, texts } from '../fake-auth-server/route.js'
import type { MfaStatus } from '../fake-auth-server/second-factors.js'
import type { Grant } from '../fake-auth-server/sessions.js'
import type { SignInResult } from '../fake-auth-server/sign-in.js'
import { REFUSALS } from './edgebase-refusals.js'

/** Which of the documented forms the EdgeBase dialect takes. */
export interface EdgebaseDialectOptions {
  /**
   * False (default): status and message, as the error reference documents.
   * True: a slug in nearly every error, as the server sends since its first public version.
   */
  slugs?: boolean
}

/** EdgeBase as its error reference (seed 004) or its server describes it. */
export function edgebaseDialect({ slugs = false }: EdgebaseDialectOptions = {}): Dialect {
  return {
    id: 'edgebase',
    root: '/api',
    policy: {
      // No lockout: sign-in is limited per e-mail address.
      lockout: null,
      signInLimit: { max: 10, perSeconds: 60 },
      signUpLimit: { max: 10, perSeconds: 60 },
      mailLimit: { max: 3, perSeconds: 3600 },
      requiresVerifiedEmail: false,
      signsInOnSignUp: true,
      mailsOnSignUp: false,
      refreshTokenSeconds: 28 * 24 * 3600,
      statelessAccessTokens: true,
      backupCodes: 8,
      opensAccountByLink: true,
      codeLimit: { max: 5, perSeconds: 3600 },
      // The reference revokes every session of the user; the server only the one, and forgives for 30 s.
      reuse: slugs
        ? { graceSeconds: 30, recognises: 'previous', ends: 'session' }
        : { graceSeconds: 0, recognises: 'any', ends: 'all_sessions' },
    },
    routes: ROUTES,
    refusals: REFUSALS,
    writeRow: (row) => writeRow(row, slugs),
  }
}

/** `code` is the status as a number. A row's own code is a slug, or a bearer fault in capitals. */
function writeRow(
  { status = 500, code, message, details, headers }: WireRow,
  slugs: boolean,
): Reply {
  const named = code !== undefined && /^[A-Z]/.test(code) ? { error: code } : { slug: code }
  const body = {
    code: status,
    message: message ?? '',
    ...(slugs && code !== undefined && named),
    ...(details && { data: details }),
  }
  return { status, ...(headers && { headers }), body }
}

function userOf(account: Account): unknown {
  const name = [account.firstName, account.lastName].filter(Boolean).join(' ')
  return {
    id: account.id,
    email: account.email,
    displayName: name === '' ? null : name,
    avatarUrl: null,
    emailVisibility: 'private',
    role: 'user',
    verified: account.emailVerified,
    isAnonymous: false,
    customClaims: null,
    phone: null,
    phoneVerified: false,
    metadata: null,
    disabled: account.status !== 'active',
    status: 'active',
    locale: 'en',
    lastSignedInAt: null,
    createdAt: iso(account.createdAt),
    updatedAt: iso(account.createdAt),
  }
}

function sessionOf({ account, accessToken, refreshToken }: Grant): unknown {
  return { user: userOf(account), accessToken, refreshToken }
}

const writeSession = (grant: Grant): Reply => ok(sessionOf(grant))
const writeOk = (): Reply => ok({ ok: true })

function writeSignIn(result: SignInResult): Reply {
  if (result.is === 'signed_in') return writeSession(result.grant)
  const { account, token } = result.challenge
  return ok({
    mfaRequired: true,
    mfaTicket: token,
    factors: [{ id: account.totp?.factorId, type: 'totp' }],
  })
}

function writeSessions({ sessions }: SessionList): Reply {
  return ok({
    sessions: sessions.map(({ id, userAgent, createdAt, lastActiveAt }) => ({
      id,
      createdAt: iso(createdAt),
      expiresAt: iso(createdAt + 28 * 24 * 3600 * 1000),
      ip: '127.0.0.1',
      userAgent,
      lastActiveAt: iso(lastActiveAt),
    })),
  })
}

function writeFactors({ totp }: MfaStatus): Reply {
  if (!totp) return ok({ factors: [] })
  const { factorId: id, confirmed: verified, createdAt } = totp
  return ok({ factors: [{ id, type: 'totp', verified, createdAt: iso(createdAt) }] })
}

/** Eight characters, no dash. */
function recoveryCodes(codes: readonly string[]): string[] {
  return codes.map((code) => code.replaceAll('-', ''))
}

function readSignUp({ body }: Incoming) {
  const more = body['data']
  const sent = typeof more === 'object' && more !== null ? (more as Record<string, unknown>) : {}
  return {
    ...texts('email', 'password', 'captchaToken')({ body }),
    ...renamed({ firstName: 'displayName' })({ body: sent }),
    lastName: '',
  }
}

const ROUTES: readonly Route[] = [
  route('POST /auth/signup', 'sign_up', 'signUp', readSignUp, ({ account, grant }) =>
    ok(grant ? sessionOf(grant) : { user: userOf(account) }, 201),
  ),
  route(
    'POST /auth/signin',
    'sign_in',
    'signIn',
    texts('email', 'password', 'captchaToken'),
    writeSignIn,
  ),
  route(
    'POST /auth/signin/magic-link',
    'mfa_send_code',
    'requestMagicLink',
    (incoming) => ({ ...texts('email', 'captchaToken')(incoming), limited: false }),
    writeOk,
  ),
  route('POST /auth/verify-magic-link', 'sign_in', 'verifyMagicLink', texts('token'), writeSession),
  route(
    'POST /auth/signin/email-otp',
    'mfa_send_code',
    'requestEmailCode',
    texts('email'),
    writeOk,
  ),
  route(
    'POST /auth/verify-email-otp',
    'sign_in',
    'verifyEmailCode',
    texts('email', 'code'),
    writeSignIn,
  ),
  route(
    'POST /auth/signin/phone',
    'mfa_send_code',
    'requestPhoneCode',
    texts('phone', 'captchaToken'),
    writeOk,
  ),
  route(
    'POST /auth/verify-phone',
    'sign_in',
    'verifyPhoneCode',
    texts('phone', 'code'),
    writeSignIn,
  ),
  route('POST /auth/refresh', 'refresh', 'refresh', texts('refreshToken'), writeSession),
  route('POST /auth/signout', 'sign_out', 'signOut', texts('refreshToken'), writeOk),
  route('GET /auth/me', 'api_call', 'profile', nothing, (account) => ok({ user: userOf(account) })),
  route(
    'POST /auth/mfa/totp/enroll',
    'mfa_enrol',
    'startTotp',
    nothing,
    ({ factorId, secret, uri, backupCodes }) =>
      ok({ factorId, secret, qrCodeUri: uri, recoveryCodes: recoveryCodes(backupCodes) }),
  ),
  route('POST /auth/mfa/totp/verify', 'mfa_enrol', 'confirmTotp', texts('code'), writeOk),
  route(
    'POST /auth/mfa/verify',
    'mfa_challenge',
    'verifyMfa',
    (incoming) => ({
      ...renamed({ challenge: 'mfaTicket', code: 'code' })(incoming),
      factor: 'totp' as const,
    }),
    writeSignIn,
  ),
  route(
    'POST /auth/mfa/recovery',
    'mfa_challenge',
    'verifyMfa',
    (incoming) => ({
      ...renamed({ challenge: 'mfaTicket', code: 'recoveryCode' })(incoming),
      factor: 'backup_code' as const,
    }),
    writeSignIn,
  ),
  route('GET /auth/mfa/factors', 'mfa_manage', 'mfaStatus', nothing, writeFactors),
  route(
    'DELETE /auth/mfa/totp',
    'mfa_manage',
    'disableTotp',
    (incoming) => ({ ...texts('code', 'password')(incoming), needs: 'either' as const }),
    writeOk,
  ),
  route(
    'POST /auth/request-email-verification',
    'email_resend',
    'resendOwnVerification',
    nothing,
    () => ok({ ok: true, messageId: 'msg_1' }),
  ),
  route('POST /auth/verify-email', 'email_verify', 'verifyEmail', texts('token'), () =>
    ok({ ok: true, message: 'Email verified.' }),
  ),
  route(
    'POST /auth/request-password-reset',
    'password_forgot',
    'requestPasswordReset',
    texts('email', 'captchaToken'),
    writeOk,
  ),
  route(
    'POST /auth/reset-password',
    'password_reset',
    'resetPassword',
    texts('token', 'newPassword'),
    () => ok({ ok: true, message: 'Password reset.' }),
  ),
  route(
    'POST /auth/change-password',
    'password_change',
    'changePassword',
    texts('currentPassword', 'newPassword'),
    writeSession,
  ),
  route('GET /auth/sessions', 'session_manage', 'listSessions', nothing, writeSessions),
  route(
    'DELETE /auth/sessions/:id',
    'session_manage',
    'revokeSession',
    ({ params }) => ({ id: params['id'] ?? '', gone: 'ignore' as const }),
    writeOk,
  ),
  route('GET /config', 'captcha', 'publicSettings', nothing, ({ captchaSiteKey }) =>
    ok({ captcha: captchaSiteKey === null ? null : { siteKey: captchaSiteKey } }),
  ),
]
