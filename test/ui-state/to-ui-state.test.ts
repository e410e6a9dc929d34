import { describe, expect, it } from 'vitest'
import { localFailure } from '../../src/client/local-failure.js'
import { CATALOGUE, type AuthCode } from '../../src/errors/catalogue.js'
import { firstCall } from '../../src/errors/operation.js'
import { STATE_FACTS } from '../../src/ui-state/state-facts.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)
const CODES = Object.keys(CATALOGUE) as AuthCode[]

describe('the sort', () => {
  it.each(CODES)('REL-48: gives %s exactly its kind and the facts of that kind', (code) => {
    const state = toUiState(localFailure(code, 'test', firstCall('sign_in'), NOW))
    expect(state.kind).toBe(CATALOGUE[code].kind)
    expect(state).toMatchObject({ code, operation: 'sign_in' })
    const facts = Object.keys(STATE_FACTS[state.kind])
    expect(Object.keys(state).toSorted()).toEqual(
      ['kind', 'code', 'operation', 'support', ...facts].toSorted(),
    )
  })

  it('reaches every kind from some code', () => {
    expect(new Set(CODES.map((code) => CATALOGUE[code].kind))).toEqual(
      new Set(Object.keys(STATE_FACTS)),
    )
  })

  it('counts a wait from the moment the answer came', () => {
    const locked = localFailure('account_locked', 'test', firstCall('sign_in'), NOW, {
      retryAfterSeconds: 90,
    })
    expect(toUiState(locked)).toMatchObject({ retryAfterSeconds: 90, until: NOW + 90_000 })
  })

  it('names no instant where no wait is known', () => {
    const locked = localFailure('account_locked', 'test', firstCall('sign_in'), NOW)
    expect(toUiState(locked)).toMatchObject({ until: null })
    const challenged = localFailure('mfa_required', 'test', firstCall('sign_in'), NOW)
    expect(toUiState(challenged)).toMatchObject({ expiresAt: null })
  })

  it('says when a challenge ends, from the instant or the time that the answer names', () => {
    const ends = (data: { expiresAt?: number; expiresInSeconds?: number }) =>
      toUiState(localFailure('mfa_required', 'test', firstCall('sign_in'), NOW, data))
    expect(ends({ expiresInSeconds: 300 })).toMatchObject({ expiresAt: NOW + 300_000 })
    expect(ends({ expiresAt: NOW + 1, expiresInSeconds: 300 })).toMatchObject({
      expiresAt: NOW + 1,
    })
  })

  it.each(CODES.filter((code) => CATALOGUE[code].kind !== 'silent_recovery'))(
    'means the same by %s however often the call was made',
    (code) => {
      const failure = localFailure(code, 'test', firstCall('refresh'), NOW)
      const again = { ...failure, context: { ...failure.context, attempt: 2 } }
      expect(toUiState(again)).toEqual(toUiState(failure))
    },
  )

  it('falls back on the wait that the backend promises', () => {
    const locked = localFailure('account_locked', 'test', firstCall('sign_in'), NOW, {
      defaultRetryAfterSeconds: 900,
    })
    expect(toUiState(locked)).toMatchObject({ retryAfterSeconds: null, until: NOW + 900_000 })
  })

  it.each([
    ['token_expired', 'session_expired', 'expired'],
    ['access_token_invalid', 'token_invalid', 'invalid'],
    ['silent_auth_failed', 'session_missing', 'missing'],
  ] as const)('REL-22: %s is recovered from once, then becomes %s', (code, then, reason) => {
    const once = localFailure(code, 'test', firstCall('api_call'), NOW)
    expect(toUiState(once).kind).toBe('silent_recovery')
    const replayed = { ...once, context: { ...once.context, attempt: 2 } }
    expect(toUiState(replayed)).toMatchObject({ kind: 'sign_in_required', code: then, reason })
  })

  it('SEC-02: shows the server’s words only where the code allows them', () => {
    const data = { description: 'Your contract ended.' }
    const at = firstCall('sign_in')
    expect(toUiState(localFailure('step_blocked', 'test', at, NOW, data))).toMatchObject(data)
    expect(toUiState(localFailure('action_not_allowed', 'test', at, NOW, data))).toMatchObject({
      description: null,
    })
  })
})
