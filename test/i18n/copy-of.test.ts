import { describe, expect, it } from 'vitest'
import type { FailureData } from '../../src/errors/failure-data.js'
import { CATALOGUE, rowOf, type AuthCode } from '../../src/errors/catalogue.js'
import { firstCall } from '../../src/errors/operation.js'
import { copyOf, fieldCopy } from '../../src/i18n/copy-of.js'
import { createTranslator } from '../../src/i18n/translator.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'

const CODES = Object.keys(CATALOGUE) as AuthCode[]
const { t } = createTranslator('en')

function stateOf(code: AuthCode, data: FailureData = {}) {
  return toUiState({
    code,
    data: data as Record<string, unknown>,
    context: firstCall('sign_in'),
    receivedAt: 0,
    backend: 'example',
    status: 400,
    rawCode: null,
    message: null,
    requestId: null,
  })
}

describe('what a state says', () => {
  it('has a sentence for every code that says something', () => {
    for (const code of CODES) {
      const copy = copyOf(stateOf(code))
      if (rowOf(code).copy === null) expect(copy, code).toBeNull()
      else expect(t(copy!.key, copy!.values), code).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('UX-34: says nothing where the program acts by itself', () => {
    const silent: AuthCode[] = [
      'token_expired',
      'silent_auth_failed',
      'mfa_required',
      'captcha_required',
      'step_up_required',
    ]
    expect(silent.map((code) => copyOf(stateOf(code)))).toEqual(silent.map(() => null))
  })

  it('UX-09: names the time to the second when the server does', () => {
    const copy = copyOf(stateOf('account_locked', { retryAfterSeconds: 65 }))!
    expect(copy).toMatchObject({
      key: 'codes.account_locked.countdown',
      values: { seconds: 65 },
      ended: 'codes.account_locked.ended',
    })
    expect(t(copy.key, copy.values)).toBe(
      'Too many failed attempts. Try again in 1 minute, 5 seconds.',
    )
  })

  it('UX-09: says "about" when only the documented default is known', () => {
    const copy = copyOf(stateOf('account_locked', { defaultRetryAfterSeconds: 900 }))!
    expect(t(copy.key, copy.values)).toBe(
      'Too many failed attempts. Try again in about 15 minutes.',
    )
  })

  it('promises no time when none is known', () => {
    const copy = copyOf(stateOf('account_locked'))!
    expect(t(copy.key, copy.values)).toBe('Too many failed attempts. Try again in a few minutes.')
  })

  it('UX-13: tells a limit on everything from a limit on one account', () => {
    const all = copyOf(stateOf('rate_limited'))!
    const one = copyOf(stateOf('account_locked'))!
    expect(t(all.key)).not.toBe(t(one.key))
  })

  it('adds the reminder that a backup code works once', () => {
    const { hint } = copyOf(stateOf('backup_code_invalid'))!
    expect(hint && t(hint)).toBe('Each backup code works only once.')
  })

  it("SEC-02: hands on the server's own words only where the code allows them, and apart from the sentence", () => {
    const description = 'Sign-in is closed\u202e tonight'
    expect(copyOf(stateOf('step_blocked', { description }))).toMatchObject({
      key: 'codes.step_blocked.text',
      serverText: 'Sign-in is closed  tonight'.replace('  ', ' '),
    })
    expect(copyOf(stateOf('method_failed', { description }))?.serverText).toBeNull()
    expect(copyOf(stateOf('invalid_credentials', { description }))?.serverText).toBeNull()
  })
})

describe('what a refused field says', () => {
  const say = (error: Parameters<typeof fieldCopy>[0]) => {
    const { key, values } = fieldCopy(error)
    return t(key, values)
  }

  it('names the field where that reads better', () => {
    expect(say({ name: 'email', reason: 'required' })).toBe('Enter your email.')
    expect(say({ name: 'first_name', reason: 'required' })).toBe('Enter your first name.')
    expect(say({ name: 'nickname', reason: 'required' })).toBe('Fill in this field.')
  })

  it('names the bound when the server does', () => {
    expect(say({ name: 'password', reason: 'too_short', min: 8 })).toBe(
      'Use a password with 8 or more characters.',
    )
    expect(say({ name: 'newPassword', reason: 'too_long', max: 256 })).toBe(
      'Use a password with 256 or fewer characters.',
    )
    expect(say({ name: 'name', reason: 'too_long', max: 40 })).toBe('Use 40 or fewer characters.')
    expect(say({ name: 'password', reason: 'too_short' })).toBe('Use a longer password.')
  })

  it("passes on the server's words only when it gave no reason", () => {
    expect(
      fieldCopy({ name: 'email', reason: 'invalid', message: 'No <b>such</b> domain' }),
    ).toEqual({
      key: 'fields.invalid.any',
      values: {},
      serverText: 'No <b>such</b> domain',
    })
    expect(fieldCopy({ name: 'email', reason: 'taken', message: 'dup key' }).serverText).toBeNull()
  })

  it('SEC-23: takes no name for a key of an object', () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'required.any',
      '',
      'e'.repeat(9999),
    ]) {
      expect(say({ name, reason: 'required' })).toBe('Fill in this field.')
    }
  })
})
