import type { Backend, CodeEntry, Dialect, MessageRule } from '../../src/backends/backend.js'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import { OPERATIONS, type Factor, type OperationContext } from '../../src/errors/operation.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import type { UiState } from '../../src/ui-state/ui-state.js'

/** Where an answer leads, and the circumstances in which it does. */
export interface Sorted {
  state: UiState
  askedAt: string
}

const FACTORS: readonly Factor[] = ['totp', 'backup_code', 'email', 'sms', 'webauthn']
const ANYWHERE = 'any operation'
const ELSEWHERE = 'any other operation'

/** So many operations are named where something holds for them alone. */
const FEW = 4

interface Found {
  state: UiState
  at: string[]
  /** Circumstances in which it is reached besides, and where. */
  notes: Map<string, string[]>
}

/** What a rule's pattern finds, where it reads something out of a text: a number fits every one of them. */
const FOUND = ['8', '8', '8']

/** What becomes of a wire code at every operation, by the sort that the client itself uses. */
export function sortCode(backend: Backend, code: string | null, status: number): Sorted[] {
  const dialect: Dialect = {
    ...backend,
    readError: () => ({ code, message: null }),
    readChallenge: () => ({ code, message: null }),
  }
  return gathered((context) => stateOf(dialect, status, context))
}

/** What becomes of an answer whose code and text are unknown. */
export function sortStatus(status: number): Sorted[] {
  return gathered((context) => stateOf(UNKNOWN, status, context))
}

/** What a rule makes of the texts that it is for. */
export function sortRule({ is, at }: MessageRule): UiState {
  const entry: CodeEntry = typeof is === 'function' ? is(FOUND) : is
  const dialect: Dialect = { ...UNKNOWN, rules: [{ is: entry }] }
  return stateOf(dialect, 400, { operation: at?.[0] ?? 'sign_in', attempt: 1, hadToken: false })
}

/** When a rule holds, in words: its own list of operations, and what its condition says of each circumstance. */
export function whenOf({ at, when }: MessageRule): string {
  const operations = at ?? OPERATIONS
  if (!when) return at ? at.map(coded).join(', ') : ANYWHERE
  const holds = operations.filter((operation) => fitting(when, operation).length > 0)
  const circumstances = holds.flatMap((operation) => fitting(when, operation))
  const needsToken = circumstances.every(({ hadToken }) => hadToken)
  const factors = [...new Set(circumstances.map(({ factor }) => factor))]
  const absent = operations.filter((operation) => !holds.includes(operation))
  return [
    at || absent.length > FEW ? holds.map(coded).join(', ') : ANYWHERE,
    !at && absent.length > 0 && absent.length <= FEW ? `but ${absent.map(coded).join(', ')}` : '',
    needsToken ? 'with an access token' : '',
    factors.includes(undefined)
      ? ''
      : `for ${factors.map((factor) => coded(factor ?? '')).join(', ')}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** A backend that knows nothing, so that the status decides. */
const UNKNOWN: Dialect = {
  id: 'unknown',
  codes: {},
  readError: () => null,
  readChallenge: () => ({ code: null, message: null }),
}

function stateOf(dialect: Dialect, status: number, context: OperationContext): UiState {
  const answer = { status, header: () => null, body: null }
  const failure = sortAnswer(dialect, answer, context, 0)
  if (!failure) throw new Error(`Gatewright: an answer with the status ${status} was no failure.`)
  return toUiState(failure)
}

/** One row for each state that is reached: the one that most operations lead to stands for all others. */
function gathered(sort: (context: OperationContext) => UiState): Sorted[] {
  const found = new Map<string, Found>()
  for (const operation of OPERATIONS) {
    const plain: OperationContext = { operation, attempt: 1, hadToken: false }
    const state = sort(plain)
    add(state).at.push(operation)
    const withToken = sort({ ...plain, hadToken: true })
    if (keyOf(withToken) !== keyOf(state)) note(withToken, 'with an access token', operation)
    for (const factor of FACTORS) {
      const typed = sort({ ...plain, factor })
      if (keyOf(typed) !== keyOf(state)) note(typed, `for ${coded(factor)}`, operation)
    }
  }
  function add(state: UiState) {
    const key = keyOf(state)
    const known = found.get(key) ?? { state, at: [], notes: new Map<string, string[]>() }
    found.set(key, known)
    return known
  }
  function note(state: UiState, words: string, operation: string) {
    const { notes } = add(state)
    notes.set(words, [...(notes.get(words) ?? []), operation])
  }
  const all = [...found.values()]
  const most = Math.max(...all.map(({ at }) => at.length))
  return all.map(({ state, at, notes }) => ({
    state,
    askedAt: [
      at.length === OPERATIONS.length ? ANYWHERE : at.length === most ? ELSEWHERE : list(at),
      ...[...notes].map(([words, where]) =>
        where.length > FEW ? words : `${words} at ${list(where)}`,
      ),
    ]
      .filter(Boolean)
      .join(', '),
  }))
}

function list(operations: readonly string[]): string {
  return operations.map(coded).join(', ')
}

/** What a reader of the table is told apart by. */
function keyOf(state: UiState): string {
  const fields = 'fields' in state ? state.fields : []
  const wait = 'defaultRetryAfterSeconds' in state ? state.defaultRetryAfterSeconds : null
  return JSON.stringify([state.code, fields, wait])
}

function fitting(
  when: NonNullable<MessageRule['when']>,
  operation: OperationContext['operation'],
): OperationContext[] {
  return [true, false].flatMap((hadToken) =>
    [undefined, ...FACTORS].flatMap((factor) => {
      const context = { operation, attempt: 1, hadToken, ...(factor && { factor }) }
      return when(context) ? [context] : []
    }),
  )
}

function coded(word: string): string {
  return `\`${word}\``
}
