import { describe, expect, it } from 'vitest'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import type { OperationContext } from '../../src/errors/operation.js'
import { expectOneKind, HOSTILE_BODIES, PROTOTYPE_NAMES, readerOf } from './answers.js'

const backend = intelliauth({ baseUrl: 'https://tenant.example' })
const { failureOf, stateOf } = readerOf(backend)

/** Seed 003, row by row: code, kind, and the facts that decide. The seed names no status. */
const ROWS: readonly [string, string, object][] = [
  ['invalid_credentials', 'invalid_credentials', {}],
  ['account_disabled', 'account_disabled', { reason: 'disabled' }],
  ['account_locked', 'account_locked', { until: null }],
  ['email_unverified', 'verification_required', { channel: 'email', resend: true }],
  ['password_must_be_reset', 'password_reset_required', {}],
  ['mfa_required', 'mfa_required', {}],
  ['mfa_enrolment_required', 'mfa_enrolment_required', { blocking: true }],
  ['step_up_required', 'step_up_required', { level: null }],
  ['captcha_required', 'captcha_required', { reason: 'required' }],
  ['invalid_redirect_uri', 'configuration_error', { reason: 'redirect_uri' }],
  ['invalid_client', 'configuration_error', { reason: 'client' }],
  ['invalid_grant', 'sign_in_required', { reason: 'expired' }],
  ['invalid_scope', 'configuration_error', { reason: 'scope' }],
  ['unauthorized_client', 'configuration_error', { reason: 'client' }],
  ['consent_required', 'interaction_required', { reason: 'consent' }],
  ['state_mismatch', 'restart_required', { reason: 'security_check_failed', restart: 'home' }],
  ['pkce_required', 'configuration_error', { reason: 'pkce' }],
  ['token_expired', 'silent_recovery', { action: 'refresh_token' }],
  ['session_expired', 'sign_in_required', { reason: 'expired' }],
  ['session_revoked', 'sign_in_required', { reason: 'revoked' }],
  ['silent_auth_failed', 'silent_recovery', { action: 'retry_once' }],
  ['totp_invalid', 'invalid_code', { factor: 'totp' }],
  ['webauthn_failed', 'method_failed', { method: 'webauthn', reason: 'failed' }],
  ['sms_send_failed', 'method_failed', { method: 'sms', reason: 'send_failed' }],
  ['sms_rate_limited', 'rate_limited', { scope: 'code_send', until: null }],
  ['backup_code_invalid', 'invalid_code', { factor: 'backup_code' }],
  ['flow_expired', 'restart_required', { reason: 'expired', restart: 'sign_in' }],
  ['flow_invalid', 'restart_required', { reason: 'lost', restart: 'sign_in' }],
  ['network_error', 'network_error', {}],
  ['rate_limited', 'rate_limited', { scope: 'request' }],
  ['server_error', 'server_error', { reason: 'internal' }],
  ['service_unavailable', 'server_error', { reason: 'unavailable' }],
  ['not_found', 'not_found', {}],
  ['permission_denied', 'permission_denied', { reason: 'role' }],
  ['validation_failed', 'field_errors', { fields: [] }],
  ['conflict', 'conflict', { reason: 'exists' }],
  ['precondition_failed', 'stale', {}],
  ['receiver_5xx', 'operator_notice', { source: 'webhook_delivery', severity: 'warning' }],
  ['receiver_4xx', 'operator_notice', { source: 'webhook_delivery', severity: 'warning' }],
  ['receiver_timeout', 'operator_notice', { source: 'webhook_delivery', severity: 'warning' }],
  ['receiver_tls_failed', 'operator_notice', { source: 'webhook_delivery', severity: 'warning' }],
  ['dlq_max_attempts', 'operator_notice', { source: 'webhook_delivery', severity: 'error' }],
  ['step_blocked', 'blocked_by_policy', { step: null, description: null }],
  ['step_timeout', 'server_error', { reason: 'action_timeout', autoRetry: false }],
  ['step_error', 'server_error', { reason: 'action_error', autoRetry: false }],
]

describe('every row of the IntelliAuth index', () => {
  // 418 means nothing by itself: the code alone must do.
  it.each(ROWS)('%s is %s', (code, kind, facts) => {
    const body = { error: code, message: 'Something the server says', request_id: 'req_1' }
    expect(stateOf({ status: 418, body, hadToken: true, operation: 'api_call' })).toMatchObject({
      kind,
      code,
      ...facts,
      support: { rawCode: code, requestId: 'req_1', status: 418 },
    })
  })

  it('leaves none of its 45 codes out', () => {
    expect(new Set(ROWS.map(([code]) => code)).size).toBe(45)
  })
})

describe('what depends on the operation', () => {
  it.each<[string, Partial<OperationContext>, string, object]>([
    ['invalid_grant', { operation: 'refresh' }, 'sign_in_required', { reason: 'expired' }],
    [
      'invalid_grant',
      { operation: 'oauth_callback' },
      'restart_required',
      { reason: 'expired', restart: 'oauth' },
    ],
    ['invalid_grant', { operation: 'sign_in' }, 'invalid_credentials', {}],
    [
      'invalid_grant',
      { operation: 'device_poll' },
      'restart_required',
      { reason: 'expired', restart: 'device' },
    ],
    ['invalid_grant', { operation: 'sign_out' }, 'done', { what: 'signed_out' }],
    ['token_expired', { operation: 'refresh' }, 'sign_in_required', { reason: 'expired' }],
    [
      'token_expired',
      { operation: 'api_call', attempt: 2 },
      'sign_in_required',
      { reason: 'expired' },
    ],
    [
      'silent_auth_failed',
      { operation: 'silent_auth' },
      'silent_recovery',
      { action: 'retry_once' },
    ],
    [
      'silent_auth_failed',
      { operation: 'silent_auth', attempt: 2 },
      'sign_in_required',
      { reason: 'missing' },
    ],
    ['conflict', { operation: 'sign_up' }, 'account_exists', { identifier: 'email' }],
    ['conflict', { operation: 'account_link' }, 'account_exists', { identifier: 'email' }],
  ])('%s at %j is %s', (error, context, kind, facts) => {
    expect(stateOf({ status: 400, body: { error, message: 'x' }, ...context })).toMatchObject({
      kind,
      ...facts,
    })
  })
})

describe('the envelope', () => {
  const details = { retry_after_s: 30 }

  it.each<[string, object]>([
    ['flat', { error: 'account_locked', message: 'Locked', request_id: 'req_1', details }],
    ["the SDK's own", { code: 'account_locked', message: 'Locked', details, recoverable: true }],
  ])('%s', (_, body) => {
    expect(failureOf({ status: 400, body })).toMatchObject({
      code: 'account_locked',
      message: 'Locked',
      data: { retryAfterSeconds: 30 },
      requestId: 'request_id' in body ? 'req_1' : null,
    })
  })

  it.each([
    ['invalid_request', 'configuration_error'],
    ['unsupported_grant_type', 'configuration_error'],
    ['access_denied', 'cancelled'],
    ['temporarily_unavailable', 'server_error'],
    ['server_error', 'server_error'],
    ['login_required', 'sign_in_required'],
    ['interaction_required', 'interaction_required'],
  ])('the token endpoint speaks RFC 6749: %s is %s', (error, kind) => {
    const body = { error, error_description: 'Words for developers' }
    expect(failureOf({ status: 400, body })).toMatchObject({ message: 'Words for developers' })
    expect(stateOf({ status: 400, body, operation: 'oauth_callback' })).toMatchObject({ kind })
  })

  it("knows the SDK's not_authenticated, which the index leaves out", () => {
    expect(stateOf({ status: 401, body: { code: 'not_authenticated' } })).toMatchObject({
      kind: 'sign_in_required',
      reason: 'missing',
    })
  })

  it('an unknown code leaves the status to decide and stays for support', () => {
    const body = { error: 'brand_new', message: 'x', request_id: 'req_9' }
    expect(stateOf({ status: 503, body })).toMatchObject({
      kind: 'server_error',
      support: { rawCode: 'brand_new', requestId: 'req_9' },
    })
  })
})

describe('an answer of 200 that is no success', () => {
  const challenge = {
    state: 'mfa_required',
    flow_id: 'flow_1',
    available_factors: ['webauthn', 'totp', 'sms'],
  }
  const factors = [{ kind: 'webauthn' }, { kind: 'totp' }, { kind: 'sms' }]

  it.each<[string, number, object]>([
    ['data.state', 200, { data: challenge }],
    ['state without data', 200, challenge],
    ['an error', 403, { error: 'mfa_required', details: challenge }],
    ['an SDK error', 403, { code: 'mfa_required', message: 'x', details: challenge }],
  ])('MFA required as %s', (_, status, body) => {
    expect(stateOf({ status, body })).toMatchObject({
      kind: 'mfa_required',
      challenge: 'flow_1',
      factors,
      expiresAt: null,
    })
  })

  it('factors may be objects, by either of their names, and unknown ones are left out', () => {
    const available_factors = [
      { id: 'factor_1', kind: 'email_otp', label: 'a•••@example.com' },
      { id: 7, kind: 'recovery_codes' },
      { kind: 'carrier_pigeon' },
      'constructor',
      null,
    ]
    expect(
      stateOf({ status: 200, body: { data: { ...challenge, available_factors } } }),
    ).toMatchObject({
      factors: [
        { kind: 'email', id: 'factor_1', label: 'a•••@example.com' },
        { kind: 'backup_code' },
      ],
    })
  })

  it.each([
    [
      'mfa_enrolment_required',
      { kind: 'mfa_enrolment_required', challenge: 'flow_1', factors: [{ kind: 'totp' }] },
    ],
    ['password_must_be_reset', { kind: 'password_reset_required', challenge: 'flow_1' }],
  ])('the state %s is as much a state as its error', (state, expected) => {
    const body = { data: { state, flow_id: 'flow_1', allowed_factors: ['totp'] } }
    expect(stateOf({ status: 200, body })).toMatchObject(expected)
  })

  it('an error with a 200 is an error', () => {
    expect(stateOf({ status: 200, body: { error: 'account_disabled' } }).kind).toBe(
      'account_disabled',
    )
    expect(stateOf({ status: 200, body: { error: 'brand_new' } }).kind).toBe('unknown')
    expect(stateOf({ status: 200, body: { code: 'account_disabled' } }).kind).toBe(
      'account_disabled',
    )
  })

  it('a success is a success', () => {
    const tokens = { access_token: 'a', expires_in: 900 }
    for (const body of [
      { data: { state: 'success', ...tokens } },
      tokens,
      { data: [] },
      {},
      undefined,
    ]) {
      expect(failureOf({ status: 200, body })).toBeNull()
    }
  })
})

describe('hostile answers', () => {
  const BODIES: readonly unknown[] = [
    ...HOSTILE_BODIES,
    { data: { state: 'mfa_required' } },
    { data: { state: 'mfa_required', flow_id: 5, available_factors: { length: 2 } } },
    { data: { state: 'success', details: { fields: [] } } },
    { error: 'validation_failed', details: { fields: [[[]], { field: {} }, 'x'] } },
    { error: 'account_locked', details: { retry_after_s: Number.MAX_VALUE } },
  ]

  it.each([200, 204, 301, 400, 401, 403, 404, 409, 418, 423, 429, 500, 502, 503, 599])(
    'REL-48: any body with status %i gives one kind, or a success, and throws nothing',
    (status) => expectOneKind(backend, status, BODIES),
  )

  it.each(PROTOTYPE_NAMES)('SEC-23: the name %s of the prototype is no code', (name) => {
    const body = { error: name, message: 'x' }
    expect(stateOf({ status: 418, body })).toMatchObject({
      kind: 'unknown',
      support: { rawCode: name },
    })
    expect(failureOf({ status: 200, body: { data: { state: name } } })).toBeNull()
  })
})
