import type { OperationContext } from '../src/errors/operation.js'
import type { UiState } from '../src/ui-state/ui-state.js'
import {
  BETTER_AUTH_ROWS,
  betterAuthBody,
  type BetterAuthRow,
} from '../test/contract/better-auth-rows.js'
import { CASES, type SeedCase } from '../test/contract/seed-rows.js'
import { PARTIES, RECEIVED_AT, wireRowOf } from '../test/contract/written-answer.js'
import { stateOf, type WireStory } from './answer-story.js'
import type { BackendId } from './backends.js'

/** A code of a backend's own reference, and what the kit makes of it. */
export interface DocumentedAnswer {
  id: string
  backend: BackendId
  /** What was asked when the answer came: the operations at which it leads to this state. */
  askedAt: readonly string[]
  status: number
  /** The backend's own code; null where it sends none. */
  wireCode: string | null
  message: string | null
  /** The first of these answers, as it is sent. */
  wire: WireStory
  state: UiState
}

interface Answered {
  reference: string
  askedAt: string
  wireCode: string | null
  message: string | null
  wire: WireStory
}

/** Every code that the backends' references list. The same code at another operation may be another answer. */
export const DOCUMENTED: readonly DocumentedAnswer[] = gathered([
  ...CASES.map(ofReference),
  ...BETTER_AUTH_ROWS.map(ofBetterAuth),
])

/** How many codes the references list, however often they lead to different states. */
export const CODE_COUNT =
  new Set(CASES.map(({ seed }) => seed.id)).size +
  new Set(BETTER_AUTH_ROWS.map(({ code }) => code)).size

function ofReference(seedCase: SeedCase): Answered {
  const { seed, operation, attempt, hadToken, factor } = seedCase
  const requestId = '550e8400-e29b-41d4-a716-446655440000'
  const row = wireRowOf(seedCase, '. Please try again later.')
  const { dialect } = PARTIES[seed.backend]
  const reply = dialect.writeRow(row, { now: RECEIVED_AT, requestId, operation })
  const notes = [
    attempt > 1 && 'second try',
    hadToken && 'with a token',
    factor?.replaceAll('_', ' '),
  ].filter(Boolean)
  return {
    reference: seed.id,
    askedAt: notes.length > 0 ? `${operation} (${notes.join(', ')})` : operation,
    wireCode: seed.code,
    message: seed.message,
    wire: {
      backend: seed.backend,
      operation,
      status: reply.status,
      ...(reply.headers && { headers: reply.headers }),
      body: sent(reply.body),
      context: { attempt, hadToken, ...(factor && { factor }) } satisfies Partial<OperationContext>,
    },
  }
}

function ofBetterAuth(row: BetterAuthRow): Answered {
  const { code, word, text, status, at, factor } = row
  return {
    reference: `better-auth:${code}:${at}`,
    askedAt: at,
    wireCode: word ?? code,
    message: text ?? null,
    wire: {
      backend: 'better-auth',
      operation: at,
      status,
      body: betterAuthBody(row),
      ...(factor && { context: { factor } }),
    },
  }
}

/** What leads to the same code of the kit's is one answer. */
function gathered(all: readonly Answered[]): DocumentedAnswer[] {
  const found = new Map<string, DocumentedAnswer>()
  for (const { reference, askedAt, wireCode, message, wire } of all) {
    const state = stateOf(wire)
    const id = `${reference} ${state.code}`
    const before = found.get(id)
    found.set(id, {
      ...(before ?? {
        id,
        backend: wire.backend,
        status: wire.status ?? 200,
        wireCode,
        message,
        wire,
        state,
      }),
      askedAt: [...new Set([...(before?.askedAt ?? []), askedAt])],
    })
  }
  return [...found.values()]
}

/** A body after its way over the wire. */
function sent(body: unknown): unknown {
  return typeof body === 'object' ? (JSON.parse(JSON.stringify(body)) as unknown) : body
}
