import { expect } from 'vitest'
import type { UiState } from '../../src/ui-state/ui-state.js'
import type { SeedCase } from './seed-rows.js'
import { NAMED_WAITS } from './written-answer.js'

/** Ideas for a screen rather than facts of the state: which buttons to offer is settled by the state itself. */
const HINTS = new Set([
  'offer',
  'resolve',
  'retryAfterSource',
  'retryWithout',
  'reportToOperator',
  'parseMessage',
  'onlyEmpty',
  'devWarning',
  'allSessions',
])

/** What `details.<name>` stands for in the answers of this suite. */
const CARRIED: Record<string, unknown> = {
  'details.retry_after_s': NAMED_WAITS['details.retry_after_s'],
  'details.field': 'email',
  'details.step': 'fraud_check',
}

/** Checks every decisive fact of a mapped row against the state; an unknown fact fails. */
export function expectFacts(state: UiState, { facts, seed, description }: SeedCase): void {
  const actual = state as unknown as Record<string, unknown>
  for (const [name, wanted] of Object.entries(facts)) {
    if (HINTS.has(name)) continue
    if (state.kind === 'field_errors') {
      expectFieldFact(state.fields, name, wanted)
    } else if (state.kind === 'blocked_by_policy' && name === 'reason') {
      expect(state.description).toBe('Ask the front desk.')
    } else if (state.kind === 'method_failed' && name === 'description') {
      expect(state.description).toBe(description)
    } else if (state.kind === 'mfa_required' && name === 'factors') {
      expect(state.factors.map(({ kind }) => kind)).toEqual(wanted)
    } else {
      expect(Object.hasOwn(actual, name), `${state.kind} carries ${name}`).toBe(true)
      const named = typeof wanted === 'string' && Object.hasOwn(CARRIED, wanted)
      expect(actual[name], name).toEqual(named ? CARRIED[wanted] : wanted)
    }
  }
  for (const field of seed.details_fields) {
    const seconds = NAMED_WAITS[field]
    if (seconds !== undefined) expect(actual['retryAfterSeconds']).toBe(seconds)
  }
}

function expectFieldFact(
  fields: readonly { name: string; reason: string; min?: number }[],
  name: string,
  wanted: unknown,
): void {
  if (name === 'fields') {
    const names = Array.isArray(wanted) ? wanted : ['email']
    expect(fields.map((field) => field.name)).toEqual(
      names.map((field: unknown) => (field === 'details.field' ? 'email' : field)),
    )
  } else if (name === 'reason') {
    expect(fields.map((field) => field.reason)).toEqual(fields.map(() => wanted))
  } else if (name === 'min') {
    expect(fields.map((field) => field.min)).toEqual(fields.map(() => wanted))
  } else {
    throw new Error(`field_errors has no fact ${name}`)
  }
}
