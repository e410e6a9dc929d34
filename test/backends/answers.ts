import { expect } from 'vitest'
import type { Backend, Endpoints, WireRequest } from '../../src/backends/backend.js'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import { OPERATIONS, type OperationContext } from '../../src/errors/operation.js'
import { STATE_FACTS } from '../../src/ui-state/state-facts.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'

/** When every answer of these tests arrives, in epoch milliseconds. */
export const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)

/** An answer and the call it answers: a first sign-in without a token, unless it says otherwise. */
export interface Answered extends Partial<OperationContext> {
  status: number
  body: unknown
  headers?: Readonly<Record<string, string>>
}

/** What a backend's answers mean, as failures and as states. */
export function readerOf(backend: Backend) {
  function failureOf({ status, body, headers = {}, ...context }: Answered) {
    const answer = { status, body, header: (name: string) => headers[name.toLowerCase()] ?? null }
    const call = { operation: 'sign_in', attempt: 1, hadToken: false, ...context } as const
    return sortAnswer(backend, answer, call, NOW)
  }
  function stateOf(answered: Answered) {
    const failure = failureOf(answered)
    if (!failure) throw new Error('The answer was taken for a success.')
    return toUiState(failure)
  }
  return { failureOf, stateOf }
}

/** Every endpoint of a backend, those loaded later included. */
export async function endpointsOf(backend: Backend): Promise<Endpoints> {
  return { ...backend.endpoints, ...(await backend.loadAccountEndpoints?.()) }
}

/** The request each endpoint builds from one input that holds whatever any of them asks for. */
export async function requestsOf(
  backend: Backend,
  input: object,
): Promise<Record<string, WireRequest>> {
  return Object.fromEntries(
    Object.entries(await endpointsOf(backend)).map(([name, endpoint]) => [
      name,
      (endpoint.request as (input: object) => WireRequest)(input),
    ]),
  )
}

export const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'] as const

/** Bodies no backend means to send. */
export const HOSTILE_BODIES: readonly unknown[] = [
  undefined,
  null,
  '',
  '<!doctype html><title>502</title>',
  42,
  true,
  [],
  [{ code: 'ACCOUNT_LOCKED', error: 'account_locked' }],
  {},
  { data: null },
  { data: [] },
  { data: { state: {} } },
  { code: {}, message: 7, error: [], details: 'x' },
  { error: null, code: null, message: null, details: null },
  { error: { code: 5, message: {} } },
  { error: { error: { code: 'ACCOUNT_LOCKED' } } },
  ...PROTOTYPE_NAMES.flatMap((name) => [
    { code: name, message: name },
    { error: name, message: name },
    { error: { code: name } },
    { data: { state: name } },
    JSON.parse(`{"${name}":{"code":"ACCOUNT_LOCKED"}}`) as unknown,
  ]),
]

/** Expects one state of the closed set from each body at each operation, or a success from a 2xx. */
export function expectOneKind(backend: Backend, status: number, bodies: readonly unknown[]) {
  const { failureOf } = readerOf(backend)
  for (const body of bodies) {
    for (const operation of OPERATIONS) {
      const failure = failureOf({ status, body, operation, hadToken: true })
      if (failure) expect(Object.hasOwn(STATE_FACTS, toUiState(failure).kind)).toBe(true)
      else expect(Math.floor(status / 100)).toBe(2)
    }
  }
}
