import { describe, expect, it } from 'vitest'
import type { Backend } from '../../src/backends/backend.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import type { AuthClient } from '../../src/client/auth-client.js'
import { localFailure } from '../../src/client/local-failure.js'
import type { AuthCode } from '../../src/errors/catalogue.js'
import type { AuthFailure } from '../../src/errors/auth-failure.js'
import { firstCall } from '../../src/errors/operation.js'
import {
  withoutDisclosureAtCode,
  withoutDisclosureAtSignIn,
} from '../../src/hooks/account-disclosure.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import type { UiState } from '../../src/ui-state/ui-state.js'
import { NOW, stateAfter } from '../backends/state-after-better-auth.js'
import { SEEDS, type SeedCase, type SeedRow } from '../contract/seed-rows.js'
import { answerTo, PARTIES, RECEIVED_AT } from '../contract/written-answer.js'
import { VERDICTS } from './sign-in-verdicts.js'

const told = (state: UiState, backend: Backend) =>
  withoutDisclosureAtSignIn(state, { backend } as AuthClient, RECEIVED_AT)

const stateOf = (backend: Backend, code: AuthCode, data: AuthFailure['data'] = {}) =>
  toUiState(localFailure(code, backend.id, firstCall('sign_in'), RECEIVED_AT, data))

/** What a sign-in with an unknown address leads to. */
const generic = (backend: Backend) => stateOf(backend, 'invalid_credentials')

/** The state of a row that is the answer to a sign-in, whatever request it was written for. */
async function answered(seed: SeedRow): Promise<UiState> {
  const { backend } = PARTIES[seed.backend]
  const row: SeedCase = {
    title: seed.id,
    seed,
    operation: 'sign_in',
    attempt: 1,
    hadToken: false,
    description: 'server_error',
    factor: null,
    state: '',
    facts: {},
  }
  const failure = sortAnswer(backend, await answerTo(row, ''), firstCall('sign_in'), RECEIVED_AT)
  if (!failure) throw new Error(`${seed.id} is a success.`)
  return toUiState(failure)
}

const verdictOn = ({ backend, id }: SeedRow) => VERDICTS[backend][id.slice(backend.length + 1)]

describe('a sign-in where nobody is told who has an account', () => {
  it('SEC-39: has a verdict on each of the 200 codes, and on no other', () => {
    const judged = Object.entries(VERDICTS).flatMap(([backend, rows]) =>
      Object.keys(rows).map((id) => `${backend}:${id}`),
    )
    expect(judged.toSorted()).toEqual(SEEDS.map(({ id }) => id).toSorted())
    expect(judged).toHaveLength(200)
  })

  it.each(SEEDS.map((seed) => [verdictOn(seed), seed.id, seed] as const))(
    'SEC-39: takes as %s the code %s',
    async (verdict, _, seed) => {
      const { backend } = PARTIES[seed.backend]
      const state = await answered(seed)
      if (verdict === 'hidden') expect(told(state, backend)).toEqual(generic(backend))
      else expect(told(state, backend)).toBe(state)
    },
  )

  it.each(SEEDS.filter((seed) => verdictOn(seed) === 'hidden').map((seed) => [seed.id, seed]))(
    'SEC-39: shows %s once the app knows that its server checks the password first',
    async (_, seed) => {
      const state = await answered(seed)
      const { backend } = PARTIES[seed.backend]
      expect(told(state, { ...backend, provedAtSignIn: [state.code] })).toBe(state)
    },
  )

  it('SEC-39: shows at EdgeBase that an account is disabled, which comes after the password', () => {
    const { backend } = PARTIES.edgebase
    expect(told(stateOf(backend, 'account_disabled'), backend).kind).toBe('account_disabled')
  })

  it.each([
    [401, 'INVALID_EMAIL_OR_PASSWORD', 'invalid_credentials'],
    [401, 'INVALID_USERNAME_OR_PASSWORD', 'invalid_credentials'],
    [401, 'INVALID_PHONE_NUMBER_OR_PASSWORD', 'invalid_credentials'],
    [401, 'USER_NOT_FOUND', 'invalid_credentials'],
    [400, 'PHONE_NUMBER_NOT_EXIST', 'invalid_credentials'],
    [401, 'PHONE_NUMBER_NOT_VERIFIED', 'invalid_credentials'],
    [422, 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL', 'invalid_credentials'],
    [403, 'EMAIL_NOT_VERIFIED', 'verification_required'],
    [403, 'BANNED_USER', 'account_disabled'],
    [423, 'ACCOUNT_LOCKED', 'account_locked'],
    [429, 'TOO_MANY_REQUESTS', 'rate_limited'],
  ])('SEC-39: shows %i %s of Better Auth as %s', (status, code, kind) => {
    const backend = betterAuth({ baseUrl: '/api/auth' })
    const state = stateAfter('sign_in', status, { code, message: 'No.' })
    if (!state) throw new Error(`${code} is a success.`)
    const shown = withoutDisclosureAtSignIn(state, { backend } as AuthClient, NOW)
    expect(shown.kind).toBe(kind)
    if (kind === 'invalid_credentials') expect(shown).toMatchObject({ support: { rawCode: null } })
  })

  it('SEC-39: does not take a resource of the app for an account', () => {
    const { backend } = PARTIES.authos
    const at = (resource: string) => told(stateOf(backend, 'not_found', { resource }), backend).kind
    expect(['organization', 'service', 'user'].map(at)).toEqual([
      'not_found',
      'not_found',
      'invalid_credentials',
    ])
  })

  it('SEC-39: shows what is wrong with the form, and not what the server says of an address', () => {
    const { backend } = PARTIES.intelliauth
    const refused = (name: string, reason: 'format' | 'invalid' | 'incorrect' | 'taken') =>
      told(stateOf(backend, 'validation_failed', { fields: [{ name, reason }] }), backend).kind
    expect(refused('email', 'format')).toBe('field_errors')
    expect(refused('tenantId', 'invalid')).toBe('field_errors')
    expect(refused('email', 'invalid')).toBe('invalid_credentials')
    expect(refused('username', 'taken')).toBe('invalid_credentials')
    expect(refused('password', 'incorrect')).toBe('invalid_credentials')
  })

  it('SEC-39: shows a lock, and how many attempts are left, where they strike any address', () => {
    const { backend } = PARTIES['auth-svc']
    const accountsAlone = { ...backend, locksOnlyAccounts: true }
    const locked = stateOf(backend, 'account_locked', { retryAfterSeconds: 90 })
    expect(told(locked, backend)).toBe(locked)
    expect(told(locked, accountsAlone)).toEqual(generic(backend))
    const wrong = stateOf(backend, 'invalid_credentials', { attemptsRemaining: 2 })
    expect(told(wrong, backend)).toMatchObject({ attemptsRemaining: 2 })
    expect(told(wrong, accountsAlone)).toEqual(generic(backend))
  })
})

describe('a one-time code where nobody is told who has an account', () => {
  const CODES = ['code_invalid', 'code_expired', 'code_attempts_exhausted'] as const

  it('SEC-38: is wrong in one way where codes go to accounts alone', () => {
    const { backend } = PARTIES.edgebase
    const entered = (code: AuthCode, at: Backend) =>
      withoutDisclosureAtCode(
        stateOf(at, code, { factor: 'email' }),
        { backend: at } as AuthClient,
        RECEIVED_AT,
      )
    const accountsAlone = { ...backend, codesOnlyToAccounts: true }
    const [wrong, ...others] = CODES.map((code) => entered(code, accountsAlone))
    expect(wrong).toMatchObject({ kind: 'invalid_code', code: 'code_invalid', factor: 'email' })
    expect(others).toEqual([wrong, wrong])
    expect(CODES.map((code) => (entered(code, backend) as UiState).code)).toEqual(CODES)
  })
})
