import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoAccounts } from '../../examples/embedded/server/demo-backend.js'
import type { Mail } from '../../examples/embedded/server/outbox.js'
import { STEP_UP_PATH } from '../../examples/embedded/contract.js'
import {
  startDemoServer,
  type DemoServer,
} from '../../examples/embedded/server/start-demo-server.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { Visitor } from './visitor.js'

const PASSWORD = 'correct horse battery staple'
const ADA = { email: 'ada@example.com', password: PASSWORD }
const WRONG = 'a wrong password'

let directory: string
let server: DemoServer

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demo-server-'))
  server = await startDemoServer({
    dataDir: directory,
    lockSeconds: 2,
    freshSeconds: 3,
    captchaAfter: Number.POSITIVE_INFINITY,
  })
})

afterAll(async () => {
  await server.close()
  await rm(directory, { recursive: true })
})

function visitor(): Visitor {
  return new Visitor(betterAuth({ baseUrl: `${server.origin}/api/auth`, stepUpPath: STEP_UP_PATH }))
}

async function dev<T>(path: string, method = 'GET'): Promise<T> {
  const response = await fetch(`${server.origin}/dev/${path}`, { method })
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

async function totpAccount() {
  const { accounts } = await dev<DemoAccounts>('accounts')
  const { totp } = accounts.find(({ state }) => state === 'totp')!
  return totp!
}

describe('a visitor with a password alone', () => {
  it('signs in, is known, signs out, and is not known any more', async () => {
    const ada = visitor()
    expect(await ada.does('signIn', ADA)).toMatchObject({
      status: 200,
      state: null,
      value: { user: { email: ADA.email, emailVerified: true } },
    })
    expect(await ada.does('getSession', {})).toMatchObject({
      value: { user: { name: 'Ada Lovelace' } },
    })

    expect(await ada.does('signOut', { refreshToken: null })).toMatchObject({
      status: 200,
      state: null,
    })
    expect(await ada.does('getSession', {})).toMatchObject({
      status: 200,
      state: { kind: 'sign_in_required', reason: 'missing' },
    })
    expect(await ada.does('listSessions', {})).toMatchObject({
      status: 401,
      state: { kind: 'sign_in_required' },
    })
  })

  it('is told how many tries are left, and has all of them again after the right password', async () => {
    const ada = visitor()
    const wrong = () => ada.does('signIn', { ...ADA, password: WRONG })
    const refused = { kind: 'invalid_credentials' }
    expect(await wrong()).toMatchObject({
      status: 401,
      state: { ...refused, attemptsRemaining: 4 },
    })
    expect(await wrong()).toMatchObject({
      status: 401,
      state: { ...refused, attemptsRemaining: 3 },
    })
    expect(await ada.does('signIn', ADA)).toMatchObject({ state: null })
    expect(await wrong()).toMatchObject({ state: { ...refused, attemptsRemaining: 4 } })
    expect(await ada.does('signIn', ADA)).toMatchObject({ state: null })
  })

  it('is told the same about an address nobody has', async () => {
    const nobody = { email: 'nobody@example.com', password: WRONG }
    expect(await visitor().does('signIn', nobody)).toMatchObject({
      status: 401,
      state: { kind: 'invalid_credentials', attemptsRemaining: 4 },
    })
  })

  it('is told which field is wrong', async () => {
    expect(await visitor().does('signIn', { email: 'ada', password: PASSWORD })).toMatchObject({
      status: 400,
      state: { kind: 'field_errors', fields: [{ name: 'email', reason: 'format' }] },
    })
    const short = { name: 'New', email: 'new@example.com', password: 'short' }
    expect(await visitor().does('signUp', short)).toMatchObject({
      state: { kind: 'field_errors', fields: [{ name: 'password', reason: 'too_short' }] },
    })
  })

  it('is locked out by the fifth wrong password, even with the right one, until the wait is over', async () => {
    const ada = visitor()
    for (let n = 1; n <= 4; n++) await ada.does('signIn', { ...ADA, password: WRONG })
    const fifth = await ada.does('signIn', { ...ADA, password: WRONG })
    expect(fifth).toMatchObject({ status: 423, state: { kind: 'account_locked' } })
    expect(fifth.retryAfter).toBe('2')

    const right = await ada.does('signIn', ADA)
    expect(right).toMatchObject({ status: 423, state: { kind: 'account_locked' } })
    await after(Number(right.retryAfter) * 1000)
    expect(await ada.does('signIn', ADA)).toMatchObject({ status: 200, state: null })
  })

  it('is locked out by wrong passwords tried all at once', async () => {
    const email = 'many@example.com'
    const attempts = Array.from({ length: 12 }, () =>
      visitor().does('signIn', { email, password: WRONG }),
    )
    const statuses = (await Promise.all(attempts)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401).length).toBeLessThan(5)
    expect(statuses.filter((status) => status === 423).length).toBeGreaterThan(7)
  })

  it('steps up with the password where a recent sign-in is wanted', async () => {
    const ada = visitor()
    await ada.does('signIn', ADA)
    expect(await ada.does('listSessions', {})).toMatchObject({ state: null })
    await after(3_100)
    expect(await ada.does('listSessions', {})).toMatchObject({
      status: 403,
      state: { kind: 'step_up_required' },
    })
    expect(await ada.does('stepUp', { password: WRONG })).toMatchObject({
      state: { kind: 'field_errors', fields: [{ name: 'password', reason: 'incorrect' }] },
    })
    expect(await ada.does('stepUp', { password: PASSWORD })).toMatchObject({ state: null })
    expect(await ada.does('listSessions', {})).toMatchObject({ status: 200, state: null })
  })
})

describe('a visitor whose address is not verified', () => {
  async function linkFor(email: string): Promise<URL> {
    const { mails } = await dev<{ mails: Mail[] }>('outbox')
    return new URL(mails.find(({ to }) => to === email)!.url)
  }

  it('signs in after opening the link in a new mail', async () => {
    const turing = { email: 'unverified@example.com', password: PASSWORD }
    const visiting = visitor()
    expect(await visiting.does('signIn', turing)).toMatchObject({
      status: 403,
      state: { kind: 'verification_required', channel: 'email', resend: true },
    })

    const before = await linkFor(turing.email)
    const { state } = await visiting.does('resendVerification', { email: turing.email })
    expect(state).toBeNull()
    const link = await linkFor(turing.email)
    expect(link.href).not.toBe(before.href)
    expect(`${link.origin}${link.pathname}`).toBe(`${server.origin}/verify-email`)

    const token = link.searchParams.get('token')!
    expect(await visiting.does('verifyEmail', { token: `${token}x` })).toMatchObject({
      status: 401,
      state: { kind: 'link_invalid', link: 'verify_email' },
    })
    expect(await visiting.does('verifyEmail', { token })).toMatchObject({ state: null })
    expect(await visiting.does('signIn', turing)).toMatchObject({ status: 200, state: null })
  })

  it('signs up, and sets a new password with a link that works once', async () => {
    const email = 'new@example.com'
    const visiting = visitor()
    const signedUp = await visiting.does('signUp', { email, name: 'New', password: PASSWORD })
    expect(signedUp).toMatchObject({ state: null, value: { user: { email }, session: null } })
    await visiting.does('verifyEmail', { token: (await linkFor(email)).searchParams.get('token')! })

    expect(await visiting.does('requestPasswordReset', { email })).toMatchObject({ state: null })
    const link = await linkFor(email)
    expect(link.pathname).toBe('/reset-password')
    const token = link.searchParams.get('token')!
    const newPassword = 'another horse'
    expect(await visiting.does('resetPassword', { token, newPassword })).toMatchObject({
      state: null,
    })
    expect(await visiting.does('resetPassword', { token, newPassword })).toMatchObject({
      status: 400,
      state: { kind: 'link_invalid', link: 'reset_password' },
    })
    expect(await visiting.does('signIn', { email, password: newPassword })).toMatchObject({
      state: null,
    })
  })
})

describe('a visitor with a second factor', () => {
  const GRACE = { email: 'totp@example.com', password: PASSWORD }

  async function atTheChallenge(): Promise<Visitor> {
    const grace = visitor()
    expect(await grace.does('signIn', GRACE)).toMatchObject({
      status: 200,
      state: {
        kind: 'mfa_required',
        challenge: '',
        factors: [{ kind: 'totp' }, { kind: 'backup_code' }],
      },
    })
    return grace
  }

  it('signs in with the code of an authenticator app, after a wrong one', async () => {
    const { secret } = await totpAccount()
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    const code = totp.generate()
    const wrong = code === '000000' ? '000001' : '000000'
    const grace = await atTheChallenge()
    const challenge = { challenge: '', factor: 'totp' } as const

    expect(await grace.does('verifyMfa', { ...challenge, code: wrong })).toMatchObject({
      status: 401,
      state: { kind: 'invalid_code', code: 'totp_invalid' },
    })
    expect(await grace.does('verifyMfa', { ...challenge, code: totp.generate() })).toMatchObject({
      status: 200,
      state: null,
      value: { user: { email: GRACE.email } },
    })
    expect(await grace.does('mfaStatus', {})).toMatchObject({ value: { enabled: true } })
  })

  it('signs in with a backup code, once', async () => {
    const [code = ''] = (await totpAccount()).backupCodes
    const backup = { challenge: '', factor: 'backup_code', code } as const
    expect(await (await atTheChallenge()).does('verifyMfa', backup)).toMatchObject({ state: null })
    expect(await (await atTheChallenge()).does('verifyMfa', backup)).toMatchObject({
      status: 401,
      state: { kind: 'invalid_code', factor: 'backup_code' },
    })
  })

  it('starts again when there is no challenge, or five wrong codes have used it up', async () => {
    const wrong = { challenge: '', factor: 'backup_code', code: 'wrong' } as const
    expect(await visitor().does('verifyMfa', wrong)).toMatchObject({
      status: 401,
      state: { kind: 'restart_required', restart: 'sign_in' },
    })
    const grace = await atTheChallenge()
    for (let n = 1; n <= 5; n++) await grace.does('verifyMfa', wrong)
    expect(await grace.does('verifyMfa', wrong)).toMatchObject({
      status: 400,
      state: { kind: 'restart_required', reason: 'expired', restart: 'sign_in' },
    })
  })

  it('sets up an authenticator app and confirms it', async () => {
    const ada = visitor()
    await ada.does('signIn', ADA)
    const started = await ada.does('startTotpEnrolment', { password: PASSWORD })
    const { secret, backupCodes } = started.value as { secret: string; backupCodes: string[] }
    expect(backupCodes).toHaveLength(10)

    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    expect(await ada.does('confirmTotpEnrolment', { code })).toMatchObject({ state: null })
    expect(await ada.does('startTotpEnrolment', { password: PASSWORD })).toMatchObject({
      state: { kind: 'done', what: 'mfa_enabled' },
    })
    expect(await ada.does('disableMfa', { password: PASSWORD })).toMatchObject({ state: null })
  })
})

describe('the demo itself', () => {
  it('is put back to its start on request: the locked account locked, the unverified one unverified', async () => {
    const { password, accounts } = await dev<DemoAccounts>('reset', 'POST')
    expect(accounts.map(({ email, state }) => [email, state])).toEqual([
      ['ada@example.com', 'plain'],
      ['totp@example.com', 'totp'],
      ['unverified@example.com', 'unverified'],
      ['locked@example.com', 'locked'],
    ])
    const kindFor = async (email: string) =>
      (await visitor().does('signIn', { email, password })).state?.kind
    expect(await kindFor('locked@example.com')).toBe('account_locked')
    expect(await kindFor('unverified@example.com')).toBe('verification_required')
    expect(await kindFor('totp@example.com')).toBe('mfa_required')
    expect(await kindFor('new@example.com')).toBe('invalid_credentials')
  })

  it('tells nothing at other addresses', async () => {
    expect((await fetch(`${server.origin}/dev/reset`)).status).toBe(404)
    expect((await fetch(`${server.origin}/dev/constructor`)).status).toBe(404)
    expect((await fetch(`${server.origin}/`)).status).toBe(404)
    const nowhere = await visitor().does('requestPhoneCode', { phone: '+15550100' })
    expect(nowhere).toMatchObject({ status: 404, state: { kind: 'configuration_error' } })
  })
})
