import type { WireAnswer } from '../../src/backends/backend.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import { firstCall, type Operation, type OperationContext } from '../../src/errors/operation.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'

export const NOW = Date.UTC(2026, 10, 21, 12, 0, 0)

const backend = betterAuth({ baseUrl: '/api/auth' })

interface Circumstances extends Partial<OperationContext> {
  headers?: Record<string, string>
}

/** The state an answer of Better Auth leads to, or null for a success. */
export function stateAfter(
  at: Operation,
  status: number,
  body: unknown,
  { headers = {}, ...context }: Circumstances = {},
) {
  const known = new Headers(headers)
  const answer: WireAnswer = { status, header: (name) => known.get(name), body }
  const failure = sortAnswer(backend, answer, { ...firstCall(at), ...context }, NOW)
  return failure && toUiState(failure)
}
