import { describe, expect, it } from 'vitest'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import type { OperationContext } from '../../src/errors/operation.js'
import { NOW, readerOf } from './answers.js'

const { stateOf } = readerOf(intelliauth({ baseUrl: 'https://tenant.example' }))

describe('what the details carry', () => {
  const withDetails = (error: string, details: unknown, context: Partial<OperationContext> = {}) =>
    stateOf({ status: 400, body: { error, message: 'x', details }, ...context })

  it.each(['account_locked', 'sms_rate_limited'])(
    'REL-23: %s counts down retry_after_s',
    (code) => {
      expect(withDetails(code, { retry_after_s: 45 })).toMatchObject({
        retryAfterSeconds: 45,
        until: NOW + 45_000,
      })
    },
  )

  it('REL-23: a rate limit waits for the longer of header and body', () => {
    const body = { error: 'rate_limited', details: { retry_after_s: 5 } }
    expect(stateOf({ status: 429, body, headers: { 'retry-after': '20' } })).toMatchObject({
      until: NOW + 20_000,
    })
  })

  it.each([['1e9'], [-1], [null], [{}], [[60]]])(
    'SEC-26: retry_after_s %j is no time',
    (retry_after_s) => {
      expect(withDetails('account_locked', { retry_after_s })).toMatchObject({
        kind: 'account_locked',
        until: null,
      })
    },
  )

  it('a captcha names its provider and site key', () => {
    const details = { provider: 'turnstile', site_key: '0x4AAA', action: 'login' }
    expect(withDetails('captcha_required', details)).toMatchObject({
      kind: 'captcha_required',
      provider: 'turnstile',
      siteKey: '0x4AAA',
    })
  })

  it.each<[string, unknown]>([
    ['a map of texts', { email: 'Not an address' }],
    ['a map of lists', { email: ['Not an address'] }],
    ['a list of field and message', [{ field: 'email', message: 'Not an address' }]],
  ])('UX-18: field errors as %s', (_, fields) => {
    expect(withDetails('validation_failed', { fields })).toMatchObject({
      kind: 'field_errors',
      fields: [{ name: 'email', reason: 'invalid', message: 'Not an address' }],
      description: null,
    })
  })

  it('step-up names its level, as a number or a word', () => {
    expect(withDetails('step_up_required', { required_aal: 2 })).toMatchObject({ level: '2' })
    expect(withDetails('step_up_required', { required_aal: 'AAL3' })).toMatchObject({
      level: 'AAL3',
    })
    expect(withDetails('step_up_required', { required_aal: {} })).toMatchObject({ level: null })
  })

  it("a blocked step tells which and why, in the tenant's own words, cleaned", () => {
    const details = { step: 'geo-check', reason: 'Sign-in\u0000 from\u202e here is not allowed.' }
    expect(withDetails('step_blocked', details)).toMatchObject({
      kind: 'blocked_by_policy',
      step: 'geo-check',
      description: 'Sign-in from here is not allowed.',
    })
  })

  it('a conflict shows what conflicts', () => {
    expect(withDetails('conflict', { resource: 'team', field: 'name' })).toMatchObject({
      kind: 'conflict',
      reason: 'exists',
      resource: 'team',
      field: 'name',
    })
  })

  it('SEC-26: details of the wrong type take nothing else with them', () => {
    const details = {
      retry_after_s: 45,
      provider: 7,
      fields: null,
      flow_id: {},
      available_factors: 'totp',
      step: [],
    }
    expect(withDetails('account_locked', details)).toMatchObject({ retryAfterSeconds: 45 })
    for (const wrong of ['x', 7, [], null]) {
      expect(withDetails('validation_failed', wrong)).toMatchObject({
        kind: 'field_errors',
        fields: [],
      })
      expect(withDetails('validation_failed', { fields: wrong })).toMatchObject({ fields: [] })
    }
  })

  it('SEC-25: a field error nested 10,000 deep is read without a fault', () => {
    const deep = `${'{"a":{"message":'.repeat(10_000)}"x"${'}}'.repeat(10_000)}`
    expect(
      withDetails('validation_failed', { fields: { email: JSON.parse(deep) as unknown } }),
    ).toMatchObject({
      kind: 'field_errors',
      fields: [{ name: 'email' }],
    })
  })
})
