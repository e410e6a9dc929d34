import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../src/backends/backend.js'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { RULES } from '../../src/backends/edgebase/rules.js'
import type { Operation, OperationContext } from '../../src/errors/operation.js'
import {
  endpointsOf,
  expectOneKind,
  HOSTILE_BODIES,
  NOW,
  PROTOTYPE_NAMES,
  readerOf,
} from './answers.js'
import { SEED } from './edgebase-seed.js'
import { SLUGLESS, SLUGS } from './edgebase-slugs.js'

const backend = edgebase({ baseUrl: '/api' })
const { failureOf, stateOf } = readerOf(backend)

interface Call extends Partial<OperationContext> {
  headers?: Readonly<Record<string, string>>
}

function outcome(operation: Operation, status: number, body: object, call: Call = {}) {
  return stateOf({ operation, status, body: { code: status, ...body }, ...call })
}

describe('EdgeBase as documented: status and message', () => {
  for (const [operations, rows] of SEED) {
    describe.each(operations)('%s', (operation) => {
      it.each(rows)('%i %s', (status, message, expected) => {
        expect(outcome(operation, status, { message, data: {} })).toMatchObject(expected)
      })
    })
  }

  it('asks for the captcha by the flag, whatever the message says', () => {
    const data = { captcha_required: true }
    expect(outcome('sign_in', 403, { message: 'Robot?', data })).toMatchObject({
      kind: 'captcha_required',
      reason: 'required',
    })
    expect(
      outcome('sign_in', 403, { message: 'Captcha verification failed.', data }),
    ).toMatchObject({ kind: 'captcha_required', reason: 'failed' })
    expect(
      outcome('sign_up', 403, { message: "Captcha action mismatch: expected 'signup'.", data }),
    ).toMatchObject({ kind: 'captcha_required', reason: 'failed' })
  })

  it('counts down by the header where there is one, else by the known window', () => {
    const body = { message: 'Too many requests. Please try again later.', group: 'global' }
    expect(outcome('api_call', 429, body, { headers: { 'retry-after': '5' } })).toMatchObject({
      retryAfterSeconds: 5,
      until: NOW + 5000,
    })
    expect(outcome('api_call', 429, body)).toMatchObject({
      retryAfterSeconds: null,
      until: NOW + 60_000,
    })
  })
})

describe('EdgeBase hooks', () => {
  it.each(['sign_up', 'sign_in', 'password_reset'] as const)(
    'at %s any other refusal in words is the hook speaking',
    (operation) => {
      expect(outcome(operation, 403, { message: 'Come back on Monday.' })).toMatchObject({
        kind: 'blocked_by_policy',
        code: 'hook_rejected',
        description: 'Come back on Monday.',
        step: null,
      })
    },
  )

  it('says nothing for a hook that said nothing', () => {
    expect(outcome('sign_in', 403, { message: '  ' })).toMatchObject({
      kind: 'blocked_by_policy',
      description: null,
    })
    expect(outcome('sign_in', 403, {})).toMatchObject({
      kind: 'blocked_by_policy',
      description: null,
    })
  })

  it('takes a refusal elsewhere for missing permission', () => {
    expect(outcome('api_call', 403, { message: 'Come back on Monday.' })).toMatchObject({
      kind: 'permission_denied',
    })
  })

  it('SEC-02: cleans and cuts what a hook says', () => {
    const message = `\u202eevil\u0007 ${'x'.repeat(1000)}`
    const state = outcome('sign_in', 403, { message })
    expect(state).toMatchObject({ description: expect.stringMatching(/^evil x+…$/) })
    expect(JSON.stringify(state).length).toBeLessThan(700)
  })
})

describe('EdgeBase providers', () => {
  it.each([
    'OAuth error: access_denied',
    'OAuth error: The user denied the request',
    'OAuth error: Cancelled by the user',
  ])('"%s" is a person who changed their mind', (message) => {
    expect(outcome('oauth_callback', 400, { message })).toMatchObject({
      kind: 'cancelled',
      what: 'oauth',
      certain: true,
    })
  })

  it('reads the fragment of a redirect: tokens or an error', () => {
    const tokens = { access_token: 'a', refresh_token: 'r' }
    expect(failureOf({ operation: 'oauth_callback', status: 200, body: tokens })).toBeNull()
    expect(backend.endpoints.signIn?.result(tokens)).toMatchObject({
      accessToken: 'a',
      refreshToken: 'r',
    })
    const status = 400
    const operation = 'oauth_callback'
    expect(stateOf({ operation, status, body: { error: 'access_denied' } })).toMatchObject({
      kind: 'cancelled',
    })
    expect(
      stateOf({ operation, status, body: { error: 'odd', error_description: 'Upstream down' } }),
    ).toMatchObject({ kind: 'method_failed', description: 'Upstream down' })
  })
})

describe('EdgeBase slugs', () => {
  describe.each(Object.entries(SLUGS))('%s', (slug, rows) => {
    for (const [operation, status, message, code, facts = {}] of rows) {
      it(`at ${operation}, ${status} "${message}" is ${code}`, () => {
        expect(outcome(operation, status, { message, slug })).toMatchObject({
          code,
          ...facts,
          support: { rawCode: slug },
        })
      })
    }
  })

  describe('none', () => {
    for (const [operation, status, message, code] of SLUGLESS) {
      it(`at ${operation}, ${status} "${message}" is ${code}`, () => {
        expect(outcome(operation, status, { message })).toMatchObject({ code })
      })
    }
  })

  it('goes by the slug when the message was reworded', () => {
    expect(
      outcome('sign_in', 401, { slug: 'invalid-credentials', message: 'Nope.' }),
    ).toMatchObject({ kind: 'invalid_credentials' })
    expect(
      outcome('sign_in', 403, { slug: 'account-disabled', message: 'Invalid credentials.' }),
    ).toMatchObject({ kind: 'account_disabled' })
  })

  it('falls back on the status for a slug it does not know', () => {
    expect(outcome('api_call', 409, { slug: 'new-thing', message: 'New.' })).toMatchObject({
      kind: 'conflict',
      support: { rawCode: 'new-thing' },
    })
  })

  it('knows which kind of code was mistyped when it is told', () => {
    const body = { slug: 'invalid-otp', message: 'Invalid OTP code.' }
    expect(outcome('sign_in', 401, body, { factor: 'sms' })).toMatchObject({ factor: 'sms' })
    const late = { slug: 'invalid-token', message: 'Invalid or expired OTP. Please request it.' }
    expect(outcome('sign_in', 400, late, { factor: 'sms' })).toMatchObject({
      code: 'code_expired',
      factor: 'sms',
    })
  })
})

describe('EdgeBase sessions', () => {
  it.each([{ slug: 'unauthenticated' }, {}])(
    'refreshes once when a token was sent and not seen (%o)',
    (slug) => {
      const body = { message: 'Authentication required.', ...slug }
      const sent = { hadToken: true }
      expect(outcome('api_call', 401, body, sent)).toMatchObject({
        kind: 'silent_recovery',
        action: 'refresh_token',
      })
      expect(outcome('session_manage', 401, body, sent)).toMatchObject({ kind: 'silent_recovery' })
      expect(outcome('api_call', 401, body, { ...sent, attempt: 2 })).toMatchObject({
        kind: 'sign_in_required',
      })
      expect(outcome('refresh', 401, body, sent)).toMatchObject({ kind: 'sign_in_required' })
      expect(outcome('api_call', 401, body)).toMatchObject({
        kind: 'sign_in_required',
        reason: 'missing',
      })
    },
  )

  it.each([
    ['TOKEN_EXPIRED', 'Token expired.', 'token_expired', 'session_expired'],
    ['TOKEN_INVALID', 'Invalid token.', 'access_token_invalid', 'token_invalid'],
    ['AUTH_FAILED', 'Authentication failed.', 'access_token_invalid', 'token_invalid'],
  ])('refreshes once on %s of the middleware', (error, message, code, then) => {
    const sent = { hadToken: true }
    expect(outcome('profile_update', 401, { error, message }, sent)).toMatchObject({ code })
    expect(
      outcome('profile_update', 401, { error, message }, { ...sent, attempt: 2 }),
    ).toMatchObject({ code: then, kind: 'sign_in_required' })
  })

  it('does not refresh for a server without its key', () => {
    const body = {
      error: 'AUTH_NOT_CONFIGURED',
      message: 'Authentication service not configured.',
    }
    expect(outcome('api_call', 401, body, { hadToken: true })).toMatchObject({
      kind: 'configuration_error',
    })
  })

  it('never takes a wrong current password for a lost session', () => {
    const body = { message: 'Current password is incorrect.' }
    expect(outcome('password_change', 401, body, { hadToken: true })).toMatchObject({
      kind: 'field_errors',
      fields: [{ name: 'currentPassword', reason: 'incorrect' }],
    })
  })
})

describe('EdgeBase fields', () => {
  it('reads a failed schema check, field by field', () => {
    const message =
      'email: Invalid input: expected string, received undefined, password: Too odd, really'
    expect(outcome('sign_up', 400, { message })).toMatchObject({
      kind: 'field_errors',
      fields: [
        { name: 'email', reason: 'required' },
        { name: 'password', reason: 'invalid', message: 'Too odd, really' },
      ],
    })
  })

  it.each([
    ['Password must be at least 12 characters.', { reason: 'too_short', min: 12 }],
    [
      'This password has been found in a data breach. Please choose a different password.',
      { reason: 'compromised' },
    ],
    ['Password must contain at least one digit.', { reason: 'weak' }],
    [
      'Password must contain at least one digit.; Password must be at least 12 characters.',
      { reason: 'weak' },
    ],
  ])('reads the password policy: %s', (message, expected) => {
    const body = {
      slug: 'password-policy',
      message: message.split('; ')[0],
      data: { password: { code: 'password_policy', message } },
    }
    expect(outcome('sign_up', 400, body)).toMatchObject({
      fields: [{ name: 'password', message, ...expected }],
    })
    expect(outcome('password_reset', 400, body)).toMatchObject({
      fields: [{ name: 'newPassword', ...expected }],
    })
  })
})

describe('EdgeBase second factor', () => {
  it('is asked for in a 200, with recovery codes beside the app', () => {
    const body = { mfaRequired: true, mfaTicket: 't-1', factors: [{ id: 'f-1', type: 'totp' }] }
    expect(stateOf({ operation: 'sign_in', status: 200, body })).toMatchObject({
      kind: 'mfa_required',
      challenge: 't-1',
      factors: [{ kind: 'totp', id: 'f-1' }, { kind: 'backup_code' }],
    })
    expect(backend.endpoints.signIn?.result(body)).toBeNull()
  })

  it('skips factors it does not know', () => {
    const body = { mfaRequired: true, mfaTicket: 't-1', factors: [{ id: 'f', type: 'telepathy' }] }
    expect(stateOf({ status: 200, body })).toMatchObject({ kind: 'mfa_required', factors: [] })
  })

  it('sorts an error envelope that comes with a 200', () => {
    const body = { code: 403, message: 'Captcha verification required.' }
    expect(stateOf({ status: 200, body })).toMatchObject({ kind: 'captcha_required' })
  })
})

const TAMPERED: readonly unknown[] = [
  { code: 403, message: {}, slug: [], data: [] },
  { code: '403', message: 7, data: { captcha_required: 'yes' } },
  { data: { captcha_required: true, password: [] } },
  { slug: '' },
  { error: 'TOKEN_EXPIRED' },
  { mfaRequired: 'true', mfaTicket: {} },
  { mfaRequired: true, mfaTicket: 't', factors: [null, { type: 7 }] },
  { accessToken: {}, refreshToken: null },
  { accessToken: '', refreshToken: '' },
  ...PROTOTYPE_NAMES.map((name) => ({ slug: name, error: name, message: name })),
  JSON.parse('{"__proto__":{"slug":"account-disabled"},"data":{"__proto__":{"x":1}}}'),
]

describe('EdgeBase answers nobody planned', () => {
  it.each([200, 201, 400, 401, 403, 404, 429, 500, 599])(
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

  it.each(PROTOTYPE_NAMES)('SEC-23: the slug %s is no slug', (slug) => {
    expect(outcome('api_call', 418, { slug, message: slug })).toMatchObject({
      kind: 'unknown',
      support: { rawCode: slug },
    })
  })

  it('SEC-27: sorts 100 KB of text, with patterns that cannot run away', () => {
    const long = 'a'.repeat(100_000)
    expect(outcome('sign_in', 403, { message: `Auth hook '${long}` })).toMatchObject({
      code: 'hook_rejected',
    })
    expect(outcome('oauth_callback', 400, { message: `OAuth error: ${long}` })).toMatchObject({
      code: 'oauth_provider_error',
    })
    expect(outcome('sign_up', 400, { message: `email: ${', a: '.repeat(25_000)}` })).toMatchObject({
      kind: 'field_errors',
    })
    expect(outcome('sign_up', 403, { message: ' '.repeat(100_000) })).toMatchObject({
      kind: 'blocked_by_policy',
    })
    for (const { message } of RULES) {
      if (!(message instanceof RegExp)) continue
      expect(message.source.startsWith('^')).toBe(true)
      expect(message.source).not.toMatch(/[*+}]\)[*+{]/)
    }
  })
})
