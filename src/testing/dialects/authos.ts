import type { Account } from '../fake-auth-server/accounts.js'
import {
  iso,
  type Dialect,
  type Incoming,
  type Reply,
  type Route,
  type WireRow,
  type Writing,
} from '../fake-auth-server/dialect.js'
import { claimsOf, unsignedJwt } from '../fake-auth-server/jwt.js'
import { nothing, ok, queried, renamed, route, texts } from '../fake-auth-server/route.js'
import type { Grant } from '../fake-auth-server/sessions.js'
import type { SignInResult } from '../fake-auth-server/sign-in.js'
import { DOCUMENTED, GENERIC } from './authos-refusals.js'

/** Which of the documented forms the AuthOS dialect takes. */
export interface AuthosDialectOptions {
  /**
   * `documented` (default): the codes of the error reference. `generic`: what the server's source sends: mostly
   * BAD_REQUEST, UNAUTHORIZED and FORBIDDEN, told apart by their text, and a challenge in the shape of tokens.
   */
  codes?: 'documented' | 'generic'
}

/** AuthOS as its error reference (seed 002) or its server's source describes it. */
export function authosDialect({ codes = 'documented' }: AuthosDialectOptions = {}): Dialect {
  return {
    id: 'authos',
    root: '',
    policy: {
      accessTokenSeconds: 24 * 3600,
      refreshTokenSeconds: 30 * 24 * 3600,
      mailLimit: { max: 5, perSeconds: 3600 },
    },
    routes: routes(codes === 'generic' ? writeGenericSignIn : writeSignIn),
    refusals: codes === 'generic' ? GENERIC : DOCUMENTED,
    writeRow,
  }
}

function writeRow(
  { status = 500, code, message, details, headers }: WireRow,
  { now }: Writing,
): Reply {
  const body = { error: message ?? code, error_code: code, timestamp: iso(now), ...details }
  return { status, ...(headers && { headers }), body }
}

function writeTokens({ accessToken, refreshToken, expiresInSeconds }: Grant): Reply {
  return ok({
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: expiresInSeconds,
  })
}

function writeSignIn(result: SignInResult, { now }: Writing): Reply {
  return result.is === 'signed_in'
    ? writeTokens(result.grant)
    : ok({ mfa_required: true, preauth_token: preauthToken(result, now) })
}

/** The challenge looks like a session: only its claims and the empty refresh token tell. */
function writeGenericSignIn(result: SignInResult, { now }: Writing): Reply {
  if (result.is === 'signed_in') return writeTokens(result.grant)
  const { expiresInSeconds } = result.challenge
  return ok({
    access_token: preauthToken(result, now),
    refresh_token: '',
    expires_in: expiresInSeconds,
  })
}

function preauthToken(
  { challenge }: Extract<SignInResult, { is: 'mfa_required' }>,
  now: number,
): string {
  const iat = Math.floor(now / 1000)
  return unsignedJwt({
    sub: challenge.account.id,
    mfa_required: true,
    jti: challenge.token,
    iat,
    exp: iat + challenge.expiresInSeconds,
  })
}

const message = (text: string) => (): Reply => ok({ message: text })
const mailTo = ({ body }: Incoming) => ({ ...texts('email')({ body }), captchaToken: '' })
const bearerAlone = () => ({ code: '', password: '', needs: 'none' }) as const

function readMfa({ body }: Incoming) {
  const { preauth, code } = renamed({ preauth: 'preauth_token', code: 'code' })({ body })
  const challenge = claimsOf(preauth)['jti']
  return { challenge: typeof challenge === 'string' ? challenge : preauth, code, factor: null }
}

function writeProfile({ id, email, emailVerified, createdAt }: Account): Reply {
  return ok({
    id,
    email,
    is_platform_owner: false,
    email_verified_at: emailVerified ? iso(createdAt) : null,
    created_at: iso(createdAt),
    org: null,
    service: null,
    permissions: [],
    plan: null,
    features: [],
  })
}

function routes(writeSignInResult: (result: SignInResult, writing: Writing) => Reply): Route[] {
  return [
    route(
      'POST /api/auth/register',
      'sign_up',
      'signUp',
      ({ body }) => ({
        ...texts('email', 'password', 'captchaToken')({ body }),
        firstName: '',
        lastName: '',
      }),
      message('Registration successful. Please check your email to verify your account.'),
    ),
    route(
      'POST /api/auth/login',
      'sign_in',
      'signIn',
      texts('email', 'password', 'captchaToken'),
      writeSignInResult,
    ),
    route('POST /api/auth/mfa/verify', 'mfa_challenge', 'verifyMfa', readMfa, writeSignInResult),
    route(
      'POST /api/auth/refresh',
      'refresh',
      'refresh',
      renamed({ refreshToken: 'refresh_token' }),
      writeTokens,
    ),
    route(
      'POST /api/auth/logout',
      'sign_out',
      'signOut',
      renamed({ refreshToken: 'refresh_token' }),
      message('Logged out successfully'),
    ),
    route(
      'GET /auth/verify-email',
      'email_verify',
      'verifyEmail',
      queried({ token: 'token' }),
      () => ({
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Email verified</title><p>Email verified.</p>',
      }),
    ),
    route(
      'POST /api/auth/resend-verification',
      'email_resend',
      'resendVerification',
      mailTo,
      message('If the account needs it, a verification email is on its way.'),
    ),
    route(
      'POST /api/auth/forgot-password',
      'password_forgot',
      'requestPasswordReset',
      mailTo,
      message('If the account exists, a reset email is on its way.'),
    ),
    route(
      'POST /api/auth/reset-password',
      'password_reset',
      'resetPassword',
      renamed({ token: 'token', newPassword: 'new_password' }),
      message('Password has been reset.'),
    ),
    route(
      'POST /api/auth/magic-link/request',
      'mfa_send_code',
      'requestMagicLink',
      (incoming) => ({ ...mailTo(incoming), limited: true }),
      message('If the account exists, a magic link is on its way.'),
    ),
    route(
      'GET /api/auth/magic-link/verify',
      'sign_in',
      'verifyMagicLink',
      queried({ token: 'token' }),
      writeTokens,
    ),
    route(
      'POST /api/user/change-password',
      'password_change',
      'changePasswordAndStay',
      renamed({ currentPassword: 'current_password', newPassword: 'new_password' }),
      message('Password changed.'),
    ),
    route('GET /api/user', 'api_call', 'profile', nothing, writeProfile),
    route('GET /api/user/mfa/status', 'mfa_manage', 'mfaStatus', nothing, (status) =>
      ok({ enabled: status.enabled, has_backup_codes: status.backupCodesLeft > 0 }),
    ),
    route('POST /api/user/mfa/setup', 'mfa_enrol', 'startTotp', nothing, ({ secret, uri }) =>
      ok({ secret, qr_code_svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', qr_code_uri: uri }),
    ),
    route(
      'POST /api/user/mfa/verify',
      'mfa_enrol',
      'confirmTotp',
      texts('code'),
      ({ backupCodes }) => ok({ enabled: true, backup_codes: backupCodes }),
    ),
    route('DELETE /api/user/mfa', 'mfa_manage', 'disableTotp', bearerAlone, () =>
      ok({ success: true, message: 'MFA disabled' }),
    ),
    route(
      'POST /api/user/mfa/backup-codes/regenerate',
      'mfa_manage',
      'regenerateBackupCodes',
      bearerAlone,
      ({ backupCodes }) => ok({ backup_codes: backupCodes }),
    ),
  ]
}
