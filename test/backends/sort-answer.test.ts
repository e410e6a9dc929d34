import { describe, expect, it } from 'vitest'
import type { Dialect, WireAnswer } from '../../src/backends/backend.js'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import { firstCall, type Operation, type OperationContext } from '../../src/errors/operation.js'

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)

/** A small backend whose envelope is `{ code, message }`. */
const SMALL: Dialect = {
  id: 'small',
  codes: {
    NO: 'permission_denied',
    WAIT: 'rate_limited',
    CODE: 'code_invalid',
    OLD: 'code_expired',
    SPENT: 'code_attempts_exhausted',
    null: 'conflict',
  },
  codesByOperation: { sign_up: { NO: 'account_exists' } },
  rules: [
    { code: 'NO', message: 'blocked', is: 'sign_in_blocked' },
    { code: null, message: /^needs (\w+)$/, is: ([, field = '']) => requiredField(field) },
    { status: 418, at: ['sign_in'], is: 'service_unavailable' },
    { status: 422, message: 'phone', is: ([text = '']) => requiredField(text) },
    { status: 422, is: ([text = 'something']) => requiredField(text) },
  ],
  readError: ({ body }) => (isEnvelope(body) ? body : null),
  readChallenge: () => null,
}

function requiredField(name: string) {
  return { code: 'validation_failed', fields: [{ name, reason: 'required' }] } as const
}

function isEnvelope(body: unknown): body is { code: string | null; message: string | null } {
  return typeof body === 'object' && body !== null && 'code' in body
}

function codeOf(
  status: number,
  body: unknown,
  context: Operation | OperationContext = 'sign_in',
): string | undefined {
  return failureOf(status, body, context)?.code
}

function failureOf(
  status: number,
  body: unknown,
  context: Operation | OperationContext = 'sign_in',
  headers: Record<string, string> = {},
) {
  const answer: WireAnswer = { status, body, header: (name) => headers[name] ?? null }
  const at = typeof context === 'string' ? firstCall(context) : context
  return sortAnswer(SMALL, answer, at, NOW)
}

describe('the sort of an answer', () => {
  it('tries rules, then the operation’s codes, then the codes, then the status', () => {
    expect(codeOf(403, { code: 'NO', message: 'blocked' })).toBe('sign_in_blocked')
    expect(codeOf(403, { code: 'NO', message: 'other' }, 'sign_up')).toBe('account_exists')
    expect(codeOf(403, { code: 'NO', message: 'other' })).toBe('permission_denied')
    expect(codeOf(403, { code: 'NEW', message: 'other' }, 'api_call')).toBe('permission_denied')
    expect(codeOf(418, { code: 'NEW', message: null })).toBe('service_unavailable')
    expect(codeOf(418, { code: 'NEW', message: null }, 'sign_up')).toBe('unknown')
  })

  it('takes facts out of a text that fits a rule', () => {
    expect(failureOf(400, { code: null, message: 'needs email' })?.data).toMatchObject({
      fields: [{ name: 'email', reason: 'required' }],
    })
  })

  it('hands a rule the text that it fits, and nothing where it asks for none', () => {
    const fieldAsked = (message: string) => failureOf(422, { code: 'NEW', message })?.data.fields
    expect(fieldAsked('phone')).toEqual([{ name: 'phone', reason: 'required' }])
    expect(fieldAsked('anything else')).toEqual([{ name: 'something', reason: 'required' }])
  })

  it('REL-44: tries rules on the first 2,000 characters of a text', () => {
    const body = { code: null, message: `needs ${'x'.repeat(9_000)}` }
    expect(failureOf(400, body)?.data.fields?.[0]?.name).toHaveLength(1_994)
  })

  it('goes by the status where a backend has nothing but an envelope', () => {
    const { id, readError, readChallenge } = SMALL
    const bare: Dialect = { id, codes: {}, readError, readChallenge }
    const answer = { status: 404, body: { code: 'NO', message: 'x' }, header: () => null }
    expect(sortAnswer(bare, answer, firstCall('api_call'), NOW)?.code).toBe('not_found')
  })

  it('takes no code for none of the backend’s, whatever they are called', () => {
    expect(codeOf(404, { code: null, message: null }, 'api_call')).toBe('not_found')
  })

  it('gives nothing for a success', () => {
    expect(failureOf(200, { code: 'NO', message: 'blocked' })).toBeNull()
    expect(failureOf(204, undefined)).toBeNull()
    expect(failureOf(299, undefined)).toBeNull()
  })

  it.each([0, 199, 300, 304])('REL-48: takes status %d for no success', (status) => {
    expect(codeOf(status, undefined)).toBe('unknown')
  })

  it('UX-15: keeps the request’s id for support, as the body names it or else a header', () => {
    const idIn = (body: object) =>
      failureOf(500, { code: null, message: null, ...body }, 'sign_in', { 'x-request-id': 'head' })
        ?.requestId
    expect(idIn({ requestId: 'body' })).toBe('body')
    expect(idIn({})).toBe('head')
  })

  it('REL-23: obeys the longest wait an answer names', () => {
    const wait = (headers: Record<string, string>) =>
      failureOf(
        429,
        { code: 'WAIT', message: null, data: { retryAfterSeconds: 5 } },
        'sign_in',
        headers,
      )?.data.retryAfterSeconds
    expect(wait({})).toBe(5)
    expect(wait({ 'retry-after': '9' })).toBe(9)
    expect(wait({ 'retry-after': '9', 'x-retry-after': '30' })).toBe(30)
    expect(wait({ 'retry-after': 'soon' })).toBe(5)
    expect(wait({ 'retry-after': 'Thu, 15 Jan 2026 12:01:30 GMT' })).toBe(90)
  })

  it('names no wait where the answer names none', () => {
    expect(failureOf(429, { code: 'WAIT', message: null })?.data).toEqual({})
  })

  it('names a wrong code after the factor that was tried', () => {
    const at = (factor: OperationContext['factor']) => ({
      ...firstCall('mfa_challenge'),
      ...(factor ? { factor } : {}),
    })
    const body = { code: 'CODE', message: null }
    expect(codeOf(400, body, at('totp'))).toBe('totp_invalid')
    expect(codeOf(400, body, at('backup_code'))).toBe('backup_code_invalid')
    expect(failureOf(400, body, at('sms'))).toMatchObject({
      code: 'code_invalid',
      data: { factor: 'sms' },
    })
    expect(codeOf(400, body, at('webauthn'))).toBe('webauthn_failed')
    expect(failureOf(400, body, at('webauthn'))?.data).toStrictEqual({})
    expect(failureOf(400, body, at(undefined))).toMatchObject({ code: 'code_invalid' })
    expect(failureOf(400, body, at(undefined))?.data).toStrictEqual({})
  })

  it('names the factor of any code that was typed, and of nothing else', () => {
    const at = { ...firstCall('mfa_challenge'), factor: 'totp' } as const
    const typed = { data: { factor: 'totp' } }
    expect(failureOf(400, { code: 'OLD', message: null }, at)).toMatchObject({
      code: 'code_expired',
      ...typed,
    })
    expect(failureOf(400, { code: 'SPENT', message: null }, at)).toMatchObject({
      code: 'code_attempts_exhausted',
      ...typed,
    })
    expect(failureOf(403, { code: 'NO', message: null }, at)?.data).toStrictEqual({})
  })

  it.each([
    [400, 'sign_in', 'validation_failed'],
    [401, 'sign_in', 'invalid_credentials'],
    [401, 'api_call', 'session_missing'],
    [401, 'mfa_challenge', 'code_invalid'],
    [402, 'api_call', 'plan_limit_reached'],
    [403, 'sign_in', 'action_not_allowed'],
    [403, 'sign_up', 'action_not_allowed'],
    [403, 'password_reset', 'action_not_allowed'],
    [403, 'api_call', 'permission_denied'],
    [404, 'api_call', 'not_found'],
    [408, 'api_call', 'timed_out'],
    [409, 'sign_up', 'account_exists'],
    [409, 'account_link', 'account_exists'],
    [409, 'api_call', 'conflict'],
    [410, 'sign_in', 'flow_expired'],
    [412, 'api_call', 'precondition_failed'],
    [413, 'api_call', 'validation_failed'],
    [422, 'sign_up', 'validation_failed'],
    [423, 'sign_in', 'account_locked'],
    [425, 'api_call', 'service_unavailable'],
    [428, 'api_call', 'precondition_failed'],
    [429, 'sign_in', 'rate_limited'],
    [500, 'sign_in', 'server_error'],
    [502, 'sign_in', 'service_unavailable'],
    [503, 'sign_in', 'service_unavailable'],
    [504, 'sign_in', 'service_unavailable'],
    [599, 'sign_in', 'server_error'],
    [302, 'sign_in', 'unknown'],
  ] as const)('REL-48: falls back on status %d at %s: %s', (status, operation, code) => {
    expect(codeOf(status, '<html></html>', operation)).toBe(code)
  })

  it('refreshes on a bare 401 only where a token was sent', () => {
    expect(codeOf(401, undefined, { ...firstCall('api_call'), hadToken: true })).toBe(
      'access_token_invalid',
    )
  })
})
