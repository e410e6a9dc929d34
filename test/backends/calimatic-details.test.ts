import { describe, expect, it } from 'vitest'
import { calimatic } from '../../src/backends/calimatic/index.js'
import type { Operation } from '../../src/errors/operation.js'
import { NOW, readerOf } from './answers.js'

const { stateOf } = readerOf(calimatic({ baseUrl: '/api/auth' }))

describe('how long a lockout lasts', () => {
  const locked = (details: unknown, headers = {}) =>
    stateOf({ status: 423, body: { code: 'ACCOUNT_LOCKED', message: 'Locked', details }, headers })

  it('REL-23: is taken from what the relay merged into details', () => {
    expect(locked({ remainingLockoutSeconds: 600 })).toMatchObject({
      retryAfterSeconds: 600,
      until: NOW + 600_000,
    })
    expect(
      locked({ remainingLockoutSeconds: null, lockedUntil: '2026-01-15T12:10:00Z' }),
    ).toMatchObject({
      until: NOW + 600_000,
    })
  })

  it('REL-23: counts an instant by the clock of the server that named it', () => {
    const headers = { date: 'Thu, 15 Jan 2026 13:00:00 GMT' }
    expect(locked({ lockedUntil: '2026-01-15T13:10:00Z' }, headers)).toMatchObject({
      until: NOW + 600_000,
    })
  })

  it('REL-23: is the longer of header and body, at most a day, and over when it has passed', () => {
    expect(locked({ remainingLockoutSeconds: 30 }, { 'retry-after': '90' })).toMatchObject({
      retryAfterSeconds: 90,
    })
    expect(locked({ lockedUntil: '2999-01-01T00:00:00Z' })).toMatchObject({
      retryAfterSeconds: 86_400,
    })
    expect(locked({ lockedUntil: '2020-01-01T00:00:00Z' })).toMatchObject({
      retryAfterSeconds: 0,
      until: NOW,
    })
  })

  it.each([
    [{ remainingLockoutSeconds: '600' }],
    [{ lockedUntil: 'soon' }],
    [{ remainingLockoutSeconds: -1 }],
    [[]],
    ['600'],
    [null],
  ])('SEC-26: %j names no time', (details) => {
    expect(locked(details)).toMatchObject({ kind: 'account_locked', until: null })
  })

  it('a rate limit waits for its Retry-After when there is one', () => {
    const body = { code: 'RATE_LIMITED', message: 'Slow down' }
    expect(stateOf({ status: 429, body, headers: { 'retry-after': '7' } })).toMatchObject({
      kind: 'rate_limited',
      until: NOW + 7_000,
    })
  })

  it('tells how many tries are left where the relay says so', () => {
    const body = { code: 'INVALID_CREDENTIALS', message: 'No', details: { attemptsRemaining: 2 } }
    expect(stateOf({ status: 401, body })).toMatchObject({ attemptsRemaining: 2 })
  })
})

describe('a validation error names its field only in its text', () => {
  const refused = (message: string, operation: Operation = 'sign_up') =>
    stateOf({ status: 400, body: { code: 'VALIDATION_ERROR', message }, operation })

  it.each([
    ['email: Invalid email', 'email', 'Invalid email'],
    ['Validation failed: email: Invalid email', 'email', 'Invalid email'],
    ['"password" is required', 'password', '"password" is required'],
    [
      'Password must be at least 8 characters',
      'password',
      'Password must be at least 8 characters',
    ],
    ['Password must not contain your email', 'password', 'Password must not contain your email'],
    ['newPassword: Too short', 'newPassword', 'Too short'],
    ['New password is too short', 'newPassword', 'New password is too short'],
    ['Invalid e-mail address', 'email', 'Invalid e-mail address'],
    ['body.firstName: Required', 'firstName', 'Required'],
    ['last_name is required', 'lastName', 'last_name is required'],
    ['Validation error: Required at "code"', 'code', 'Validation error: Required at "code"'],
  ])('UX-18: %s', (text, name, message) => {
    expect(refused(text)).toMatchObject({
      kind: 'field_errors',
      fields: [{ name, reason: 'invalid', message }],
      description: null,
    })
  })

  it('lists each field once when the text lists several', () => {
    expect(refused('Invalid email at "email"; Required at "password"; email: again')).toMatchObject(
      {
        fields: [{ name: 'email' }, { name: 'password' }],
      },
    )
  })

  it("reads zod's own JSON", () => {
    const issues = [
      { code: 'too_small', minimum: 8, path: ['password'], message: 'Too small' },
      { code: 'custom', path: [], message: 'No' },
    ]
    expect(refused(JSON.stringify(issues, null, 2))).toMatchObject({
      fields: [{ name: 'password', message: 'Too small' }],
    })
    expect(refused('[{"path":[]}]')).toMatchObject({ fields: [], description: null })
    expect(refused('[email] broken JSON').kind).toBe('field_errors')
  })

  it('calls the one password of the reset form what the form calls it', () => {
    expect(refused('Password is too weak', 'password_reset')).toMatchObject({
      fields: [{ name: 'newPassword' }],
    })
  })

  it('shows the whole text, cleaned, where it names no field of a form', () => {
    expect(refused('userId must\u202e be a UUID')).toMatchObject({
      fields: [],
      description: 'userId must be a UUID',
    })
  })

  it('finds the field of a bare 400 too, but shows no text of it otherwise', () => {
    const bare = (error: string) => stateOf({ status: 400, body: { success: false, error } })
    expect(bare('Email is required')).toMatchObject({
      kind: 'field_errors',
      fields: [{ name: 'email' }],
    })
    expect(bare('Keycloak said no')).toMatchObject({
      kind: 'field_errors',
      fields: [],
      description: null,
    })
  })
})

describe('the token of a mailed link', () => {
  const zod = JSON.stringify([{ code: 'custom', path: ['token'], message: 'Expired' }])

  it.each(['token: Invalid or expired', zod])('is no field of a form: %s', (message) => {
    const refused = { status: 400, body: { code: 'VALIDATION_ERROR', message } }
    expect(stateOf({ ...refused, operation: 'password_reset' })).toMatchObject({
      kind: 'link_invalid',
      link: 'reset_password',
    })
    expect(stateOf({ ...refused, operation: 'email_verify' })).toMatchObject({
      kind: 'link_invalid',
      link: 'verify_email',
    })
    expect(stateOf({ ...refused, operation: 'sign_up' })).toMatchObject({ kind: 'field_errors' })
  })
})
