import { describe, expect, it } from 'vitest'
import { authos } from '../../src/backends/authos/index.js'
import type { Endpoint } from '../../src/backends/backend.js'
import { endpointsOf, NOW, readerOf, requestsOf } from './answers.js'

const TENANT = { orgSlug: 'acme', serviceSlug: 'shop' }
const backend = authos({ baseUrl: 'https://sso.example', clientId: 'cli', ...TENANT })
const { failureOf } = readerOf(backend)

function jwt(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`
}

const SUCCESSES: readonly [action: string, body: unknown, result: unknown][] = [
  [
    'signIn',
    {
      access_token: jwt({ sub: 'u1', email: 'ada@example.com' }),
      refresh_token: 'r',
      expires_in: 9,
    },
    {
      user: { id: 'u1', email: 'ada@example.com', name: null, emailVerified: null },
      accessToken: jwt({ sub: 'u1', email: 'ada@example.com' }),
      refreshToken: 'r',
      expiresInSeconds: 9,
    },
  ],
  ['signUp', { message: 'Check your inbox' }, { user: null, session: null }],
  ['signOut', { message: 'Bye' }, {}],
  ['verifyEmail', '<!doctype html><p>Verified</p>', {}],
  [
    'getUser',
    { id: 'u1', email: 'ada@example.com', email_verified_at: null, permissions: [] },
    { user: { id: 'u1', email: 'ada@example.com', name: null, emailVerified: false } },
  ],
  [
    'mfaStatus',
    { enabled: true, has_backup_codes: true },
    { enabled: true, factors: [{ id: 'totp', kind: 'totp', label: null, verified: true }] },
  ],
  ['mfaStatus', { enabled: false, has_backup_codes: false }, { enabled: false, factors: [] }],
  [
    'startTotpEnrolment',
    { secret: 'S', qr_code_svg: '<svg/>', qr_code_uri: 'otpauth://totp/x' },
    { secret: 'S', uri: 'otpauth://totp/x', backupCodes: [], factorId: null },
  ],
  [
    'confirmTotpEnrolment',
    { enabled: true, backup_codes: ['AAAA-BBBB'] },
    { backupCodes: ['AAAA-BBBB'] },
  ],
  ['regenerateBackupCodes', { backup_codes: ['A', 'B'] }, { backupCodes: ['A', 'B'] }],
  [
    'listIdentities',
    [{ provider: 'github' }],
    {
      identities: [{ id: 'github', provider: 'github', canUnlink: null }],
    },
  ],
  ['linkOAuth', { authorization_url: 'https://github.com/x' }, { url: 'https://github.com/x' }],
  [
    'listTrustedDevices',
    {
      devices: [
        { id: 'd', device_name: 'Phone', last_used_at: '2026-01-15T12:00:00Z', is_trusted: true },
      ],
      total: 1,
    },
    { devices: [{ id: 'd', name: 'Phone', lastUsedAt: NOW, trusted: true }] },
  ],
  [
    'passkeySignInOptions',
    { challenge_id: 'c', options: { publicKey: { challenge: 'x' } } },
    { options: { challenge: 'x' }, challengeId: 'c' },
  ],
  [
    'signInWithPasskey',
    { access_token: 'a', refresh_token: 'r', expires_in: 9, token: 'a', user_id: 'u1' },
    { user: null, accessToken: 'a', refreshToken: 'r', expiresInSeconds: 9 },
  ],
  [
    'listPasskeys',
    [{ id: 'p', name: 'Key', created_at: '2026-01-15T12:00:00Z', transports: [] }],
    { passkeys: [{ id: 'p', name: 'Key', createdAt: NOW }] },
  ],
  [
    'lookupSso',
    { connection_id: 'c', provider_name: 'Okta', domain_verified: true, auth_method: 'upstream' },
    { method: 'sso', connectionId: 'c', providerName: 'Okta' },
  ],
  [
    'getSignInContext',
    { organization: { name: 'Acme' }, service: null, available_providers: ['github'] },
    { captchaSiteKey: null, providers: ['github'], organization: 'Acme' },
  ],
  [
    'startOAuth',
    { url: 'https://sso.example/auth/github' },
    { url: 'https://sso.example/auth/github' },
  ],
  [
    'startDeviceFlow',
    {
      device_code: 'd',
      user_code: 'ABCD-EFGH',
      verification_uri: 'https://a.example',
      expires_in: 900,
      interval: 5,
    },
    {
      deviceCode: 'd',
      userCode: 'ABCD-EFGH',
      verificationUri: 'https://a.example',
      expiresInSeconds: 900,
      intervalSeconds: 5,
    },
  ],
  [
    'pollDeviceFlow',
    { access_token: 'a', token_type: 'Bearer', expires_in: 9 },
    { user: null, accessToken: 'a', refreshToken: null, expiresInSeconds: 9 },
  ],
  [
    'verifyDeviceCode',
    { org_slug: 'acme', service_slug: 'shop', available_providers: ['github'] },
    { providers: ['github'] },
  ],
]

/** Every field any action asks for. */
const INPUT = {
  email: 'ada@example.com',
  password: 'long enough',
  newPassword: 'longer still',
  currentPassword: 'long enough',
  token: 'link-token',
  refreshToken: 'refresh-1',
  challenge: 'preauth',
  factor: 'totp',
  code: '123456',
  id: 'a/../b?c#d e',
  name: 'Ada',
  provider: 'git hub/',
  redirectUrl: 'https://app.example/done',
  state: 's1',
  changes: { email: 'ada@example.com' },
  response: { id: 'credential' },
  challengeId: 'ceremony-1',
  deviceCode: 'device-1',
  userCode: 'ABCD-EFGH',
} as const
const ID = 'a%2F..%2Fb%3Fc%23d%20e'

describe('AuthOS endpoints', () => {
  it('go where the contract says, with a bearer (+) only where one is needed and ids encoded', async () => {
    const sent = Object.entries(await requestsOf(backend, INPUT))
    expect(
      sent.map(
        ([name, { method, path, bearer }]) => `${name}: ${method} ${path}${bearer ? ' +' : ''}`,
      ),
    ).toEqual([
      'signIn: POST /api/auth/login',
      'signUp: POST /api/auth/register',
      'signOut: POST /api/auth/logout +',
      'refresh: POST /api/auth/refresh',
      'verifyMfa: POST /api/auth/mfa/verify',
      'resendVerification: POST /api/auth/resend-verification',
      'requestPasswordReset: POST /api/auth/forgot-password',
      'requestMagicLink: POST /api/auth/magic-link/request',
      'verifyMagicLink: GET /api/auth/magic-link/verify',
      'passkeySignInOptions: POST /api/auth/passkeys/authenticate/start',
      'signInWithPasskey: POST /api/auth/passkeys/authenticate/finish',
      'passkeyRegistrationOptions: POST /api/auth/passkeys/register/start +',
      'registerPasskey: POST /api/auth/passkeys/register/finish +',
      'listPasskeys: GET /api/auth/passkeys +',
      `renamePasskey: PATCH /api/auth/passkeys/${ID} +`,
      `deletePasskey: DELETE /api/auth/passkeys/${ID} +`,
      'startOAuth: GET /auth/git%20hub%2F',
      'lookupSso: POST /api/auth/lookup-email',
      'getSignInContext: GET /api/auth/context',
      'verifyDeviceCode: POST /auth/device/verify',
      'startDeviceFlow: POST /auth/device/code',
      'pollDeviceFlow: POST /auth/token',
      'verifyEmail: GET /auth/verify-email',
      'resetPassword: POST /api/auth/reset-password',
      'changePassword: POST /api/user/change-password +',
      'setPassword: POST /api/user/set-password +',
      'getUser: GET /api/user +',
      'updateProfile: PATCH /api/user +',
      `selectOrganization: POST /api/organizations/${ID}/select +`,
      'mfaStatus: GET /api/user/mfa/status +',
      'startTotpEnrolment: POST /api/user/mfa/setup +',
      'confirmTotpEnrolment: POST /api/user/mfa/verify +',
      'disableMfa: DELETE /api/user/mfa +',
      'regenerateBackupCodes: POST /api/user/mfa/backup-codes/regenerate +',
      'listIdentities: GET /api/user/identities +',
      'linkOAuth: POST /api/user/identities/git%20hub%2F/link +',
      `unlinkIdentity: DELETE /api/user/identities/${ID} +`,
      'listTrustedDevices: GET /api/user/devices +',
      `renameTrustedDevice: PATCH /api/user/devices/${ID} +`,
      `trustDevice: POST /api/user/devices/${ID}/trust +`,
      `revokeTrustedDevice: POST /api/user/devices/${ID}/revoke +`,
      'revokeAllTrustedDevices: POST /api/user/devices/revoke-all +',
    ])
  })

  it('keep passwords, codes and sessions out of every address', async () => {
    const { password, newPassword, code, refreshToken, challenge } = INPUT
    for (const { path, query } of Object.values(await requestsOf(backend, INPUT))) {
      const address = [path, ...Object.values(query ?? {})]
      for (const secret of [password, newPassword, code, refreshToken, challenge]) {
        expect(address).not.toContain(secret)
      }
    }
  })

  it('speak the server’s snake_case', async () => {
    const sent = await requestsOf(backend, INPUT)
    expect(sent['verifyMfa']?.body).toEqual({ preauth_token: 'preauth', code: '123456' })
    expect(sent['refresh']?.body).toEqual({ refresh_token: 'refresh-1' })
    expect(sent['resetPassword']?.body).toEqual({
      token: 'link-token',
      new_password: 'longer still',
    })
    expect(sent['signInWithPasskey']?.body).toEqual({
      challenge_id: 'ceremony-1',
      credential: { id: 'credential' },
    })
    expect(sent['pollDeviceFlow']?.body).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: 'device-1',
      client_id: 'cli',
    })
  })

  it('name the tenant where the contract has a place for it', async () => {
    const sent = await requestsOf(backend, INPUT)
    expect(sent['signIn']?.body).toMatchObject({ org_slug: 'acme', service_slug: 'shop' })
    expect(sent['signUp']?.body).toMatchObject({ redirect_uri: INPUT.redirectUrl })
    expect(sent['startDeviceFlow']?.body).toEqual({
      client_id: 'cli',
      org: 'acme',
      service: 'shop',
    })
    expect(sent['startOAuth']).toMatchObject({
      query: { org: 'acme', service: 'shop', redirect_uri: INPUT.redirectUrl, state: 's1' },
      navigate: true,
    })
  })

  it('leave out the redirect address the server would refuse without a service', async () => {
    const sent = await requestsOf(authos({ baseUrl: '/sso' }), INPUT)
    expect(sent['signUp']?.body?.['redirect_uri']).toBeUndefined()
  })

  it('offer no device flow of one’s own without a client id', async () => {
    const known = await endpointsOf(authos({ baseUrl: '/sso' }))
    expect(known.startDeviceFlow).toBeUndefined()
    expect(known.verifyDeviceCode).toBeDefined()
  })

  it('say how to mend a service without an organisation, or no address', () => {
    expect(() => authos({ baseUrl: '/', serviceSlug: 'shop' })).toThrow(/^Gatewright: .*orgSlug/)
    expect(() => authos({ baseUrl: '' })).toThrow(/^Gatewright: authos/)
  })

  it.each(SUCCESSES)('%s reads its success', async (action, body, result) => {
    const endpoint = await anyEndpoint(action)
    const { operation } = endpoint
    expect(failureOf({ operation, status: 200, body })).toBeNull()
    expect(endpoint.result(body)).toEqual(result)
  })
})

async function anyEndpoint(action: string): Promise<Endpoint<unknown, unknown>> {
  const known = (await endpointsOf(backend)) as Record<string, Endpoint<unknown, unknown>>
  const endpoint = known[action]
  if (!endpoint) throw new Error(`No such action: ${action}`)
  return endpoint
}
