import { describe, expect, it, vi } from 'vitest'
import { calimatic } from '../../src/backends/calimatic/index.js'
import { endpointsOf, NOW, requestsOf } from './answers.js'

const backend = calimatic({ baseUrl: '/api/auth' })

const TOKENS = {
  accessToken: 'opaque',
  refreshToken: 'r1',
  idToken: 'i1',
  expiresAt: new Date(NOW + 900_000).toISOString(),
  user: { userId: 'u1', email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
}

describe('success bodies', () => {
  it('reads the token set', () => {
    vi.useFakeTimers({ now: NOW })
    expect(backend.endpoints.signIn?.result(TOKENS)).toEqual({
      user: { id: 'u1', email: 'ada@example.com', name: 'Ada Lovelace', emailVerified: null },
      accessToken: 'opaque',
      refreshToken: 'r1',
      expiresInSeconds: 900,
    })
  })

  it("REL-21: counts the token's life by the server's clock, however wrong the one here is", () => {
    vi.useFakeTimers({ now: NOW + 86_400_000 })
    const claims = Buffer.from(JSON.stringify({ iat: NOW / 1000 })).toString('base64url')
    const grant = backend.endpoints.refresh?.result({ ...TOKENS, accessToken: `e30.${claims}.s` })
    expect(grant).toMatchObject({ expiresInSeconds: 900 })
    expect(backend.endpoints.refresh?.result(TOKENS)).toMatchObject({ expiresInSeconds: null })
  })

  it('takes a relay that keeps the refresh token to itself', () => {
    expect(backend.endpoints.signIn?.result({ accessToken: 'a' })).toEqual({
      user: null,
      accessToken: 'a',
      refreshToken: null,
      expiresInSeconds: null,
    })
  })

  it('a new account waits for its address, or is signed in at once', () => {
    const signUp = backend.endpoints.signUp
    expect(signUp?.result({ user: TOKENS.user })).toMatchObject({
      user: { id: 'u1' },
      session: null,
    })
    expect(signUp?.result({})).toEqual({ user: null, session: null })
    expect(signUp?.result(TOKENS)).toMatchObject({ session: { accessToken: 'opaque' } })
    expect(signUp?.result('<html>')).toBeNull()
  })

  it('reads what an account asks for', async () => {
    vi.useFakeTimers({ now: NOW })
    const account = await endpointsOf(backend)
    expect(account.mfaStatus?.result({ enabled: true })).toMatchObject({
      enabled: true,
      factors: [{ kind: 'totp' }],
    })
    expect(account.mfaStatus?.result({ enabled: false })).toEqual({ enabled: false, factors: [] })
    expect(
      account.startTotpEnrolment?.result({ secret: 'JBSW', otpauthUri: 'otpauth://totp/x' }),
    ).toEqual({
      secret: 'JBSW',
      uri: 'otpauth://totp/x',
      backupCodes: [],
      factorId: null,
    })
    expect(account.confirmTotpEnrolment?.result({ backupCodes: ['a-1'] })).toEqual({
      backupCodes: ['a-1'],
    })
    expect(account.regenerateBackupCodes?.result({ backupCodes: [] })).toEqual({ backupCodes: [] })
    expect(account.countBackupCodes?.result({ remaining: 7 })).toEqual({ remaining: 7 })
    expect(
      account.getLockoutStatus?.result({
        locked: true,
        remainingLockoutSeconds: null,
        lockedUntil: new Date(NOW + 5_000).toISOString(),
        attemptsRemaining: 0,
      }),
    ).toEqual({ locked: true, remainingSeconds: 5, attemptsRemaining: 0 })
    expect(
      account.getPasswordPolicy?.result({
        minLength: 12,
        requireNumbers: true,
        requireUppercase: false,
      }),
    ).toEqual({
      minLength: 12,
      maxLength: null,
      requires: ['digit'],
    })
    expect(
      account.listSessions?.result({
        sessions: [
          {
            id: 's1',
            application: 'web',
            createdAt: '2026-01-15T12:00:00Z',
            lastActiveAt: 'never',
          },
        ],
      }),
    ).toEqual({
      sessions: [
        {
          id: 's1',
          current: null,
          userAgent: null,
          ipAddress: null,
          createdAt: NOW,
          lastActiveAt: null,
        },
      ],
    })
  })

  it('SEC-26: takes no stranger for a success', async () => {
    const account = await endpointsOf(backend)
    for (const body of [
      undefined,
      null,
      '<html>',
      42,
      [],
      {},
      { secret: 1 },
      { sessions: 'x' },
      { accessToken: {} },
    ]) {
      expect(backend.endpoints.signIn?.result(body)).toBeNull()
      for (const name of [
        'mfaStatus',
        'startTotpEnrolment',
        'confirmTotpEnrolment',
        'countBackupCodes',
        'getLockoutStatus',
        'listSessions',
      ] as const) {
        expect(account[name]?.result(body)).toBeNull()
      }
    }
  })
})

describe('requests', () => {
  const ID = 'a/../b?c#d e'
  const everything = {
    email: 'ada@example.com',
    password: ' pass word ',
    newPassword: 'n',
    firstName: 'Ada',
    lastName: 'Lovelace',
    refreshToken: 'r1',
    challenge: 'mfa_7f3c',
    factor: 'backup_code',
    code: '123456',
    token: 'link',
    userId: ID,
    id: ID,
  }

  it('go where the reference says, with ids encoded', async () => {
    const id = encodeURIComponent(ID)
    expect(
      Object.entries(await requestsOf(backend, everything)).map(
        ([name, { method, path, bearer }]) => `${name}: ${method} ${path}${bearer ? ' +' : ''}`,
      ),
    ).toEqual([
      'signIn: POST /login',
      'signUp: POST /signup',
      'signOut: POST /logout',
      'refresh: POST /refresh',
      'verifyMfa: POST /mfa/verify',
      'resendVerification: POST /email/verify-send',
      'requestPasswordReset: POST /password/reset-send',
      'verifyEmail: POST /email/verify-confirm',
      'resetPassword: POST /password/reset-confirm',
      'mfaStatus: GET /mfa/status +',
      'startTotpEnrolment: POST /mfa/enroll +',
      'confirmTotpEnrolment: POST /mfa/enroll/confirm +',
      'disableMfa: POST /mfa/disable +',
      'countBackupCodes: GET /mfa/backup-codes +',
      'regenerateBackupCodes: POST /mfa/backup-codes +',
      'getLockoutStatus: GET /security/lockout-status',
      'getPasswordPolicy: GET /security/password-policy',
      'unlockAccount: POST /security/unlock +',
      'listSessions: GET /sessions +',
      `revokeSession: DELETE /sessions/${id} +`,
      'revokeAllSessions: DELETE /sessions +',
    ])
  })

  it('carry what was typed, unchanged, and no secret in an address', async () => {
    const sent = await requestsOf(backend, everything)
    expect(sent['signIn']?.body).toEqual({ email: 'ada@example.com', password: ' pass word ' })
    expect(sent['verifyMfa']?.body).toEqual({
      mfaToken: 'mfa_7f3c',
      code: '123456',
      method: 'backup_code',
    })
    expect(sent['resetPassword']?.body).toEqual({ token: 'link', newPassword: 'n' })
    for (const { path, query } of Object.values(sent)) {
      expect(path).toMatch(/^\/[^/?#\s]/)
      expect(Object.keys(query ?? {}).filter((name) => name !== 'userId')).toEqual([])
    }
  })
})
