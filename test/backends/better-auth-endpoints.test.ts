import { describe, expect, it } from 'vitest'
import { betterAuth } from '../../src/backends/better-auth/index.js'

const NOW = Date.UTC(2026, 10, 21, 12, 0, 0)
const backend = betterAuth({ baseUrl: '/api/auth' })

describe('requests to Better Auth', () => {
  it('carry the captcha token in a header and the session in a cookie', () => {
    expect(backend).toMatchObject({ captchaHeader: 'x-captcha-response', session: 'cookie' })
    const request = backend.endpoints.signIn?.request({
      email: 'ada@example.com',
      password: 'secret',
      captchaToken: 'token',
    })
    expect(request).toMatchObject({ method: 'POST', path: '/sign-in/email' })
    expect(JSON.stringify(request)).not.toContain('token')
  })

  it('check a code where its factor is checked', () => {
    const pathFor = (factor: 'totp' | 'email' | 'backup_code') =>
      backend.endpoints.verifyMfa?.request({ challenge: '', factor, code: '1' }).path
    expect(pathFor('totp')).toBe('/two-factor/verify-totp')
    expect(pathFor('email')).toBe('/two-factor/verify-otp')
    expect(pathFor('backup_code')).toBe('/two-factor/verify-backup-code')
  })

  it('sign in by user name only where the server can', () => {
    const ada = { email: 'ada', password: 'secret' }
    const named = betterAuth({ baseUrl: '/api/auth', usernames: true })
    expect(backend.endpoints.signIn?.request(ada).path).toBe('/sign-in/email')
    expect(named.endpoints.signIn?.request(ada)).toMatchObject({
      path: '/sign-in/username',
      body: { username: 'ada' },
    })
  })

  it('reach step-up and the device flow only where they are set up', async () => {
    const plain = await backend.loadAccountEndpoints?.()
    expect(plain).not.toHaveProperty('stepUp')
    expect(plain).not.toHaveProperty('pollDeviceFlow')
    const set = betterAuth({ baseUrl: '/api/auth', stepUpPath: '/step-up', deviceClientId: 'tv' })
    const endpoints = await set.loadAccountEndpoints?.()
    expect(endpoints?.stepUp?.request({ password: 'secret' }).path).toBe('/step-up')
    expect(endpoints?.pollDeviceFlow?.request({ deviceCode: 'd' }).body).toMatchObject({
      client_id: 'tv',
      device_code: 'd',
    })
  })

  it('are refused without an address', () => {
    expect(() => betterAuth({ baseUrl: 'auth' })).toThrow(/Gatewright: betterAuth/)
  })
})

describe('what Better Auth hands out', () => {
  it('is read from success bodies, and from nothing else', async () => {
    const { endpoints } = backend
    const account = await backend.loadAccountEndpoints?.()
    const user = { id: '1', email: 'ada@example.com', name: 'Ada', emailVerified: true }

    expect(endpoints.signUp?.result({ token: null, user })).toEqual({ user, session: null })
    expect(endpoints.signUp?.result({ token: 't', user })).toMatchObject({ session: { user } })
    expect(endpoints.getSession?.result({ session: { id: 's' }, user })).toMatchObject({ user })
    expect(account?.signInWithPasskey?.result({ session: { id: 's' } })).toMatchObject({
      user: null,
    })
    expect(account?.mfaStatus?.result({ user: { ...user, twoFactorEnabled: true } })).toMatchObject(
      {
        enabled: true,
      },
    )
    const uri = 'otpauth://totp/Demo:ada?secret=JBSWY3DPEHPK3PXP&issuer=Demo'
    expect(account?.startTotpEnrolment?.result({ totpURI: uri, backupCodes: ['a-b'] })).toEqual({
      secret: 'JBSWY3DPEHPK3PXP',
      uri,
      backupCodes: ['a-b'],
      factorId: null,
    })
    expect(
      account?.listSessions?.result([
        { token: 't', userAgent: '', createdAt: '2026-11-21T12:00:00Z' },
      ]),
    ).toEqual({
      sessions: [
        {
          id: 't',
          current: null,
          userAgent: null,
          ipAddress: null,
          createdAt: NOW,
          lastActiveAt: null,
        },
      ],
    })
    expect(account?.listIdentities?.result([{ id: 'r', providerId: 'github' }])).toEqual({
      identities: [{ id: 'r', provider: 'github', canUnlink: false }],
    })

    const readers = Object.values({ ...endpoints, ...account }).map(({ result }) => result)
    for (const read of readers) {
      for (const body of ['<html>', undefined, null, [3], 7]) expect(read(body)).toBeNull()
    }
  })
})
