import { describe, expect, it } from 'vitest'
import {
  authSvcDialect,
  createFakeAuthServer,
  intelliauthDialect,
  type FakeAuthServerOptions,
} from '../../src/testing/index.js'
import { post, send, type Answer } from './post.js'

const ADA = { email: 'ada@example.com', password: 'correct horse' }
const SECRET = 'JBSWY3DPEHPK3PXP'

function serverWith(options: Partial<FakeAuthServerOptions> = {}) {
  return createFakeAuthServer({ dialect: authSvcDialect(), accounts: [ADA], ...options })
}

const codeOf = ({ body }: Answer) =>
  (body as { error: { code: string } | null }).error?.code ?? null
/** What the answers of these stories carry between them. */
interface Data {
  user: { email: string }
  mfaRequired: boolean
  mfaToken: string
  accessToken: string
  otpauthUrl: string
  backupCodes: string[]
}
const dataOf = ({ body }: Answer) => (body as { data: Data }).data

describe('passwords and lockout', () => {
  it('lets the right password in, whatever the case of the address', async () => {
    const server = serverWith()
    const answer = await post(server, '/login', { ...ADA, email: ' Ada@Example.com ' })
    expect(answer.status).toBe(200)
    expect(dataOf(answer).user.email).toBe(ADA.email)
  })

  it('locks after the fifth wrong password and opens after fifteen minutes', async () => {
    const server = serverWith()
    const wrong = { ...ADA, password: 'wrong' }
    for (let n = 0; n < 4; n += 1)
      expect(codeOf(await post(server, '/login', wrong))).toBe('UNAUTHORIZED')
    expect(codeOf(await post(server, '/login', wrong))).toBe('ACCOUNT_LOCKED')
    server.clock.advance(15 * 60 - 1)
    expect(codeOf(await post(server, '/login', ADA))).toBe('ACCOUNT_LOCKED')
    server.clock.advance(1)
    expect((await post(server, '/login', ADA)).status).toBe(200)
  })

  it('locks an address nobody has just the same', async () => {
    const server = serverWith({ lockout: { failures: 2, seconds: 60 } })
    const nobody = { email: 'nobody@example.com', password: 'wrong' }
    expect(codeOf(await post(server, '/login', nobody))).toBe('UNAUTHORIZED')
    expect(codeOf(await post(server, '/login', nobody))).toBe('ACCOUNT_LOCKED')
  })

  it('forgets wrong passwords after a right one', async () => {
    const server = serverWith({ lockout: { failures: 2, seconds: 60 } })
    await post(server, '/login', { ...ADA, password: 'wrong' })
    await post(server, '/login', ADA)
    expect(codeOf(await post(server, '/login', { ...ADA, password: 'wrong' }))).toBe('UNAUTHORIZED')
  })

  it('tells the time left where the dialect does', async () => {
    const server = serverWith({
      dialect: intelliauthDialect(),
      lockout: { failures: 1, seconds: 90 },
    })
    const wrong = { ...ADA, password: 'wrong' }
    await post(server, '/api/v1/auth/login', wrong)
    server.clock.advance(30)
    const { body } = await post(server, '/api/v1/auth/login', wrong)
    expect(body).toMatchObject({ error: 'account_locked', details: { retry_after_s: 60 } })
  })

  it('limits attempts per address when told to, and names the wait', async () => {
    const server = serverWith({ signInLimit: { max: 2, perSeconds: 60 } })
    await post(server, '/login', ADA)
    await post(server, '/login', ADA)
    server.clock.advance(20)
    const limited = await post(server, '/login', ADA)
    expect(limited.status).toBe(429)
    expect(limited.headers.get('retry-after')).toBe('40')
    server.clock.advance(40)
    expect((await post(server, '/login', ADA)).status).toBe(200)
  })

  it('keeps out accounts that are unverified, suspended or have to reset their password', async () => {
    const server = serverWith()
    server.editAccount(ADA.email, { emailVerified: false })
    expect(codeOf(await post(server, '/login', ADA))).toBe('ACCOUNT_NOT_VERIFIED')
    server.editAccount(ADA.email, { emailVerified: true, status: 'suspended' })
    expect(codeOf(await post(server, '/login', ADA))).toBe('ACCOUNT_SUSPENDED')
    server.editAccount(ADA.email, { status: 'active', mustResetPassword: true })
    expect(codeOf(await post(server, '/login', ADA))).toBe('UNAUTHORIZED')
  })
})

describe('second factors', () => {
  const accounts = [{ ...ADA, factors: { totp: SECRET, backupCodes: ['AAAA-BBBB', 'CCCC-DDDD'] } }]

  async function challengeOf(server: ReturnType<typeof serverWith>): Promise<string> {
    const answer = await post(server, '/login', ADA)
    expect(dataOf(answer).mfaRequired).toBe(true)
    return dataOf(answer).mfaToken
  }

  it('accepts the current code and its neighbours, and no other', async () => {
    const server = serverWith({ accounts })
    const mfaToken = await challengeOf(server)
    const code = server.currentCode(ADA.email)
    server.clock.advance(60)
    expect(codeOf(await post(server, '/mfa/totp/verify', { mfaToken, code }))).toBe(
      'MFA_INVALID_CODE',
    )
    const fresh = server.currentCode(ADA.email)
    server.clock.advance(30)
    expect((await post(server, '/mfa/totp/verify', { mfaToken, code: fresh })).status).toBe(200)
  })

  it('accepts each backup code once, however it is typed', async () => {
    const server = serverWith({ accounts })
    const first = await challengeOf(server)
    const typed = { mfaToken: first, code: 'aaaa bbbb' }
    expect((await post(server, '/mfa/totp/verify', typed)).status).toBe(200)
    const second = await challengeOf(server)
    const again = await post(server, '/mfa/totp/verify', { mfaToken: second, code: 'AAAA-BBBB' })
    expect(codeOf(again)).toBe('MFA_INVALID_CODE')
  })

  it('ends a challenge after 300 s and after one success', async () => {
    const server = serverWith({ accounts })
    const late = await challengeOf(server)
    server.clock.advance(300)
    const code = server.currentCode(ADA.email)
    expect((await post(server, '/mfa/totp/verify', { mfaToken: late, code })).status).toBe(401)
    const mfaToken = await challengeOf(server)
    expect((await post(server, '/mfa/totp/verify', { mfaToken, code })).status).toBe(200)
    expect((await post(server, '/mfa/totp/verify', { mfaToken, code })).status).toBe(401)
  })

  it('enrols an authenticator app by its first code', async () => {
    const server = serverWith()
    const { accessToken: token } = dataOf(await post(server, '/login', ADA))
    const setup = await send(server, 'POST', '/mfa/totp/setup', { token })
    expect(dataOf(setup).otpauthUrl).toMatch(/^otpauth:\/\/totp\//)
    const enable = (code: string) =>
      send(server, 'POST', '/mfa/totp/enable', { token, body: { code } })
    expect(codeOf(await enable('000000'))).toBe('MFA_INVALID_CODE')
    const enabled = await enable(server.currentCode(ADA.email))
    const { backupCodes } = dataOf(enabled)
    expect(new Set(backupCodes).size).toBe(10)
    expect(codeOf(await send(server, 'POST', '/mfa/totp/setup', { token }))).toBe(
      'MFA_ALREADY_ENABLED',
    )
    expect(dataOf(await post(server, '/login', ADA))).toMatchObject({ mfaRequired: true })
  })

  it('refuses a secret no authenticator app could read', () => {
    expect(() => serverWith({ accounts: [{ ...ADA, factors: { totp: 'not base32!' } }] })).toThrow(
      /Gatewright: the account ada@example.com has a TOTP secret that is not base32/,
    )
  })
})

describe('captcha', () => {
  const login = '/api/v1/auth/login'
  const solved = (token: string) => ({ ...ADA, captcha: { provider: 'turnstile', token } })

  it('asks after some wrong passwords and takes each token once', async () => {
    const server = serverWith({ dialect: intelliauthDialect(), captcha: { afterFailures: 1 } })
    const wrong = { ...ADA, password: 'wrong' }
    expect((await post(server, login, wrong)).body).toMatchObject({ error: 'invalid_credentials' })
    expect((await post(server, login, ADA)).body).toMatchObject({
      error: 'captcha_required',
      details: { provider: 'turnstile', site_key: 'fake-site-key', action: 'login' },
    })
    const token = server.solveCaptcha()
    const spent = { ...solved(token), password: 'wrong' }
    expect((await post(server, login, spent)).body).toMatchObject({ error: 'invalid_credentials' })
    expect((await post(server, login, solved(token))).body).toMatchObject({
      error: 'captcha_required',
    })
    expect((await post(server, login, solved(server.solveCaptcha()))).status).toBe(200)
  })

  it('takes no token older than five minutes, and none it has not handed out', async () => {
    const server = serverWith({ dialect: intelliauthDialect(), captcha: 'always' })
    const token = server.solveCaptcha()
    server.clock.advance(300)
    expect((await post(server, login, solved(token))).status).toBe(403)
    expect((await post(server, login, solved('made up'))).status).toBe(403)
  })
})

describe('mails', () => {
  it('verifies a new address by the mailed token, once', async () => {
    const server = serverWith({ signsInOnSignUp: false })
    const grace = { email: 'grace@example.com', password: 'a long password' }
    expect((await post(server, '/signup/email', grace)).status).toBe(201)
    expect(codeOf(await post(server, '/signup/email', grace))).toBe('CONFLICT')
    expect(codeOf(await post(server, '/login', grace))).toBe('ACCOUNT_NOT_VERIFIED')
    await post(server, '/resend-verification', { email: grace.email })
    expect(server.outbox.map(({ kind, to }) => [kind, to])).toEqual([
      ['verify_email', grace.email],
      ['verify_email', grace.email],
    ])
    const token = server.outbox[1]?.token
    expect((await post(server, '/verify-email', { token })).status).toBe(200)
    expect((await post(server, '/verify-email', { token })).status).toBe(400)
    expect((await post(server, '/login', grace)).status).toBe(200)
  })

  it('lets a test follow a verification link without a route for it', async () => {
    const server = serverWith({ accounts: [{ ...ADA, emailVerified: false }] })
    await post(server, '/resend-verification', { email: ADA.email })
    const [mail] = server.outbox
    if (mail) server.followLink(mail)
    expect((await post(server, '/login', ADA)).status).toBe(200)
  })

  it('resets a password, which ends every session and a lockout', async () => {
    const server = serverWith({ lockout: { failures: 1, seconds: 600 } })
    const { accessToken: token } = dataOf(await post(server, '/login', ADA))
    await post(server, '/login', { ...ADA, password: 'wrong' })
    await post(server, '/password/forgot', { email: ADA.email })
    const reset = { token: server.outbox[0]?.token, newPassword: 'short' }
    expect(codeOf(await post(server, '/password/reset', reset))).toBe('BAD_REQUEST')
    const newPassword = 'another long one'
    expect((await post(server, '/password/reset', { ...reset, newPassword })).status).toBe(200)
    expect(codeOf(await send(server, 'GET', '/profile', { token }))).toBe('TOKEN_REVOKED')
    const signedIn = await post(server, '/login', { ...ADA, password: newPassword })
    expect(signedIn.status).toBe(200)
  })

  it('answers an unknown address like a known one, and sends nothing', async () => {
    const server = serverWith()
    const [known, unknown] = [
      await post(server, '/password/forgot', { email: ADA.email }),
      await post(server, '/password/forgot', { email: 'nobody@example.com' }),
    ]
    expect(dataOf(unknown)).toEqual(dataOf(known))
    expect(server.outbox).toHaveLength(1)
  })

  it('lets a link run out', async () => {
    const server = serverWith()
    await post(server, '/password/forgot', { email: ADA.email })
    server.clock.advance(3600)
    const reset = { token: server.outbox[0]?.token, newPassword: 'another long one' }
    expect((await post(server, '/password/reset', reset)).status).toBe(400)
  })
})
