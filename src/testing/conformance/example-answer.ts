import type { Backend, CodeEntry, WireAnswer, WireError } from '../../backends/backend.js'
import { entryFor, sortAnswer } from '../../backends/sort-answer.js'
import { parseBody } from '../../client/wire-body.js'
import type { AuthFailure } from '../../errors/auth-failure.js'
import type { AuthCode } from '../../errors/catalogue.js'
import type { Factor, Operation, OperationContext } from '../../errors/operation.js'
import { toUiState } from '../../ui-state/to-ui-state.js'
import type { UiKind, UiState } from '../../ui-state/ui-state.js'

/** An answer that a server sends, out of its documentation or recorded. */
export interface ExampleAnswer {
  /** What it answers. */
  at: Operation
  status: number
  headers?: Readonly<Record<string, string>>
  /** A JSON value, or a text. */
  body?: unknown
  /** What it has to become; left out: anything but `unknown`. */
  kind?: UiKind | 'success'
  code?: AuthCode
  /** Whom it is said to, where nothing has been proved yet: the two must not be told apart. */
  to?: 'known_address' | 'unknown_address'
  /** The factor that a code was typed for. */
  factor?: Factor
  /** Whether the request carried an access token. Default false. */
  hadToken?: boolean
}

/** An answer as the transport hands it over. */
export function wireAnswer({ status, headers = {}, body }: ExampleAnswer): WireAnswer {
  const values = new Headers(headers)
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '')
  return { status, header: (name) => values.get(name), body: parseBody(text) }
}

/** The call that an example answers. */
export function contextOf({ at, factor, hadToken = false }: ExampleAnswer): OperationContext {
  return { operation: at, attempt: 1, hadToken, ...(factor === undefined ? {} : { factor }) }
}

/** An example, sorted: null for a success. */
export interface Sorted {
  failure: AuthFailure
  state: UiState
}

/** Sorts an example. Throws what the backend throws. */
export function sortExample(backend: Backend, example: ExampleAnswer, now: number): Sorted | null {
  const failure = sortAnswer(backend, wireAnswer(example), contextOf(example), now)
  return failure && { failure, state: toUiState(failure) }
}

/** What the backend's own tables make of an example's code; null where they do not know it. */
export function knownEntry(
  backend: Backend,
  example: ExampleAnswer,
  now: number,
): CodeEntry | null {
  const answer = wireAnswer(example)
  const context = contextOf(example)
  const challenge = answer.status < 300 ? backend.readChallenge(answer, context, now) : null
  if (challenge?.entry) return challenge.entry
  const error: WireError | null = challenge ?? backend.readError(answer, context, now)
  return error && entryFor(backend, answer.status, error, context)
}

/** Names an example in a finding. */
export function titleOf({ at, status }: ExampleAnswer, rawCode: string | null): string {
  return [at, status, rawCode].filter((part) => part !== null).join(' ')
}

/** A body with one leaf changed; `change` gives undefined to leave one alone. */
export function mapLeaves(body: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(body)) return body.map((item) => mapLeaves(item, change))
  if (typeof body === 'object' && body !== null) {
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => [name, mapLeaves(value, change)]),
    )
  }
  return change(body) ?? body
}

/** Every text and number in a body. */
export function leavesOf(body: unknown): readonly unknown[] {
  if (typeof body !== 'object' || body === null) return [body]
  return Object.values(body).flatMap(leavesOf)
}
