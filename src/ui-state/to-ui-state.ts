import type { AuthFailure } from '../errors/auth-failure.js'
import { CATALOGUE, rowOf, type AuthCode } from '../errors/catalogue.js'
import { plainText } from './plain-text.js'
import { STATE_FACTS } from './state-facts.js'
import type { FactsOf, UiKind, UiState } from './ui-state.js'

/** Each row's kind is a kind, and the facts it settles are facts of that kind. */
type FittingRow = {
  [K in UiKind]: { readonly kind: K; readonly data: Partial<FactsOf<K>> }
}[UiKind]
CATALOGUE satisfies Record<AuthCode, FittingRow>

/**
 * Sorts a failure into the one state that fits it. Pure and total: the same failure gives an equal state,
 * and no failure throws.
 */
export function toUiState(failure: AuthFailure): UiState {
  const code = settledCode(failure)
  const row = rowOf(code)
  const kind = row.kind as UiKind
  return {
    kind,
    code,
    operation: failure.context.operation,
    support: { requestId: failure.requestId, rawCode: failure.rawCode, status: failure.status },
    ...factsOf(kind, { ...row.data, ...failure.data }, failure, row.serverText === true),
  } as UiState
}

/** A silent code has one attempt; after it, or where the refresh itself said so, it is what it stands for. */
function settledCode({ code, context }: AuthFailure): AuthCode {
  const { then, response } = rowOf(code)
  const refreshSaidSo = response === 'refresh' && context.operation === 'refresh'
  return then !== undefined && (context.attempt > 1 || refreshSaidSo) ? (then as AuthCode) : code
}

function factsOf(
  kind: UiKind,
  known: Readonly<Record<string, unknown>>,
  failure: AuthFailure,
  serverText: boolean,
): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const [name, fallback] of Object.entries(STATE_FACTS[kind])) {
    facts[name] = known[name] ?? fallback
  }
  if ('until' in facts) {
    facts['until'] = instant(
      failure,
      facts['retryAfterSeconds'] ?? facts['defaultRetryAfterSeconds'],
    )
  }
  if ('expiresAt' in facts) {
    facts['expiresAt'] ??= instant(failure, failure.data.expiresInSeconds)
  }
  if ('description' in facts) {
    facts['description'] = serverText ? plainText(failure.data.description) : null
  }
  return facts
}

function instant(failure: AuthFailure, seconds: unknown): number | null {
  return typeof seconds === 'number' ? failure.receivedAt + seconds * 1000 : null
}
