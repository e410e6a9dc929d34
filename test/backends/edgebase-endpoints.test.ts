import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../src/backends/backend.js'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { endpointsOf, NOW, readerOf, requestsOf } from './answers.js'

const backend = edgebase({ baseUrl: 'https://app.example/api/' })
const { failureOf } = readerOf(backend)

/** Every field any action asks for. */
const INPUT = {
  email: 'ada@example.com',
  password: 'long enough',
  newPassword: 'longer still',
  currentPassword: 'long enough',
  newEmail: 'ada@example.org',
  name: 'Ada',
  token: 'link-token',
  refreshToken: 'refresh-1',
  challenge: 'ticket-1',
  factor: 'totp',
  factorId: 'factor-1',
  code: '123456',
  phone: '+15551234567',
  id: 'a/../b?c#d e',
  provider: 'oidc:my/idp',
  redirectUrl: 'https://app.example/done',
  captchaToken: 'captcha-1',
  changes: { displayName: 'Ada' },
  response: { id: 'credential' },
} as const
const ID = 'a%2F..%2Fb%3Fc%23d%20e'

describe('EdgeBase endpoints', () => {
  it('go where the contract says, with a bearer (+) only where one is needed and ids encoded', async () => {
    const sent = Object.entries(await requestsOf(backend, INPUT))
    expect(
      sent.map(
        ([name, { method, path, bearer }]) => `${name}: ${method} ${path}${bearer ? ' +' : ''}`,
      ),
    ).toEqual([
      'signIn: POST /auth/signin',
      'signUp: POST /auth/signup',
      'signOut: POST /auth/signout',
      'refresh: POST /auth/refresh',
      'verifyMfa: POST /auth/mfa/verify',
      'resendVerification: POST /auth/request-email-verification +',
      'requestPasswordReset: POST /auth/request-password-reset',
      'requestMagicLink: POST /auth/signin/magic-link',
      'verifyMagicLink: POST /auth/verify-magic-link',
      'requestEmailCode: POST /auth/signin/email-otp',
      'verifyEmailCode: POST /auth/verify-email-otp',
      'requestPhoneCode: POST /auth/signin/phone',
      'verifyPhoneCode: POST /auth/verify-phone',
      'signInAnonymously: POST /auth/signin/anonymous',
      'passkeySignInOptions: POST /auth/passkeys/auth-options',
      'signInWithPasskey: POST /auth/passkeys/authenticate',
      'passkeyRegistrationOptions: POST /auth/passkeys/register-options +',
      'registerPasskey: POST /auth/passkeys/register +',
      'listPasskeys: GET /auth/passkeys +',
      `deletePasskey: DELETE /auth/passkeys/${ID} +`,
      'startOAuth: GET /auth/oauth/oidc%3Amy%2Fidp',
      'getSignInContext: GET /config',
      'verifyEmail: POST /auth/verify-email',
      'resetPassword: POST /auth/reset-password',
      'changePassword: POST /auth/change-password +',
      'changeEmail: POST /auth/change-email +',
      'verifyEmailChange: POST /auth/verify-email-change',
      'getUser: GET /auth/me +',
      'updateProfile: PATCH /auth/profile +',
      'mfaStatus: GET /auth/mfa/factors +',
      'startTotpEnrolment: POST /auth/mfa/totp/enroll +',
      'confirmTotpEnrolment: POST /auth/mfa/totp/verify +',
      'disableMfa: DELETE /auth/mfa/totp +',
      'listIdentities: GET /auth/identities +',
      'linkOAuth: POST /auth/oauth/link/oidc%3Amy%2Fidp +',
      `unlinkIdentity: DELETE /auth/identities/${ID} +`,
      'linkEmail: POST /auth/link/email +',
      'linkPhone: POST /auth/link/phone +',
      'verifyLinkPhone: POST /auth/verify-link-phone +',
      'listSessions: GET /auth/sessions +',
      `revokeSession: DELETE /auth/sessions/${ID} +`,
    ])
    expect(backend.baseUrl).toBe('https://app.example/api')
  })

  it('put the captcha token into the body, where another origin may send it', async () => {
    const sent = await requestsOf(backend, INPUT)
    const guarded = Object.entries(sent).filter(([, { body }]) => body?.['captchaToken'])
    expect(guarded.map(([name]) => name)).toEqual([
      'signIn',
      'signUp',
      'requestPasswordReset',
      'requestMagicLink',
      'requestPhoneCode',
      'signInAnonymously',
    ])
    expect(sent['startOAuth']).toMatchObject({
      query: { redirect_url: INPUT.redirectUrl, captcha_token: 'captcha-1' },
      navigate: true,
    })
    expect(backend.captchaHeader).toBeUndefined()
  })

  it('SEC-16: keep passwords, codes and tokens out of every address', async () => {
    const { password, newPassword, code, token, refreshToken, challenge } = INPUT
    for (const { path, query } of Object.values(await requestsOf(backend, INPUT))) {
      const address = [path, ...Object.values(query ?? {})]
      for (const secret of [password, newPassword, code, token, refreshToken, challenge]) {
        expect(address).not.toContain(secret)
      }
    }
  })

  it('send a recovery code where recovery codes go', async () => {
    const { verifyMfa } = await requestsOf(backend, { ...INPUT, factor: 'backup_code' })
    expect(verifyMfa).toEqual({
      method: 'POST',
      path: '/auth/mfa/recovery',
      body: { mfaTicket: 'ticket-1', recoveryCode: '123456' },
    })
  })

  it('say how to mend a missing address', () => {
    expect(() => edgebase({ baseUrl: '' })).toThrow(/^Gatewright: edgebase/)
  })
})

const ISSUED = NOW / 1000
const TOKEN = `h.${Buffer.from(JSON.stringify({ iat: ISSUED, exp: ISSUED + 900 })).toString('base64url')}.s`
const USER = {
  id: 'u1',
  email: 'ada@example.com',
  displayName: 'Ada',
  verified: true,
  role: 'user',
}
const ADA = { id: 'u1', email: 'ada@example.com', name: 'Ada', emailVerified: true }
const SESSION = { user: USER, accessToken: TOKEN, refreshToken: 'r' }
const GRANT = { user: ADA, accessToken: TOKEN, refreshToken: 'r', expiresInSeconds: 900 }

const SUCCESSES: readonly [action: string, body: unknown, result: unknown][] = [
  ['signIn', SESSION, GRANT],
  ['signUp', SESSION, { user: ADA, session: GRANT }],
  ['signOut', { ok: true }, {}],
  [
    'refresh',
    { ...SESSION, accessToken: 'opaque' },
    { ...GRANT, accessToken: 'opaque', expiresInSeconds: null },
  ],
  ['requestPasswordReset', { ok: true, message: 'If the email exists, a link is sent.' }, {}],
  ['changePassword', SESSION, GRANT],
  ['changePassword', { ok: true }, {}],
  ['linkEmail', SESSION, GRANT],
  ['getUser', { user: USER }, { user: ADA }],
  ['updateProfile', { user: USER, accessToken: TOKEN }, { user: ADA }],
  [
    'mfaStatus',
    { factors: [{ id: 'f', type: 'totp', verified: true, createdAt: 'x' }] },
    { enabled: true, factors: [{ id: 'f', kind: 'totp', label: null, verified: true }] },
  ],
  ['mfaStatus', { factors: [] }, { enabled: false, factors: [] }],
  [
    'startTotpEnrolment',
    { factorId: 'f', secret: 'S', qrCodeUri: 'otpauth://totp/x', recoveryCodes: ['a'] },
    { factorId: 'f', secret: 'S', uri: 'otpauth://totp/x', backupCodes: ['a'] },
  ],
  ['confirmTotpEnrolment', { ok: true }, { backupCodes: [] }],
  ['passkeySignInOptions', { options: { challenge: 'x' } }, { options: { challenge: 'x' } }],
  [
    'listPasskeys',
    { passkeys: [{ id: 'p', credentialId: 'cred', createdAt: '2026-01-15T12:00:00Z' }] },
    { passkeys: [{ id: 'cred', credentialId: 'cred', name: null, createdAt: NOW }] },
  ],
  [
    'listSessions',
    { sessions: [{ id: 's', createdAt: '2026-01-15T12:00:00Z', ip: '::1', userAgent: 'UA' }] },
    {
      sessions: [
        {
          id: 's',
          current: null,
          userAgent: 'UA',
          ipAddress: '::1',
          createdAt: NOW,
          lastActiveAt: null,
        },
      ],
    },
  ],
  [
    'listIdentities',
    { identities: [{ id: 'i', kind: 'oauth', provider: 'github', canUnlink: false }], methods: {} },
    { identities: [{ id: 'i', provider: 'github', canUnlink: false }] },
  ],
  ['linkOAuth', { redirectUrl: 'https://github.com/x' }, { url: 'https://github.com/x' }],
  ['startOAuth', { url: 'https://app.example/x' }, { url: 'https://app.example/x' }],
  [
    'getSignInContext',
    { captcha: { siteKey: 'k' } },
    { captchaSiteKey: 'k', providers: [], organization: null },
  ],
  [
    'getSignInContext',
    { captcha: null },
    { captchaSiteKey: null, providers: [], organization: null },
  ],
]

describe('EdgeBase successes', () => {
  it.each(SUCCESSES)('%s reads its success', async (action, body, result) => {
    const known = (await endpointsOf(backend)) as Record<string, Endpoint<unknown, unknown>>
    const endpoint = known[action]
    if (!endpoint) throw new Error(`No such action: ${action}`)
    expect(failureOf({ operation: endpoint.operation, status: 200, body })).toBeNull()
    expect(endpoint.result(body)).toEqual(result)
  })
})
