import { describe, expect, it } from 'vitest'
import {
  authosDialect,
  createFakeAuthServer,
  edgebaseDialect,
  type FakeAuthServerOptions,
} from '../../src/testing/index.js'
import { post } from './post.js'

const ADA = { email: 'ada@example.com', password: 'correct horse', phone: '+15551234567' }

function edgebase(options: Partial<FakeAuthServerOptions> = {}) {
  const server = createFakeAuthServer({ dialect: edgebaseDialect(), accounts: [ADA], ...options })
  return {
    server,
    askForCode: (email = ADA.email) => post(server, '/api/auth/signin/email-otp', { email }),
    typeCode: (code: string) =>
      post(server, '/api/auth/verify-email-otp', { email: ADA.email, code }),
    askForLink: (email = ADA.email) => post(server, '/api/auth/signin/magic-link', { email }),
    follow: (token: string) => post(server, '/api/auth/verify-magic-link', { token }),
    last: () => server.outbox.at(-1)?.token ?? '',
  }
}

describe('a one-time code of the fake server', () => {
  it('signs in once', async () => {
    const { askForCode, typeCode, last, server } = edgebase()
    expect((await askForCode()).body).toEqual({ ok: true })
    expect(server.outbox).toEqual([
      expect.objectContaining({ kind: 'email_code', to: ADA.email, token: expect.any(String) }),
    ])
    expect(last()).toMatch(/^\d{6}$/)
    expect((await typeCode(last())).body).toMatchObject({ user: { email: ADA.email } })
    expect((await typeCode(last())).status).toBe(400)
  })

  it('is dead after five wrong ones, after five minutes and after the next', async () => {
    const { askForCode, typeCode, last, server } = edgebase()
    await askForCode()
    for (let n = 0; n < 5; n += 1) expect((await typeCode('000000')).status).toBe(401)
    expect(await typeCode(last())).toMatchObject({
      status: 429,
      body: { message: 'Too many failed OTP attempts. Please request a new code.' },
    })
    await askForCode()
    server.clock.advance(300)
    expect((await typeCode(last())).status).toBe(400)
    await askForCode()
    const older = last()
    await askForCode()
    expect(last()).not.toBe(older)
    expect((await typeCode(older)).status).toBe(401)
    expect((await typeCode(last())).status).toBe(200)
  })

  it('is answered alike for an unknown address, which gets none', async () => {
    const { askForCode, server } = edgebase()
    expect(await askForCode('nobody@example.com')).toEqual(await askForCode())
    expect(server.outbox).toHaveLength(1)
  })

  it('is sent five times an hour', async () => {
    const { askForCode } = edgebase()
    for (let n = 0; n < 5; n += 1) expect((await askForCode()).status).toBe(200)
    expect(await askForCode()).toMatchObject({
      status: 429,
      body: { message: 'Too many OTP requests for this email. Try again later.' },
    })
  })

  it('goes to a phone, too, and asks an account with a second factor for it', async () => {
    const factors = { totp: 'JBSWY3DPEHPK3PXP' }
    const { server, last } = edgebase({ accounts: [{ ...ADA, factors }] })
    await post(server, '/api/auth/signin/phone', { phone: ADA.phone })
    expect(server.outbox.at(-1)).toMatchObject({ kind: 'sms_code', to: ADA.phone })
    const { body } = await post(server, '/api/auth/verify-phone', {
      phone: ADA.phone,
      code: last(),
    })
    expect(body).toMatchObject({ mfaRequired: true })
  })

  it('is no link to be followed', async () => {
    const { askForCode, server } = edgebase()
    await askForCode()
    expect(() => server.followLink(server.outbox[0]!)).toThrow(/^Gatewright: followLink/)
  })
})

describe('a magic link of the fake server', () => {
  it('signs in once, and verifies the address', async () => {
    const unverified = { ...ADA, emailVerified: false }
    const { askForLink, follow, last } = edgebase({ accounts: [unverified] })
    await askForLink()
    expect((await follow(last())).body).toMatchObject({ user: { verified: true } })
    expect((await follow(last())).status).toBe(400)
  })

  it('is dead after a quarter of an hour', async () => {
    const { askForLink, follow, last, server } = edgebase()
    await askForLink()
    server.clock.advance(15 * 60)
    expect(await follow(last())).toMatchObject({
      status: 400,
      body: { message: 'Invalid or expired magic link token.' },
    })
  })

  it('opens an account for a new address where the backend does so', async () => {
    const { askForLink, follow, last } = edgebase()
    await askForLink('mary@example.com')
    expect((await follow(last())).body).toMatchObject({ user: { email: 'mary@example.com' } })

    const authos = createFakeAuthServer({ dialect: authosDialect(), accounts: [ADA] })
    const asked = await post(authos, '/api/auth/magic-link/request', { email: 'mary@example.com' })
    expect(asked.status).toBe(200)
    expect(authos.outbox).toHaveLength(0)
  })

  it('is verified by AuthOS at an address of its own', async () => {
    const server = createFakeAuthServer({ dialect: authosDialect(), accounts: [ADA] })
    await post(server, '/api/auth/magic-link/request', { email: ADA.email })
    const follow = () =>
      server.fetch(`/api/auth/magic-link/verify?token=${server.outbox[0]?.token ?? ''}`)
    expect(await (await follow()).json()).toMatchObject({ access_token: expect.any(String) })
    expect(await (await follow()).json()).toMatchObject({
      error: 'Invalid or expired magic link',
    })
  })
})

describe('a changed password', () => {
  it('leaves the session that changed it alone where the backend does so, and ends the others', async () => {
    const server = createFakeAuthServer({ dialect: authosDialect(), accounts: [ADA] })
    const enter = async () => {
      const { body } = await post(server, '/api/auth/login', ADA)
      return (body as { access_token: string }).access_token
    }
    const here = await enter()
    const elsewhere = await enter()
    const ask = async (token: string, path: string, body?: object) => {
      const response = await server.fetch(path, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
      return response.status
    }
    const passwords = { current_password: ADA.password, new_password: 'battery staple' }
    expect(await ask(here, '/api/user/change-password', passwords)).toBe(200)
    expect(await ask(here, '/api/user')).toBe(200)
    expect(await ask(elsewhere, '/api/user')).toBe(401)
  })
})
