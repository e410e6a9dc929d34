import { describe, expect, it } from 'vitest'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import { jwt } from '../components/scripted-server.js'
import { endpointsOf, requestsOf } from './answers.js'

const BASE = { baseUrl: 'https://tenant.example/' }
const backend = intelliauth({ ...BASE, clientId: 'app_1' })

describe('requests', () => {
  const ID = 'a/../b?c#d e'
  const everything = {
    email: 'ada@example.com',
    password: ' pass word ',
    captchaToken: 'captcha-1',
    refreshToken: 'r1',
    challenge: ID,
    factor: 'totp',
    factorId: ID,
    code: '123456',
    level: 'AAL2',
    provider: 'google',
    verifier: 'v1',
    redirectUrl: 'https://app.example/callback',
    state: 's1',
    codeChallenge: 'c1',
  } as const

  it('go where the reference says, below the tenant', async () => {
    expect(backend.baseUrl).toBe('https://tenant.example')
    const sent = Object.entries(await requestsOf(backend, everything))
    expect(
      sent.map(
        ([name, { method, path, bearer }]) => `${name}: ${method} ${path}${bearer ? ' +' : ''}`,
      ),
    ).toEqual([
      'signIn: POST /api/v1/auth/login',
      'signOut: POST /api/v1/auth/logout +',
      'refresh: POST /oauth2/token',
      'verifyMfa: POST /api/v1/auth/mfa/complete',
      'sendMfaCode: POST /api/v1/auth/mfa/begin',
      'resendVerification: POST /api/v1/auth/email/resend',
      'requestPasswordReset: POST /api/v1/auth/password/reset',
      'listMfaFactors: GET /api/v1/auth/mfa/factors',
      'mfaPasskeyOptions: POST /api/v1/auth/mfa/begin',
      'verifyMfaWithPasskey: POST /api/v1/auth/mfa/complete',
      'startTotpEnrolment: POST /api/v1/me/mfa/totp +',
      'confirmTotpEnrolment: POST /api/v1/me/mfa/totp/verify +',
      'stepUp: POST /api/v1/auth/step-up +',
      'startOAuth: GET /oauth2/authorize',
      'exchangeOAuthCode: POST /oauth2/token',
    ])
  })

  it('keep ids and secrets out of paths, and secrets out of queries', async () => {
    for (const { path, query } of Object.values(await requestsOf(backend, everything))) {
      expect(path).toMatch(/^\/[a-z0-9/-]+$/)
      const values = Object.values(query ?? {})
      for (const secret of [
        everything.password,
        everything.refreshToken,
        everything.verifier,
        everything.code,
      ]) {
        expect(values).not.toContain(secret)
      }
    }
  })

  it('repeat the same sign-in with the captcha token in the body', async () => {
    const sent = async (provider?: string) =>
      (
        await requestsOf(
          intelliauth({ ...BASE, ...(provider ? { captchaProvider: provider } : {}) }),
          everything,
        )
      )['signIn']?.body
    const ada = { email: 'ada@example.com', password: ' pass word ' }
    expect(await sent()).toEqual({ ...ada, captcha: { provider: 'turnstile', token: 'captcha-1' } })
    expect(await sent('hcaptcha')).toMatchObject({ captcha: { provider: 'hcaptcha' } })
    expect(backend.endpoints.signIn?.request(ada).body).toEqual(ada)
  })

  it('answer a challenge by the handle of a factor, or by its kind where none was given', () => {
    const { verifyMfa, sendMfaCode } = backend.endpoints
    const step = { challenge: 'flow_1', factor: 'totp', code: '123456' } as const
    expect(verifyMfa?.request({ ...step, factorId: 'factor_1' }).body).toEqual({
      flow_id: 'flow_1',
      factor_id: 'factor_1',
      code: '123456',
    })
    expect(verifyMfa?.request(step).body).toEqual({
      flow_id: 'flow_1',
      kind: 'totp',
      code: '123456',
    })
    expect(
      sendMfaCode?.request({ challenge: 'flow_1', factor: 'sms', factorId: 'factor_2' }).body,
    ).toEqual({ flow_id: 'flow_1', factor_id: 'factor_2' })
  })

  it('answer the WebAuthn factor with what the passkey signed', async () => {
    const { mfaPasskeyOptions, verifyMfaWithPasskey } = await endpointsOf(backend)
    const named = { challenge: 'flow_1', factorId: 'factor_3' }
    expect(mfaPasskeyOptions?.request(named).body).toEqual({
      flow_id: 'flow_1',
      factor_id: 'factor_3',
    })
    expect(mfaPasskeyOptions?.request({ challenge: 'flow_1' }).body).toEqual({
      flow_id: 'flow_1',
      kind: 'webauthn',
    })
    const response = { id: 'credential_1', type: 'public-key' }
    expect(verifyMfaWithPasskey?.request({ ...named, response }).body).toEqual({
      flow_id: 'flow_1',
      factor_id: 'factor_3',
      credential: response,
    })
  })

  it('enrol for the sign-in that waits for it, or for the session', async () => {
    const { startTotpEnrolment, confirmTotpEnrolment } = await endpointsOf(backend)
    const challenge = 'flow_1'
    expect(startTotpEnrolment?.takes).toEqual(['challenge'])
    expect(startTotpEnrolment?.request({ challenge }).body).toEqual({ flow_id: 'flow_1' })
    expect(startTotpEnrolment?.request({}).body).toEqual({})
    expect(confirmTotpEnrolment?.request({ code: '123456', challenge }).body).toEqual({
      code: '123456',
      flow_id: 'flow_1',
    })
    expect(confirmTotpEnrolment?.request({ code: '123456' }).body).toEqual({ code: '123456' })
  })

  it('send the token endpoint a form', async () => {
    const { refresh, exchangeOAuthCode } = await endpointsOf(backend)
    expect(refresh?.request({ refreshToken: 'r1' })).toMatchObject({
      form: true,
      body: { grant_type: 'refresh_token', refresh_token: 'r1', client_id: 'app_1' },
    })
    expect(refresh?.request({ refreshToken: null }).body?.['refresh_token']).toBeUndefined()
    expect(
      exchangeOAuthCode?.request({
        code: 'c',
        verifier: 'v',
        redirectUrl: 'https://app.example/cb',
      }),
    ).toMatchObject({
      form: true,
      body: {
        grant_type: 'authorization_code',
        code: 'c',
        code_verifier: 'v',
        redirect_uri: 'https://app.example/cb',
        client_id: 'app_1',
      },
    })
  })

  it('go to the authorization page with PKCE', async () => {
    expect((await requestsOf(backend, everything))['startOAuth']).toEqual({
      method: 'GET',
      path: '/oauth2/authorize',
      navigate: true,
      query: {
        response_type: 'code',
        client_id: 'app_1',
        redirect_uri: 'https://app.example/callback',
        state: 's1',
        code_challenge: 'c1',
        code_challenge_method: 'S256',
      },
    })
  })

  it.each([
    ['2', 2],
    ['AAL3', 3],
    ['aal1', 1],
    ['phishing-resistant', 'phishing-resistant'],
    [undefined, undefined],
  ])('ask for the level %s as %s', async (level, required_aal) => {
    const { stepUp } = await endpointsOf(backend)
    const request = stepUp?.request({ code: '123456', ...(level === undefined ? {} : { level }) })
    expect(request?.body).toEqual({ required_aal, code: '123456', password: undefined })
  })

  it('need an address', () => {
    expect(() => intelliauth({ baseUrl: 'tenant' })).toThrow(
      /^Gatewright: intelliauth\(\{ baseUrl \}\)/,
    )
  })
})

describe('success bodies', () => {
  it('reads a sign-in and a token answer', () => {
    const { signIn, refresh } = backend.endpoints
    expect(
      signIn?.result({
        data: {
          state: 'success',
          session: { id: 's1', user_id: 'u1' },
          access_token: 'a',
          refresh_token: 'r',
          expires_in: 3600,
        },
      }),
    ).toEqual({
      user: { id: 'u1', email: null, name: null, emailVerified: null },
      accessToken: 'a',
      refreshToken: 'r',
      expiresInSeconds: 3600,
    })
    expect(refresh?.result({ access_token: 'a', token_type: 'Bearer', id_token: 'i' })).toEqual({
      user: null,
      accessToken: 'a',
      refreshToken: null,
      expiresInSeconds: null,
    })
  })

  it('knows from the ID token beside exchanged tokens who signed in, and lives without one', async () => {
    const { exchangeOAuthCode } = await endpointsOf(backend)
    const userBeside = (id_token: unknown) =>
      exchangeOAuthCode?.result({ access_token: 'a', token_type: 'Bearer', id_token })?.user
    const claims = { sub: 'u1', email: 'ada@example.com', name: 'Ada', email_verified: true }
    expect(userBeside(jwt(claims))).toEqual({
      id: 'u1',
      email: 'ada@example.com',
      name: 'Ada',
      emailVerified: true,
    })
    expect(userBeside(jwt({ sub: 'u1', email: 7 }))).toMatchObject({ id: 'u1', email: null })
    for (const none of [undefined, null, 7, '', 'i', 'a.b.c', jwt({ email: 'ada@example.com' })]) {
      expect(userBeside(none)).toBeNull()
    }
  })

  it('asks for the scope that it was made for', async () => {
    const scopeOf = async (options: { scope?: string }) => {
      const { startOAuth } = await endpointsOf(intelliauth({ baseUrl: '/api', ...options }))
      return startOAuth?.request({ provider: 'x', redirectUrl: 'https://app.example/callback' })
        .query?.['scope']
    }
    expect(await scopeOf({})).toBeUndefined()
    expect(await scopeOf({ scope: 'openid email' })).toBe('openid email')
  })

  it('reads what a passkey has to sign, and nothing that lacks a challenge', async () => {
    const { mfaPasskeyOptions } = await endpointsOf(backend)
    const options = { kind: 'webauthn', challenge: 'Y2hhbGxlbmdl', rpId: 'tenant.example' }
    expect(mfaPasskeyOptions?.result({ data: options })).toEqual({ options })
    for (const body of [
      undefined,
      null,
      {},
      { data: { kind: 'totp' } },
      { data: { challenge: 1 } },
    ]) {
      expect(mfaPasskeyOptions?.result(body)).toBeNull()
    }
  })

  it('reads the factors of a flow', async () => {
    const { listMfaFactors } = await endpointsOf(backend)
    expect(
      listMfaFactors?.result({
        data: [
          { id: 'factor_1', kind: 'totp', label: 'Phone' },
          { id: 'factor_2', kind: 'recovery_codes' },
          { id: 'factor_3', kind: 'carrier_pigeon' },
        ],
      }),
    ).toEqual({
      factors: [
        { id: 'factor_1', kind: 'totp', label: 'Phone', verified: true },
        { id: 'factor_2', kind: 'backup_code', label: null, verified: true },
      ],
    })
  })

  it('reads an enrolment, with or without backup codes at its end', async () => {
    const { startTotpEnrolment, confirmTotpEnrolment } = await endpointsOf(backend)
    expect(
      startTotpEnrolment?.result({
        data: { kind: 'pending', secret: 'JBSW', qr_code: 'data:,', uri: 'otpauth://totp/x' },
      }),
    ).toEqual({ secret: 'JBSW', uri: 'otpauth://totp/x', backupCodes: [], factorId: null })
    expect(confirmTotpEnrolment?.result({ data: { kind: 'success' } })).toEqual({ backupCodes: [] })
    expect(confirmTotpEnrolment?.result({ data: { backup_codes: ['a-1'] } })).toEqual({
      backupCodes: ['a-1'],
    })
  })

  it('a step-up hands out a new token, or leaves it to the next refresh', async () => {
    const { stepUp } = await endpointsOf(backend)
    expect(stepUp?.result({ data: { state: 'success', access_token: 'a2' } })).toMatchObject({
      accessToken: 'a2',
    })
    expect(stepUp?.result(undefined)).toEqual({})
  })

  it('SEC-26: takes no stranger for a success', async () => {
    const { signIn, refresh, verifyMfa, exchangeOAuthCode, listMfaFactors, startTotpEnrolment } =
      await endpointsOf(backend)
    for (const body of [
      undefined,
      null,
      '<html>',
      42,
      {},
      { data: null },
      { data: { access_token: {} } },
      { data: { state: 'new' } },
    ]) {
      for (const endpoint of [
        signIn,
        refresh,
        verifyMfa,
        exchangeOAuthCode,
        listMfaFactors,
        startTotpEnrolment,
      ]) {
        expect(endpoint?.result(body)).toBeNull()
      }
    }
  })
})
