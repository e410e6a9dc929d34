import type { ActionInput, ActionName, ActionResult } from '../backends/actions.js'
import type { Endpoint } from '../backends/backend.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import { rowOf } from '../errors/catalogue.js'
import { firstCall } from '../errors/operation.js'
import { attempt, type AttemptOptions, type AttemptSettings } from './attempt.js'
import { createCircuitBreaker, type CircuitBreaker } from './circuit-breaker.js'
import { localFailure } from './local-failure.js'
import { createRetryBudget } from './retry-budget.js'
import { retryDelayMs } from './retry-policy.js'

type Outcome<A extends ActionName> = Awaited<ReturnType<typeof attempt<A>>>

/** Sends calls, with care for a server in trouble. */
export interface CarefulAttempts {
  /**
   * Sends one action. What only reads is sent again after a failure that may pass, and not at all while the server is
   * down; a submission is sent once, whenever its user wants it.
   */
  send: <A extends ActionName>(
    endpoint: Endpoint<ActionInput<A>, ActionResult<A>>,
    input: ActionInput<A>,
    options: AttemptOptions,
  ) => Promise<Outcome<A>>
  breaker: CircuitBreaker
  /** Lets go of what is waiting: it ends with the failure it waited after. */
  rest: () => void
}

/** @param random from 0 up to 1 */
export function createCarefulAttempts(
  settings: AttemptSettings,
  random: () => number,
): CarefulAttempts {
  const { backend, now } = settings
  const budget = createRetryBudget()
  const breaker = createCircuitBreaker(now, random)
  const pauses = new Set<() => void>()

  function note(outcome: { kind: 'succeeded' } | { kind: 'failed'; failure: AuthFailure }) {
    const health = outcome.kind === 'succeeded' ? 'well' : healthBy(outcome.failure)
    if (health === 'well') {
      budget.succeeded()
      breaker.succeeded()
    } else if (health === 'ill') {
      budget.failed()
      breaker.failed()
    }
  }

  /** Resolves with whether the pause was waited out. */
  function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isOver: boolean) => {
        clearTimeout(timer)
        pauses.delete(stop)
        signal?.removeEventListener('abort', stop)
        resolve(isOver)
      }
      const stop = () => end(false)
      const timer = setTimeout(() => end(true), milliseconds)
      pauses.add(stop)
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop)
    })
  }

  return {
    breaker,
    async send(endpoint, input, options) {
      const { method, navigate } = endpoint.request(input)
      if (navigate) return attempt(settings, endpoint, input, options)
      const onlyReads = method === 'GET'
      for (let retries = 0; ; retries += 1) {
        const outage = breaker.outage()
        if (onlyReads && outage && !breaker.admits()) {
          const retryAfterSeconds = Math.ceil((outage.nextTryAt - now()) / 1000)
          const context = firstCall(endpoint.operation)
          const data = { retryAfterSeconds: Math.max(retryAfterSeconds, 1) }
          const failure = localFailure('service_unavailable', backend.id, context, now(), data)
          return { kind: 'failed', failure }
        }
        const outcome = await attempt(settings, endpoint, input, options)
        note(outcome)
        if (outcome.kind === 'succeeded' || !onlyReads || !budget.allows()) return outcome
        const delay = delayAfter(outcome.failure, retries, random)
        if (delay === null || !(await pause(delay, options.signal))) return outcome
      }
    },
    rest() {
      for (const stop of pauses) stop()
    },
  }
}

/** Whether a failure tells of a server at work, or of one in trouble; without a network it tells nothing. */
function healthBy({ code }: AuthFailure): 'well' | 'ill' | null {
  if (code === 'offline' || code === 'request_cancelled') return null
  const { kind } = rowOf(code)
  return kind === 'server_error' || kind === 'network_error' ? 'ill' : 'well'
}

function delayAfter(
  { code, data }: AuthFailure,
  retries: number,
  random: () => number,
): number | null {
  // Who has waited for a whole deadline already is not to wait for two more.
  if (code === 'timed_out') return null
  const waitSeconds = data.retryAfterSeconds ?? null
  return retryDelayMs({ rule: rowOf(code).retry, retries, waitSeconds }, random)
}
