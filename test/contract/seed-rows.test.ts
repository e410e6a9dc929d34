import { describe, expect, it } from 'vitest'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import { CATALOGUE, isAuthCode, rowOf, type ProgramResponse } from '../../src/errors/catalogue.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import type { UiState } from '../../src/ui-state/ui-state.js'
import en from '../../locales/en.json'
import { expectFacts } from './expected-facts.js'
import {
  CASES,
  CASES_EVERYWHERE,
  DIFFERENCES,
  KINDS_ELSEWHERE,
  SEEDS,
  type SeedCase,
  type SeedRow,
} from './seed-rows.js'
import { answerTo, PARTIES, RECEIVED_AT } from './written-answer.js'

const COPY: Readonly<Record<string, { text: string }>> = en.codes

/**
 * Seed 003's "Programmatic" column in the catalogue's words. The rows that have none (the delivery feed, the
 * custom actions) are left out.
 */
const RESPONSES: Record<string, ProgramResponse> = {
  invalid_credentials: 'show_error',
  account_disabled: 'stop',
  account_locked: 'count_down',
  email_unverified: 'resend_verification',
  password_must_be_reset: 'set_password',
  mfa_required: 'challenge_mfa',
  mfa_enrolment_required: 'enrol_mfa',
  step_up_required: 'step_up',
  captcha_required: 'solve_captcha',
  invalid_redirect_uri: 'report_configuration',
  invalid_client: 'report_configuration',
  invalid_grant: 'sign_in',
  invalid_scope: 'narrow_scope',
  unauthorized_client: 'report_configuration',
  consent_required: 'continue_interactively',
  state_mismatch: 'restart',
  pkce_required: 'report_configuration',
  token_expired: 'refresh',
  session_expired: 'sign_in',
  session_revoked: 'sign_in',
  silent_auth_failed: 'retry_once',
  totp_invalid: 're_enter_code',
  webauthn_failed: 'offer_fallback',
  sms_send_failed: 'offer_fallback',
  sms_rate_limited: 'count_down',
  backup_code_invalid: 're_enter_code',
  flow_expired: 'restart',
  flow_invalid: 'restart',
  network_error: 'retry',
  rate_limited: 'count_down',
  server_error: 'retry',
  service_unavailable: 'retry',
  not_found: 'do_not_retry',
  permission_denied: 'do_not_retry',
  validation_failed: 'show_fields',
  conflict: 'show_conflict',
  precondition_failed: 'reload',
}

async function stateOf(seedCase: SeedCase, ending = '. Please try again later.'): Promise<UiState> {
  const { operation, attempt, hadToken, factor, seed } = seedCase
  const answer = await answerTo(seedCase, ending)
  const context = { operation, attempt, hadToken, ...(factor && { factor }) }
  const failure = sortAnswer(PARTIES[seed.backend].backend, answer, context, RECEIVED_AT)
  if (!failure) throw new Error(`${seedCase.title} was read as a success`)
  return toUiState(failure)
}

function copyOf({ code }: UiState): string | null {
  const { copy } = rowOf(code)
  return copy === null ? null : (COPY[copy]?.text ?? `no copy for ${copy}`)
}

/** Null where the seed says not to show anything; undefined where it leaves the words to the app. */
function recommendedCopy({ recommended_copy, copy_directive }: SeedRow): string | null | undefined {
  if (recommended_copy !== null) return recommended_copy
  if (copy_directive?.startsWith("don't show")) return null
  return /usually "(.*)"/.exec(copy_directive ?? '')?.[1]
}

describe('the error references', () => {
  it('hold 200 rows, all of them mapped', () => {
    expect(SEEDS).toHaveLength(200)
    const count = (id: string) => SEEDS.filter(({ backend }) => backend === id).length
    expect(count('authos')).toBe(61)
    expect(count('edgebase')).toBe(57)
    expect(count('intelliauth')).toBe(45)
    expect(count('auth-svc')).toBe(20)
    expect(count('calimatic')).toBe(17)
    expect(new Set(CASES.map(({ seed }) => seed.id))).toEqual(new Set(SEEDS.map(({ id }) => id)))
  })

  for (const seedCase of CASES) {
    it(`${seedCase.title}: ${seedCase.state}`, async () => {
      const state = await stateOf(seedCase)
      expect(state.kind).toBe(seedCase.state)
      expectFacts(state, seedCase)
      expect(copyOf(state) ?? 'nothing to show').not.toMatch(/^no copy for/)
    })
  }

  for (const seedCase of CASES.filter(({ seed }) => seed.match === 'prefix')) {
    it(`${seedCase.title}: the dots of the reference are read as well`, async () => {
      expect((await stateOf(seedCase, '...')).kind).toBe(seedCase.state)
    })
  }

  it('that hold for every operation mean the same at each of them', async () => {
    const kinds = await Promise.all(
      CASES_EVERYWHERE.map(async (seedCase) => [seedCase.title, (await stateOf(seedCase)).kind]),
    )
    const wanted = CASES_EVERYWHERE.map(({ title, state }) => [title, state])
    expect(Object.fromEntries(kinds)).toEqual(Object.fromEntries(wanted))
  })

  it('differ from the mapping nowhere else than listed', () => {
    const titles = new Set([...CASES, ...CASES_EVERYWHERE].map(({ title }) => title))
    const listed = [...Object.keys(DIFFERENCES), ...Object.keys(KINDS_ELSEWHERE)]
    expect(listed.filter((title) => !titles.has(title))).toEqual([])
  })
})

describe('the copy and the response that seed 003 recommends', () => {
  const BASE_CASES = CASES.filter(({ seed }, index) => {
    const first = CASES.findIndex((other) => other.seed.id === seed.id)
    return seed.backend === 'intelliauth' && first === index
  })

  const WORDED = BASE_CASES.filter(({ seed }) => recommendedCopy(seed) !== undefined)

  it('is given for all but two codes: one varies, one is per field', () => {
    expect(WORDED).toHaveLength(35)
  })

  it.each(WORDED)('$seed.code says what it should', async (seedCase) => {
    expect(copyOf(await stateOf(seedCase))).toBe(recommendedCopy(seedCase.seed))
  })

  it.each(Object.entries(RESPONSES))('%s asks the program to %s', async (code, response) => {
    const seedCase = BASE_CASES.find(({ seed }) => seed.code === code)
    if (!seedCase) throw new Error(`${code} is no code of seed 003`)
    const state = await stateOf(seedCase)
    expect(rowOf(state.code).response).toBe(response)
  })

  it('keeps each code of seed 003 as a code of the catalogue', () => {
    const codes = SEEDS.filter(({ backend }) => backend === 'intelliauth').map(({ code }) => code)
    expect(codes.filter((code) => !isAuthCode(code))).toEqual([])
  })

  it('lets a program repeat what seed 003 calls retryable, and nothing else of it', () => {
    const repeated = Object.keys(RESPONSES).filter(
      (code) => isAuthCode(code) && ['retry', 'retry_once'].includes(CATALOGUE[code].response),
    )
    expect(repeated).toEqual([
      'silent_auth_failed',
      'network_error',
      'server_error',
      'service_unavailable',
    ])
  })
})
