import { describe, expect, it } from 'vitest'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import type { Operation } from '../../src/errors/operation.js'
import { STATE_FACTS } from '../../src/ui-state/state-facts.js'
import { NOW, stateAfter } from './state-after-better-auth.js'

describe('signing in to Better Auth', () => {
  it('asks for the second factor on a 200, with backup codes offered although they are never listed', () => {
    const body = { twoFactorRedirect: true, twoFactorMethods: ['totp', 'otp'] }
    expect(stateAfter('sign_in', 200, body)).toMatchObject({
      kind: 'mfa_required',
      challenge: '',
      factors: [{ kind: 'totp' }, { kind: 'email' }, { kind: 'backup_code' }],
    })
  })

  it('is done on any other 200', () => {
    const body = { redirect: false, token: 'abc', user: { id: '1', email: 'ada@example.com' } }
    expect(stateAfter('sign_in', 200, body)).toBeNull()
    expect(betterAuth({ baseUrl: '/api/auth' }).endpoints.signIn?.result(body)).toMatchObject({
      user: { id: '1', email: 'ada@example.com' },
      accessToken: null,
    })
  })

  it('says how many tries are left', () => {
    const body = { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'No.', attemptsRemaining: 2 }
    expect(stateAfter('sign_in', 401, body)).toMatchObject({
      kind: 'invalid_credentials',
      attemptsRemaining: 2,
    })
  })

  it('REL-23: counts a lockout down from the header, the body, or the end the server names', () => {
    const locked = { code: 'ACCOUNT_LOCKED', message: 'Locked.' }
    const lockedFor = (body: object, headers: Record<string, string> = {}) =>
      stateAfter('sign_in', 423, { ...locked, ...body }, { headers })
    const until = { kind: 'account_locked', retryAfterSeconds: 90, until: NOW + 90_000 }

    expect(lockedFor({}, { 'retry-after': '90' })).toMatchObject(until)
    expect(lockedFor({ retryAfterSeconds: 89.2 })).toMatchObject(until)
    const serverTime = { date: 'Fri, 20 Nov 2026 08:00:00 GMT' }
    expect(lockedFor({ lockedUntil: '2026-11-20T08:01:30.000Z' }, serverTime)).toMatchObject(until)
    expect(lockedFor({ lockedUntil: '2026-11-20T08:01:30.000Z' })).toMatchObject({ until: null })
  })

  it('REL-23: waits as long as X-Retry-After says when a rate limit carries no code', () => {
    const body = { message: 'Too many requests. Please try again later.' }
    expect(stateAfter('sign_in', 429, body, { headers: { 'X-Retry-After': '9' } })).toMatchObject({
      kind: 'rate_limited',
      code: 'rate_limited',
      retryAfterSeconds: 9,
    })
  })

  it('knows that nobody is signed in from a body that is null', () => {
    expect(stateAfter('silent_auth', 200, null)).toMatchObject({
      kind: 'sign_in_required',
      reason: 'missing',
    })
    expect(stateAfter('refresh', 200, null)).toMatchObject({
      kind: 'sign_in_required',
      reason: 'expired',
      clearTokens: true,
    })
    expect(stateAfter('api_call', 200, null)).toBeNull()
  })

  it('ends a session that a signed-in page no longer has', () => {
    const body = { code: 'UNAUTHORIZED', message: 'Unauthorized' }
    expect(stateAfter('session_manage', 401, body, { hadToken: true })).toMatchObject({
      code: 'session_expired',
      clearTokens: true,
    })
    expect(stateAfter('sign_out', 401, body, { hadToken: true })).toMatchObject({ kind: 'done' })
  })
})

describe('the second factor', () => {
  it('starts sign-in again once the attempts at a challenge are used up, but only then', () => {
    const body = { code: 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE', message: 'Too many attempts.' }
    expect(stateAfter('mfa_challenge', 400, body, { factor: 'totp' })?.code).toBe('flow_expired')
    expect(stateAfter('mfa_challenge', 400, body, { factor: 'backup_code' })?.code).toBe(
      'flow_expired',
    )
    expect(stateAfter('mfa_challenge', 400, body, { factor: 'email' })?.kind).toBe('invalid_code')
  })

  it('asks for another backup code when another tab has just used this one', () => {
    const body = { message: 'Failed to verify backup code. Please try again.' }
    expect(stateAfter('mfa_challenge', 409, body, { factor: 'backup_code' })).toMatchObject({
      kind: 'invalid_code',
      factor: 'backup_code',
    })
  })

  it('wants a session, not a challenge, while being set up', () => {
    const body = { code: 'INVALID_TWO_FACTOR_COOKIE', message: 'Invalid two factor cookie' }
    expect(stateAfter('mfa_enrol', 401, body)?.kind).toBe('sign_in_required')
  })

  it('can be forced by a plugin that names the ways', () => {
    const body = { code: 'MFA_ENROLMENT_REQUIRED', message: 'Enrol.', methods: ['totp'] }
    expect(stateAfter('api_call', 403, body)).toMatchObject({
      kind: 'mfa_enrolment_required',
      blocking: true,
      factors: [{ kind: 'totp' }],
    })
  })
})

describe('what a form got wrong', () => {
  it('UX-18: is told field by field from the one text it travels in', () => {
    const message =
      '[body.name] Invalid input: expected string, received undefined; ' +
      '[body.email] Invalid email address; [body.password] Too small: expected string to have >=8 characters; ' +
      '[body.phoneNumber] Say; [body] no more'
    expect(stateAfter('sign_up', 400, { code: 'VALIDATION_ERROR', message })).toMatchObject({
      kind: 'field_errors',
      fields: [
        { name: 'name', reason: 'required' },
        { name: 'email', reason: 'format' },
        { name: 'password', reason: 'too_short' },
        { name: 'phone', reason: 'invalid', message: 'Say; [body] no more' },
      ],
      description: null,
    })
  })

  it('UX-18: is told when only the sentence names the field', () => {
    const missing = { code: 'MISSING_FIELD', message: 'company is required' }
    expect(stateAfter('sign_up', 400, missing)).toMatchObject({
      fields: [{ name: 'company', reason: 'required' }],
    })
    const refused = { code: 'FIELD_NOT_ALLOWED', message: 'role is not allowed to be set' }
    expect(stateAfter('profile_update', 400, refused)).toMatchObject({
      fields: [{ name: 'role', reason: 'not_allowed' }],
    })
  })

  it('belongs to the field that the form calls newPassword or currentPassword', () => {
    const short = { code: 'PASSWORD_TOO_SHORT', message: 'Password too short' }
    const newPassword = { fields: [{ name: 'newPassword', reason: 'too_short' }] }
    expect(stateAfter('password_reset', 400, short)).toMatchObject(newPassword)
    expect(stateAfter('password_change', 400, short)).toMatchObject(newPassword)
    const wrong = { code: 'INVALID_PASSWORD', message: 'Invalid password' }
    expect(stateAfter('password_change', 400, wrong)).toMatchObject({
      fields: [{ name: 'currentPassword', reason: 'incorrect' }],
    })
  })

  it("SEC-02: shows a server hook's own words as plain text, and never those of Better Auth", () => {
    const own = { code: 'WORK_ADDRESS_ONLY', message: '\u202eUse a <b>work</b> address.' }
    expect(stateAfter('sign_up', 400, own)).toMatchObject({
      kind: 'field_errors',
      description: 'Use a <b>work</b> address.',
    })
    const known = { code: 'BAD_REQUEST', message: 'Invalid JSON in request body' }
    expect(stateAfter('sign_up', 400, known)).toMatchObject({ description: null })
  })
})

describe('links, routes and redirects', () => {
  it('tells a bad link by what it was for', () => {
    const bad = { code: 'INVALID_TOKEN', message: 'Invalid token' }
    const expired = { code: 'TOKEN_EXPIRED', message: 'Token expired' }
    expect(stateAfter('password_reset', 400, bad)?.code).toBe('reset_link_invalid')
    expect(stateAfter('password_reset', 400, expired)?.code).toBe('reset_link_expired')
    expect(stateAfter('email_verify', 401, bad)?.code).toBe('verification_link_invalid')
    expect(stateAfter('email_verify', 401, expired)?.code).toBe('verification_link_expired')
  })

  it('SEC-39: never says that an address has no account', () => {
    const body = { code: 'USER_NOT_FOUND', message: 'User not found' }
    expect(stateAfter('sign_in', 401, body)?.kind).toBe('invalid_credentials')
    expect(stateAfter('password_forgot', 400, body)?.code).toBe('request_accepted')
    expect(stateAfter('email_resend', 400, body)?.code).toBe('request_accepted')
  })

  it('reports a route that is not there as a plugin that is not installed', () => {
    expect(stateAfter('anonymous_sign_in', 404, undefined)?.kind).toBe('configuration_error')
  })

  it('starts no refresh where the address check, not the session, refused', () => {
    const body = { code: 'INVALID_ORIGIN', message: 'Invalid origin' }
    expect(stateAfter('session_manage', 403, body, { hadToken: true })?.kind).toBe(
      'configuration_error',
    )
  })
})

describe('bodies no Better Auth should send', () => {
  const AT: Operation[] = [
    'sign_in',
    'mfa_challenge',
    'silent_auth',
    'device_poll',
    'oauth_callback',
  ]

  it.each([
    ['facts of other types', { retryAfterSeconds: {}, lockedUntil: [], attemptsRemaining: '2' }],
    [
      'impossible numbers',
      { retryAfterSeconds: Infinity, lockedUntil: 1e300, attemptsRemaining: -1 },
    ],
    ['a challenge in words', { twoFactorRedirect: 'true' }],
    ['methods that are no list', { twoFactorRedirect: true, twoFactorMethods: { length: 1 } }],
    ['methods that are no names', { twoFactorRedirect: true, twoFactorMethods: ['__proto__', 7] }],
    ['an unclosed field', { code: 'VALIDATION_ERROR', message: '[body.' }],
    ['separators alone', { code: 'VALIDATION_ERROR', message: '; '.repeat(100_000) }],
    ['brackets alone', { code: 'VALIDATION_ERROR', message: '; [body.'.repeat(30_000) }],
    ['a field with no name', { code: 'MISSING_FIELD', message: ' is required' }],
    ['both envelopes', { code: 'BANNED_USER', message: 'x', error: 'slow_down' }],
  ])('REL-44: %s lead to one known state at most', (_name, body) => {
    for (const status of [200, 302, 400, 401, 404, 409, 423, 429, 500]) {
      for (const at of AT) {
        const state = stateAfter(at, status, body)
        if (state) expect(STATE_FACTS).toHaveProperty(state.kind)
        else expect(status).toBe(200)
      }
    }
  })

  it('SEC-25: keep at most 64 field errors', () => {
    const message = '[body.a] b; '.repeat(1_000)
    const state = stateAfter('sign_up', 400, { code: 'VALIDATION_ERROR', message })
    expect(state?.kind === 'field_errors' && state.fields.length).toBe(64)
  })

  it('SEC-26: pass no word for a number', () => {
    const body = { code: 'ACCOUNT_LOCKED', retryAfterSeconds: '5' }
    expect(stateAfter('sign_in', 423, body)).toMatchObject({ retryAfterSeconds: null })
    const tries = { code: 'INVALID_EMAIL_OR_PASSWORD', attemptsRemaining: '2' }
    expect(stateAfter('sign_in', 401, tries)).toMatchObject({ attemptsRemaining: null })
  })
})
