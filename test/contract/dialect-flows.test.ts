import { beforeEach, describe, expect, it } from 'vitest'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import type { AuthClient } from '../../src/client/auth-client.js'
import {
  createFakeAuthServer,
  edgebaseDialect,
  intelliauthDialect,
  type FakeAuthServer,
  type FakeAuthServerOptions,
} from '../../src/testing/index.js'
import { OPTIONAL, PAIRINGS } from './pairings.js'

const ADA = { email: 'ada@example.com', password: 'correct horse' }
const WITH_MFA = {
  ...ADA,
  factors: { totp: 'JBSWY3DPEHPK3PXP', backupCodes: ['AAAA-BBBB', 'CCCC-DDDD'] },
}
const baseUrl = 'http://auth.test'

describe.each(PAIRINGS)(
  '$name',
  ({ dialect, backend, locked, disabled, oauthOnly, lacks = [] }) => {
    const has = (action: (typeof OPTIONAL)[number]) => !lacks.includes(action)
    let server: FakeAuthServer
    let client: AuthClient

    function start(options: Partial<FakeAuthServerOptions> = {}) {
      server = createFakeAuthServer({ dialect, accounts: [ADA], ...options })
      client = createAuthClient({ backend, fetch: server.fetch, now: server.clock.now })
    }
    const value = <T>(outcome: { kind: string; value?: T }): T => {
      expect(outcome).toMatchObject({ kind: 'succeeded' })
      return outcome.value as T
    }
    beforeEach(() => start())

    it('offers what its contract has', async () => {
      const offered = await Promise.all(OPTIONAL.map((action) => client.supports(action)))
      expect(OPTIONAL.filter((_, index) => !offered[index])).toEqual(lacks)
    })

    it('signs in, refreshes and signs out', async () => {
      expect(await client.signIn(ADA)).toMatchObject({ kind: 'signed_in' })
      expect(client.getSession()).toMatchObject({ status: 'signed_in' })
      expect(await client.refresh()).toMatchObject({ kind: 'signed_in' })
      expect(await client.signOut()).toEqual({ kind: 'signed_out' })
      expect(
        server.requests.map(({ operation, status }) => [operation, Number(status) < 300]),
      ).toEqual([
        ['sign_in', true],
        ['refresh', true],
        ['sign_out', true],
      ])
    })

    it('says no more than that the e-mail or password is wrong', async () => {
      const wrong = { ...ADA, password: 'wrong' }
      const state = await client.signIn(wrong)
      expect(state).toMatchObject({ kind: 'invalid_credentials', code: 'invalid_credentials' })
      expect(await client.signIn({ ...wrong, email: 'nobody@example.com' })).toMatchObject({
        kind: 'invalid_credentials',
      })
    })

    it('locks out, or limits, after too many wrong passwords', async () => {
      const wrong = { ...ADA, password: 'wrong' }
      const tries = locked ? 5 : 11
      for (let n = 1; n < tries; n += 1) await client.signIn(wrong)
      expect(await client.signIn(wrong)).toMatchObject(
        locked ?? { kind: 'rate_limited', scope: 'sign_in' },
      )
      server.clock.advance(15 * 60)
      expect(await client.signIn(ADA)).toMatchObject({ kind: 'signed_in' })
    })

    it('counts down a rate limit where the wait is named', async () => {
      start({ signInLimit: { max: 1, perSeconds: 60 } })
      await client.signIn(ADA)
      expect(await client.signIn(ADA)).toMatchObject({ kind: 'rate_limited' })
    })

    it('asks for the second factor and takes a code or a backup code', async () => {
      start({ accounts: [WITH_MFA] })
      const asked = await client.signIn(ADA)
      if (asked.kind !== 'mfa_required') throw new Error(`expected mfa_required, got ${asked.kind}`)
      const { challenge } = asked
      expect(asked.factors.map(({ kind }) => kind)).toContain('totp')
      const answer = { challenge, factor: 'totp', code: '000000' } as const
      expect(await client.verifyMfa(answer)).toMatchObject({ kind: 'invalid_code', factor: 'totp' })
      expect(client.getSession()).toMatchObject({ status: 'signed_out' })

      const backup = { challenge, factor: 'backup_code', code: 'AAAA-BBBB' } as const
      expect(await client.verifyMfa({ ...backup, code: 'ZZZZ-ZZZZ' })).toMatchObject({
        kind: 'invalid_code',
        factor: 'backup_code',
      })
      expect(await client.verifyMfa(backup)).toMatchObject({ kind: 'signed_in' })

      const again = await client.signIn(ADA)
      if (again.kind !== 'mfa_required') throw new Error(`expected mfa_required, got ${again.kind}`)
      const code = server.currentCode(ADA.email)
      expect(await client.verifyMfa({ ...answer, challenge: again.challenge, code })).toMatchObject(
        {
          kind: 'signed_in',
        },
      )
    })

    it('starts over when the challenge has run out', async () => {
      start({ accounts: [WITH_MFA] })
      const asked = await client.signIn(ADA)
      if (asked.kind !== 'mfa_required') throw new Error(`expected mfa_required, got ${asked.kind}`)
      server.clock.advance(300)
      const code = server.currentCode(ADA.email)
      const late = { challenge: asked.challenge, factor: 'totp', code } as const
      expect(await client.verifyMfa(late)).toMatchObject({
        kind: 'restart_required',
        restart: 'sign_in',
      })
    })

    it('tells a blocked account as far as the backend does', async () => {
      server.editAccount(ADA.email, { status: 'disabled' })
      expect(await client.signIn(ADA)).toMatchObject(disabled ?? { kind: 'account_disabled' })
    })

    it('tells an account without a password as far as the backend does', async () => {
      start({ accounts: [{ email: ADA.email, oauthOnly: true }] })
      expect(await client.signIn(ADA)).toMatchObject(oauthOnly ?? { kind: 'invalid_credentials' })
    })

    it.runIf(has('signUp'))('signs up, refuses a weak password and a taken address', async () => {
      const grace = {
        email: 'grace@example.com',
        password: 'a long password',
        firstName: 'Grace',
        lastName: 'Hopper',
      }
      const weak = await client.signUp({ ...grace, password: 'short' })
      expect(weak).toMatchObject({ kind: 'field_errors', fields: [{ name: 'password' }] })
      expect(['signed_in', 'verification_required']).toContain((await client.signUp(grace)).kind)
      expect(await client.signUp(grace)).toMatchObject({
        kind: 'account_exists',
        identifier: 'email',
      })
    })

    it.runIf(dialect.id !== 'edgebase')(
      'waits for a verified address, and resends the mail',
      async () => {
        start({ accounts: [{ ...ADA, emailVerified: false }] })
        expect(await client.signIn(ADA)).toMatchObject({
          kind: 'verification_required',
          channel: 'email',
        })
        value(await client.resendVerification({ email: ADA.email }))
        const [mail] = server.outbox
        if (has('verifyEmail')) {
          value(await client.perform('verifyEmail', { token: mail?.token ?? '' }))
          const used = await client.perform('verifyEmail', { token: mail?.token ?? '' })
          expect(['link_invalid', 'field_errors']).toContain(used.kind)
        } else if (mail) {
          server.followLink(mail)
        }
        expect(await client.signIn(ADA)).toMatchObject({ kind: 'signed_in' })
      },
    )

    it('resets a forgotten password', async () => {
      value(await client.requestPasswordReset({ email: ADA.email }))
      expect(server.outbox).toHaveLength(1)
      if (!has('resetPassword')) return
      const token = server.outbox[0]?.token ?? ''
      const weak = await client.perform('resetPassword', { token, newPassword: 'short' })
      expect(weak).toMatchObject({ kind: 'field_errors', fields: [{ name: 'newPassword' }] })
      const newPassword = 'another long one'
      value(await client.perform('resetPassword', { token, newPassword }))
      expect(await client.signIn({ ...ADA, password: newPassword })).toMatchObject({
        kind: 'signed_in',
      })
    })

    it('enrols an authenticator app, and lets it go again', async () => {
      await client.signIn(ADA)
      const started = value(await client.perform('startTotpEnrolment', {}))
      expect(started.uri).toMatch(/^otpauth:/)
      const withFactor = started.factorId === null ? {} : { factorId: started.factorId }
      const confirm = (code: string) =>
        client.perform('confirmTotpEnrolment', { code, ...withFactor }, { factor: 'totp' })
      expect(await confirm('000000')).toMatchObject({ kind: 'invalid_code', factor: 'totp' })
      const { backupCodes } = value(await confirm(server.currentCode(ADA.email)))
      expect([...started.backupCodes, ...backupCodes].length).toBeGreaterThanOrEqual(8)
      if (has('mfaStatus')) {
        expect(value(await client.perform('mfaStatus', {}))).toMatchObject({ enabled: true })
      }
      if (has('regenerateBackupCodes')) {
        const code = server.currentCode(ADA.email)
        const fresh = value(await client.perform('regenerateBackupCodes', { code }))
        expect(fresh.backupCodes).not.toEqual(backupCodes)
      }
      if (has('disableMfa')) {
        const code = server.currentCode(ADA.email)
        value(await client.perform('disableMfa', { code }))
        await client.signOut()
        expect(await client.signIn(ADA)).toMatchObject({ kind: 'signed_in' })
      }
    })

    it('renews an expired access token once, without a word', async () => {
      await client.signIn(ADA)
      const read = has('getUser') ? 'getUser' : 'startTotpEnrolment'
      server.clock.advance(24 * 3600)
      expect(await client.perform(read, {})).toMatchObject({ kind: 'succeeded' })
      expect(server.requests.filter(({ operation }) => operation === 'refresh')).toHaveLength(1)
    })

    it('ends the session when the refresh token is dead', async () => {
      await client.signIn(ADA)
      server.clock.advance(60 * 24 * 3600)
      expect(await client.refresh()).toMatchObject({ kind: 'sign_in_required', clearTokens: true })
      expect(client.getSession()).toMatchObject({ status: 'signed_out' })
    })

    it.runIf(has('listSessions'))('lists sessions and ends one', async () => {
      await client.signIn(ADA)
      await createAuthClient({ backend, fetch: server.fetch }).signIn(ADA)
      const { sessions } = value(await client.perform('listSessions', {}))
      expect(sessions).toHaveLength(2)
      value(await client.perform('revokeSession', { id: sessions[1]?.id ?? '' }))
      const left = value(await client.perform('listSessions', {}))
      expect(left.sessions).toHaveLength(1)
    })

    it('is offline when it is forced to be', async () => {
      server.force('sign_in', 'offline')
      expect(await client.signIn(ADA)).toMatchObject({ kind: 'network_error' })
    })
  },
)

describe.each([
  { name: 'IntelliAuth', dialect: intelliauthDialect(), backend: intelliauth({ baseUrl }) },
  { name: 'EdgeBase', dialect: edgebaseDialect(), backend: edgebase({ baseUrl }) },
  {
    name: 'EdgeBase with slugs',
    dialect: edgebaseDialect({ slugs: true }),
    backend: edgebase({ baseUrl }),
  },
])('the captcha of $name', ({ dialect, backend }) => {
  it('is asked for, solved, and good for one sign-in', async () => {
    const server = createFakeAuthServer({ dialect, accounts: [ADA], captcha: 'always' })
    const client = createAuthClient({ backend, fetch: server.fetch })
    expect(await client.signIn(ADA)).toMatchObject({
      kind: 'captcha_required',
      reason: 'required',
    })
    const captchaToken = server.solveCaptcha()
    expect(await client.signIn({ ...ADA, captchaToken })).toMatchObject({ kind: 'signed_in' })
    expect(await client.signIn({ ...ADA, captchaToken })).toMatchObject({
      kind: 'captcha_required',
    })
  })
})
