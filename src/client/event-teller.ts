import type { Operation } from '../errors/operation.js'
import type { UiKind, UiState } from '../ui-state/ui-state.js'
import type { AuthEvent } from './auth-event.js'
import type { CircuitBreaker } from './circuit-breaker.js'

/** Tells the app what happens. What its handler throws is reported, and breaks nothing here. */
export interface EventTeller {
  tell: (event: AuthEvent) => void
  /** Tells of an answer that was no plain success. */
  answered: (state: UiState) => void
  /** Tells that an operation came through, where it had failed before. */
  cameThrough: (operation: Operation) => void
}

const PASSING: readonly UiKind[] = ['done', 'pending', 'silent_recovery', 'cancelled']
/** Codes and request ids look like this; a sentence, an address or a token that a server put in their place does not. */
const ID = /^[\w.:/-]{1,100}$/

export function createEventTeller(
  backend: string,
  onEvent: (event: AuthEvent) => void = () => undefined,
): EventTeller {
  const failures = new Map<Operation, number>()

  function tell(event: AuthEvent) {
    try {
      onEvent(event)
    } catch (error) {
      // As the error of any listener is; Node has no such function.
      if ('reportError' in globalThis) reportError(error)
      // oxlint-disable-next-line no-console -- the app's own error, and a server must go on
      else console.error(error)
    }
  }

  function cameThrough(operation: Operation) {
    const count = failures.get(operation)
    if (count === undefined) return
    failures.delete(operation)
    tell({ type: 'recovered', operation, failures: count })
  }

  function answered({ operation, kind, code, support, ...facts }: UiState) {
    const type = typeOf(kind)
    if (type === 'failed' || type === 'locked') {
      failures.set(operation, (failures.get(operation) ?? 0) + 1)
    }
    const { until, retryAfterSeconds } = { until: null, retryAfterSeconds: null, ...facts }
    const answer = {
      type,
      backend,
      operation,
      kind,
      code,
      status: support.status,
      requestId: idOnly(support.requestId),
      rawCode: idOnly(support.rawCode),
      retryAfterSeconds,
      ...(type === 'locked' && { until }),
    }
    // The type follows from the kind, which the compiler cannot know.
    tell(answer as AuthEvent)
    if (kind === 'done') cameThrough(operation)
  }

  return { tell, answered, cameThrough }
}

function typeOf(kind: UiKind): 'failed' | 'locked' | 'challenged' | 'answered' {
  if (kind === 'account_locked') return 'locked'
  if (kind.endsWith('_required')) return 'challenged'
  return PASSING.includes(kind) ? 'answered' : 'failed'
}

function idOnly(text: string | null): string | null {
  return text !== null && ID.test(text) ? text : null
}

/** Tells of each outage once, and of its end. */
export function tellOutages({ outage, onChange }: CircuitBreaker, tell: EventTeller['tell']): void {
  let since: number | null = null
  onChange(() => {
    const now = outage()
    if (now === null && since !== null) tell({ type: 'outage_ended', since })
    if (now !== null && since === null) tell({ type: 'outage_started', nextTryAt: now.nextTryAt })
    since = now?.since ?? null
  })
}
