import { describe, expect, it } from 'vitest'
import { authos } from '../../src/backends/authos/index.js'
import { RULES } from '../../src/backends/authos/rules.js'
import type { Endpoint } from '../../src/backends/backend.js'
import type { Operation, OperationContext } from '../../src/errors/operation.js'
import { endpointsOf, expectOneKind, HOSTILE_BODIES, NOW, readerOf } from './answers.js'
import { BY_OPERATION, oneField, SEED, TEXTS, UNLISTED } from './authos-answers.js'

const backend = authos({ baseUrl: 'https://sso.example', clientId: 'cli' })
const { failureOf, stateOf } = readerOf(backend)

interface Call extends Partial<OperationContext> {
  headers?: Readonly<Record<string, string>>
}

function outcome(operation: Operation, status: number, body: unknown, call: Call = {}) {
  return stateOf({ operation, status, body, ...call })
}

function envelope(code: string, text = 'Some words for developers') {
  return { error: text, error_code: code, timestamp: '2026-01-15T12:00:00Z' }
}

function jwt(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`
}

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_REQUEST: 400,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
  DUPLICATE_CONSTRAINT: 400,
}

describe('AuthOS codes', () => {
  it.each(SEED)('seed 002: %s (%i)', (code, status, expected) => {
    const operation = code.startsWith('SCIM') ? 'scim' : 'api_call'
    const asked = code === 'MFA_REQUIRED' ? 'sign_in' : operation
    expect(outcome(asked, status, envelope(code))).toMatchObject(expected)
  })

  it.each(UNLISTED)('a code the seed leaves out: %s (%i)', (code, status, expected) => {
    expect(outcome('api_call', status, envelope(code))).toMatchObject(expected)
  })

  it.each(BY_OPERATION)(
    'at %s, %s (%i) has its own meaning',
    (operation, code, status, expected) => {
      expect(outcome(operation, status, envelope(code))).toMatchObject(expected)
    },
  )

  it('names the factor a wrong code was typed for', () => {
    const wrong = envelope('INVALID_MFA_CODE')
    expect(outcome('mfa_challenge', 400, wrong, { factor: 'backup_code' })).toMatchObject({
      code: 'backup_code_invalid',
      factor: 'backup_code',
    })
    expect(outcome('mfa_challenge', 400, wrong, { factor: 'totp' })).toMatchObject({
      code: 'totp_invalid',
      factor: 'totp',
    })
  })

  it('keeps the raw code and a request id for support', () => {
    const state = outcome('sign_in', 403, envelope('QUANTUM_FLUX'), {
      headers: { 'x-request-id': 'r-1' },
    })
    expect(state).toMatchObject({
      kind: 'blocked_by_policy',
      support: { rawCode: 'QUANTUM_FLUX', requestId: 'r-1', status: 403 },
    })
  })
})

describe('AuthOS texts', () => {
  describe.each(Object.entries(TEXTS))('%s', (wireCode, rows) => {
    for (const [operation, text, code, facts = {}] of rows) {
      it(`at ${operation}, "${text}" is ${code}`, () => {
        const answer = envelope(wireCode, text)
        expect(outcome(operation, STATUS[wireCode] ?? 0, answer)).toMatchObject({ code, ...facts })
      })
    }
  })

  it('never lets a text overrule one of the finer codes', () => {
    expect(
      outcome('sign_in', 401, envelope('ACCOUNT_LOCKED', 'Invalid email or password')),
    ).toMatchObject({ kind: 'account_locked' })
  })

  it.each([
    'Not authenticated',
    'Missing or invalid Authorization header',
    'Session revoked or expired',
  ])('refreshes once when the guard says "%s", then asks for a new sign-in', (text) => {
    const said = envelope('UNAUTHORIZED', text)
    expect(outcome('api_call', 401, said, { hadToken: true })).toMatchObject({
      kind: 'silent_recovery',
      action: 'refresh_token',
    })
    expect(outcome('api_call', 401, said, { hadToken: true, attempt: 2 })).toMatchObject({
      kind: 'sign_in_required',
      clearTokens: true,
    })
    expect(outcome('api_call', 401, said)).toMatchObject({
      kind: 'sign_in_required',
      reason: 'missing',
    })
    expect(outcome('sign_out', 401, said, { hadToken: true })).toMatchObject({ kind: 'done' })
  })

  it('refreshes once for an unreadable token that was sent, since the library may hide an expiry', () => {
    const said = envelope('JWT_ERROR', 'Invalid token')
    expect(outcome('api_call', 401, said, { hadToken: true })).toMatchObject({
      kind: 'silent_recovery',
    })
    expect(outcome('api_call', 401, said, { hadToken: true, attempt: 2 })).toMatchObject({
      kind: 'sign_in_required',
      reason: 'invalid',
    })
  })

  it('takes a wrong current password for that and nothing more, even with a token attached', () => {
    const said = envelope('UNAUTHORIZED', 'Current password is incorrect')
    expect(outcome('password_change', 401, said, { hadToken: true })).toMatchObject(
      oneField('currentPassword', 'incorrect'),
    )
  })
})

describe('AuthOS answers without an envelope', () => {
  it('counts down the seconds the limiter names in its text', () => {
    expect(outcome('sign_in', 429, 'Too Many Requests! Wait for 7s')).toMatchObject({
      kind: 'rate_limited',
      retryAfterSeconds: 7,
      until: NOW + 7000,
    })
  })

  it('takes the longest wait when headers name one too', () => {
    const headers = { 'x-ratelimit-after': '12' }
    expect(outcome('sign_in', 429, 'Too Many Requests! Wait for 7s', { headers })).toMatchObject({
      retryAfterSeconds: 12,
    })
    expect(
      outcome('sign_in', 429, 'Too Many Requests! Wait for 7s', {
        headers: { ...headers, 'retry-after': '30' },
      }),
    ).toMatchObject({ retryAfterSeconds: 30 })
  })

  it('sorts the guard and the framework by text, then by status', () => {
    expect(outcome('api_call', 403, 'Platform owner access required')).toMatchObject({
      kind: 'permission_denied',
      reason: 'platform_owner',
    })
    expect(
      outcome('password_forgot', 415, 'Expected request with `Content-Type: application/json`'),
    ).toMatchObject({ kind: 'configuration_error' })
    expect(
      outcome(
        'password_forgot',
        400,
        'Failed to parse the request body as JSON: key must be a string',
      ),
    ).toMatchObject({ kind: 'configuration_error' })
    expect(
      outcome('password_forgot', 422, 'Failed to deserialize the JSON body into the target type'),
    ).toMatchObject({ kind: 'field_errors' })
    expect(outcome('api_call', 401, 'Not authenticated', { hadToken: true })).toMatchObject({
      kind: 'silent_recovery',
    })
  })

  it('sorts a page of HTML or nothing at all by status', () => {
    const page = '<!doctype html><title>Blocked</title>'
    expect(outcome('oauth_callback', 403, page)).toMatchObject({ kind: 'permission_denied' })
    expect(outcome('scim', 401, undefined)).toMatchObject({ kind: 'sign_in_required' })
    expect(outcome('api_call', 502, page)).toMatchObject({ kind: 'server_error' })
  })
})

describe('AuthOS second factor', () => {
  const FACTORS = [{ kind: 'totp' }, { kind: 'backup_code' }]

  it('knows the half-finished sign-in by its empty refresh token', () => {
    const body = { access_token: 'preauth', refresh_token: '', expires_in: 300 }
    expect(outcome('sign_in', 200, body)).toMatchObject({
      kind: 'mfa_required',
      challenge: 'preauth',
      factors: FACTORS,
      expiresAt: NOW + 300_000,
    })
  })

  it('knows it by the claim of its token, whatever else the answer holds', () => {
    const token = jwt({ sub: 'u1', mfa_required: true })
    const body = { access_token: token, refresh_token: 'looks-real', expires_in: 86400 }
    expect(outcome('sign_in', 200, body)).toMatchObject({ kind: 'mfa_required', challenge: token })
  })

  it.each([true, 'true'])('knows the documented form and that of the redirect (%s)', (flag) => {
    const body = { mfa_required: flag, preauth_token: 'preauth' }
    expect(outcome('oauth_callback', 200, body)).toMatchObject({
      kind: 'mfa_required',
      challenge: 'preauth',
      expiresAt: null,
    })
  })

  it('never takes a half-finished sign-in for a session', () => {
    const { signIn } = backend.endpoints
    expect(signIn?.result({ access_token: 'preauth', refresh_token: '' })).toBeNull()
    expect(signIn?.result({ mfa_required: true, preauth_token: 'preauth' })).toBeNull()
    // What closes a SAML sign-in is no session either, and no second challenge.
    const saml = { access_token: 'SAML_COMPLETE', refresh_token: '', expires_in: 0 }
    expect(failureOf({ operation: 'mfa_challenge', status: 200, body: saml })).toBeNull()
    expect(backend.endpoints.verifyMfa?.result(saml)).toBeNull()
  })

  it('sorts an error envelope that comes with a 200', () => {
    expect(outcome('sign_in', 200, envelope('MFA_REQUIRED'))).toMatchObject({
      kind: 'mfa_required',
      factors: FACTORS,
    })
  })
})

describe('AuthOS redirects', () => {
  it('reads the errors of a redirect address', () => {
    expect(
      outcome('oauth_callback', 400, { error: 'access_denied', error_description: 'No thanks' }),
    ).toMatchObject({ kind: 'cancelled', what: 'oauth', certain: true })
    expect(
      outcome('oauth_callback', 400, { error: 'oauth_error', error_description: 'Upstream down' }),
    ).toMatchObject({ kind: 'method_failed', method: 'oauth', description: 'Upstream down' })
    expect(outcome('oauth_callback', 400, { error: 'constructor' })).toMatchObject({
      kind: 'method_failed',
    })
  })

  it('reads the tokens of a redirect address', () => {
    const body = { access_token: 'a', refresh_token: 'r', state: 's' }
    expect(failureOf({ operation: 'oauth_callback', status: 200, body })).toBeNull()
    expect(backend.endpoints.signIn?.result(body)).toMatchObject({ refreshToken: 'r' })
  })
})

const TAMPERED: readonly unknown[] = [
  'plain words',
  { error: 7, error_code: 'UNAUTHORIZED' },
  { error: {}, error_code: {} },
  { error_code: ['UNAUTHORIZED'] },
  { access_token: {}, refresh_token: [] },
  { access_token: 'a.%%%.c', refresh_token: 7, expires_in: '300' },
  { mfa_required: 1, preauth_token: {} },
  JSON.parse('{"__proto__":{"error_code":"UNAUTHORIZED"}}'),
]

describe('AuthOS answers nobody planned', () => {
  it.each([200, 400, 401, 403, 415, 429, 500, 599])(
    'SEC-26: a %i gives one kind for any body, and throws for none',
    (status) => expectOneKind(backend, status, [...HOSTILE_BODIES, ...TAMPERED]),
  )

  it('SEC-26: no reader throws, and none makes a session of them', async () => {
    const known = (await endpointsOf(backend)) as Record<string, Endpoint<unknown, unknown>>
    for (const body of [...HOSTILE_BODIES, ...TAMPERED]) {
      for (const endpoint of Object.values(known)) expect(() => endpoint.result(body)).not.toThrow()
      expect(backend.endpoints.signIn?.result(body)).toBeNull()
    }
  })

  it('keeps the code of an envelope whose text is of the wrong type', () => {
    expect(outcome('sign_in', 401, { error: 7, error_code: 'ACCOUNT_LOCKED' })).toMatchObject({
      kind: 'account_locked',
    })
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'SEC-23: the code %s is no code',
    (code) => {
      expect(outcome('api_call', 418, envelope(code))).toMatchObject({
        kind: 'unknown',
        support: { rawCode: code },
      })
    },
  )

  it('SEC-27: sorts 100 KB of text, with patterns that cannot run away', () => {
    const long = `Invalid or expired ${'a'.repeat(100_000)}`
    expect(outcome('sign_in', 400, envelope('BAD_REQUEST', long))).toMatchObject({
      kind: 'field_errors',
    })
    expect(
      outcome('sign_in', 429, `Too Many Requests! Wait for ${'9'.repeat(100_000)}s`),
    ).toMatchObject({ kind: 'rate_limited' })
    for (const { message } of RULES) {
      if (!(message instanceof RegExp)) continue
      expect(message.source).not.toMatch(/[*+}]\)[*+{]/)
      expect(message.source.startsWith('^') || !/[*+{]/.test(message.source)).toBe(true)
    }
  })
})
