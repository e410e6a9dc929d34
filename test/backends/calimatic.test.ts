import { describe, expect, it } from 'vitest'
import { calimatic } from '../../src/backends/calimatic/index.js'
import { OPERATIONS, type Operation, type OperationContext } from '../../src/errors/operation.js'
import { expectOneKind, HOSTILE_BODIES, NOW, PROTOTYPE_NAMES, readerOf } from './answers.js'

const backend = calimatic({ baseUrl: '/api/auth' })
const { failureOf, stateOf } = readerOf(backend)

const MFA_CHALLENGE = {
  mfaRequired: true,
  mfaToken: 'mfa_7f3c',
  expiresIn: 300,
  methods: ['totp', 'backup_code'],
  user: { userId: 'u1', email: 'ada@example.com', firstName: 'Ada' },
}

const TOKEN_SET = { accessToken: 'a', refreshToken: 'r', idToken: 'i' }

/** Seed 000, row by row: code, status, an operation that meets it, kind, and the facts that decide. */
const ROWS: readonly [string, number, Operation, string, object][] = [
  ['INVALID_CREDENTIALS', 401, 'sign_in', 'invalid_credentials', { attemptsRemaining: null }],
  ['ACCOUNT_LOCKED', 423, 'sign_in', 'account_locked', { retryAfterSeconds: null, until: null }],
  ['INVALID_CLIENT', 401, 'sign_in', 'configuration_error', { reason: 'client' }],
  ['INVALID_TOKEN', 401, 'mfa_manage', 'silent_recovery', { action: 'refresh_token' }],
  ['TOKEN_EXPIRED', 401, 'refresh', 'sign_in_required', { reason: 'expired', clearTokens: true }],
  [
    'EMAIL_NOT_VERIFIED',
    403,
    'sign_in',
    'verification_required',
    { channel: 'email', resend: true },
  ],
  [
    'MFA_REQUIRED',
    200,
    'sign_in',
    'mfa_required',
    { factors: [{ kind: 'totp' }, { kind: 'backup_code' }] },
  ],
  ['MFA_INVALID_CODE', 401, 'mfa_challenge', 'invalid_code', { factor: 'totp' }],
  [
    'MFA_CHALLENGE_EXPIRED',
    401,
    'mfa_challenge',
    'restart_required',
    { reason: 'expired', restart: 'sign_in' },
  ],
  ['MFA_ALREADY_ENROLLED', 409, 'mfa_enrol', 'done', { what: 'mfa_enabled' }],
  ['MFA_NOT_ENROLLED', 400, 'mfa_manage', 'mfa_enrolment_required', { blocking: false }],
  ['VALIDATION_ERROR', 400, 'sign_up', 'field_errors', { fields: [] }],
  ['USER_NOT_FOUND', 404, 'session_manage', 'not_found', { resource: 'user' }],
  ['CONFLICT', 409, 'profile_update', 'conflict', { reason: 'exists' }],
  ['RATE_LIMITED', 429, 'sign_in', 'rate_limited', { scope: 'request', until: null }],
  ['INTERNAL_ERROR', 500, 'sign_in', 'server_error', { reason: 'internal' }],
  ['UNKNOWN', 418, 'sign_in', 'unknown', {}],
]

describe('every row of the Calimatic reference', () => {
  it.each(ROWS)('%s (%i, %s) is %s', (code, status, operation, kind, facts) => {
    const body = { code, message: 'Something the server says' }
    expect(stateOf({ status, body, operation, hadToken: true })).toMatchObject({
      kind,
      ...(code === 'VALIDATION_ERROR' ? { description: body.message } : {}),
      ...facts,
      support: { rawCode: code, status },
    })
  })

  it('leaves none of its 17 codes out', () => {
    expect(ROWS.map(([code]) => code)).toEqual(Object.keys(backend.codes))
    expect(ROWS).toHaveLength(17)
  })

  it('never mends a wrong client by a refresh or a sign-out, at any operation', () => {
    const body = { code: 'INVALID_CLIENT', message: 'Unknown client' }
    for (const operation of OPERATIONS) {
      const state = stateOf({ status: 401, body, operation, hadToken: true, attempt: 2 })
      expect(state.kind).toBe('configuration_error')
    }
  })
})

describe('what depends on the operation', () => {
  it.each<[string, number, Partial<OperationContext>, string, object]>([
    [
      'INVALID_TOKEN',
      401,
      { operation: 'mfa_manage', attempt: 2 },
      'sign_in_required',
      { reason: 'invalid' },
    ],
    ['TOKEN_EXPIRED', 401, { operation: 'sign_out' }, 'done', { what: 'signed_out' }],
    [
      'MFA_NOT_ENROLLED',
      400,
      { operation: 'mfa_challenge' },
      'restart_required',
      { reason: 'lost', restart: 'sign_in' },
    ],
    [
      'MFA_INVALID_CODE',
      401,
      { operation: 'mfa_challenge', factor: 'backup_code' },
      'invalid_code',
      { factor: 'backup_code', code: 'backup_code_invalid' },
    ],
    [
      'MFA_INVALID_CODE',
      401,
      { operation: 'mfa_challenge', factor: 'totp' },
      'invalid_code',
      { factor: 'totp', code: 'totp_invalid' },
    ],
    ['USER_NOT_FOUND', 404, { operation: 'admin' }, 'operator_notice', { source: 'admin_api' }],
    ['USER_NOT_FOUND', 404, { operation: 'sign_in' }, 'invalid_credentials', {}],
    ['USER_NOT_FOUND', 404, { operation: 'mfa_challenge' }, 'invalid_credentials', {}],
    ['USER_NOT_FOUND', 404, { operation: 'password_forgot' }, 'done', { what: 'request_accepted' }],
    ['USER_NOT_FOUND', 404, { operation: 'email_resend' }, 'done', { what: 'request_accepted' }],
    ['CONFLICT', 409, { operation: 'sign_up' }, 'account_exists', { identifier: 'email' }],
    ['CONFLICT', 409, { operation: 'session_manage' }, 'done', { what: 'session_revoked' }],
  ])('%s (%i) at %j is %s', (code, status, context, kind, facts) => {
    expect(stateOf({ status, body: { code, message: 'x' }, ...context })).toMatchObject({
      kind,
      ...facts,
    })
  })
})

describe('the envelope', () => {
  it.each<[string, unknown]>([
    ['{ code, message }', { code: 'ACCOUNT_LOCKED', message: 'Locked' }],
    [
      'an SDK error object',
      { name: 'CalimaticAuthError', status: 423, code: 'ACCOUNT_LOCKED', message: 'Locked' },
    ],
    ['{ error: { code, message } }', { error: { code: 'ACCOUNT_LOCKED', message: 'Locked' } }],
    ["{ error: 'CODE', message }", { error: 'ACCOUNT_LOCKED', message: 'Locked' }],
    ["{ error: 'CODE' }", { error: 'ACCOUNT_LOCKED' }],
    ["{ success: false, error: 'CODE' }", { success: false, error: 'ACCOUNT_LOCKED' }],
  ])('%s', (_, body) => {
    // Status 400 alone would be a field error: only the code makes it a lockout.
    expect(stateOf({ status: 400, body })).toMatchObject({
      kind: 'account_locked',
      support: { rawCode: 'ACCOUNT_LOCKED' },
    })
  })

  it("{ success: false, error: 'message' } carries no code, so the status decides and the text is kept for logs", () => {
    const failure = failureOf({ status: 429, body: { success: false, error: 'Slow down' } })
    expect(failure).toMatchObject({ code: 'rate_limited', rawCode: null, message: 'Slow down' })
  })

  it('an error that a relay passed on as a 200 is still an error', () => {
    for (const body of [
      { success: false, error: 'INTERNAL_ERROR' },
      { code: 'INTERNAL_ERROR', message: 'x' },
      { error: { code: 'INTERNAL_ERROR', message: 'x' } },
    ]) {
      expect(stateOf({ status: 200, body })).toMatchObject({ kind: 'server_error' })
    }
    expect(stateOf({ status: 200, body: { success: false } })).toMatchObject({ kind: 'unknown' })
  })

  it('a success may speak', () => {
    for (const body of [
      {},
      undefined,
      { message: 'Mail sent' },
      { success: true, error: null },
      TOKEN_SET,
    ]) {
      expect(failureOf({ status: 200, body, operation: 'email_resend' })).toBeNull()
    }
  })
})

describe('MFA required, which is a 200', () => {
  it('carries the challenge, its factors and its end', () => {
    expect(stateOf({ status: 200, body: MFA_CHALLENGE })).toMatchObject({
      kind: 'mfa_required',
      challenge: 'mfa_7f3c',
      factors: [{ kind: 'totp' }, { kind: 'backup_code' }],
      expiresAt: NOW + 300_000,
    })
  })

  it('offers only the factors it names, and both where it names none that is known', () => {
    const methods = (list: unknown) =>
      stateOf({ status: 200, body: { ...MFA_CHALLENGE, methods: list } })
    expect(methods(['backup_code'])).toMatchObject({ factors: [{ kind: 'backup_code' }] })
    for (const list of [undefined, [], ['carrier-pigeon'], 'totp', [null, {}]]) {
      expect(methods(list)).toMatchObject({ factors: [{ kind: 'totp' }, { kind: 'backup_code' }] })
    }
  })
})

describe('hostile answers', () => {
  const BODIES: readonly unknown[] = [
    ...HOSTILE_BODIES,
    { code: 'VALIDATION_ERROR', message: 'x'.repeat(100_000) },
    { code: 'VALIDATION_ERROR', message: 'new '.repeat(50_000) },
    { code: 'VALIDATION_ERROR', message: '['.repeat(100_000) },
    { code: 'VALIDATION_ERROR', message: '[null,1,{"path":{}},{"path":[{}]}]' },
    { code: 'ACCOUNT_LOCKED', details: { remainingLockoutSeconds: {}, lockedUntil: [] } },
    { mfaRequired: true },
    { mfaRequired: true, mfaToken: {}, expiresIn: 'x', methods: { length: 1 } },
    { mfaRequired: 'true', mfaToken: 'x' },
  ]

  it.each([200, 204, 301, 400, 401, 403, 404, 409, 418, 423, 429, 500, 502, 503, 599])(
    'REL-48: any body with status %i gives one kind, or a success, and throws nothing',
    (status) => expectOneKind(backend, status, BODIES),
  )

  it.each(PROTOTYPE_NAMES)('SEC-23: the name %s of the prototype is no code', (name) => {
    expect(stateOf({ status: 418, body: { code: name, message: 'x' } })).toMatchObject({
      kind: 'unknown',
      support: { rawCode: name },
    })
  })
})
