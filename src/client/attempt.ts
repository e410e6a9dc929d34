import type { ActionInput, ActionName, ActionResult } from '../backends/actions.js'
import type { Backend, Endpoint } from '../backends/backend.js'
import { sortAnswer } from '../backends/sort-answer.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import type { Factor, OperationContext } from '../errors/operation.js'
import type { CallOptions, Succeeded } from './auth-client.js'
import { localFailure } from './local-failure.js'
import { send, urlOf, type TransportOptions } from './transport.js'

export interface AttemptSettings extends TransportOptions {
  backend: Backend
  /** Epoch milliseconds. */
  now: () => number
}

export interface AttemptOptions extends CallOptions {
  accessToken: string | null
  /** 1 for the first try, 2 for the replay after a refresh. */
  number: number
}

/** Sends one action once. Resolves with its result or the failure its answer means; never rejects. */
export async function attempt<A extends ActionName>(
  settings: AttemptSettings,
  endpoint: Endpoint<ActionInput<A>, ActionResult<A>>,
  input: ActionInput<A>,
  { accessToken, number, factor = factorIn(input), signal }: AttemptOptions,
): Promise<Succeeded<ActionResult<A>> | { kind: 'failed'; failure: AuthFailure }> {
  const { backend, now } = settings
  const request = endpoint.request(input)
  const context: OperationContext = {
    operation: endpoint.operation,
    attempt: number,
    hadToken: request.bearer === true && (accessToken !== null || backend.session === 'cookie'),
    ...(factor === undefined ? {} : { factor }),
  }
  if (request.navigate) {
    // The browser goes there itself: what the app gets is the address.
    const value = endpoint.result({ url: urlOf(backend, request) })
    if (value !== null) return { kind: 'succeeded', value }
  }
  const captchaToken = captchaIn(input)
  const answer = await send(backend, request, settings, { accessToken, captchaToken, signal })
  if (typeof answer === 'string') {
    return { kind: 'failed', failure: localFailure(answer, backend.id, context, now()) }
  }
  try {
    const failure = sortAnswer(backend, answer, context, now())
    if (failure) return { kind: 'failed', failure }
    const value = endpoint.result(answer.body)
    if (value !== null) return { kind: 'succeeded', value }
  } catch {
    // A fault in an adapter fails closed: an answer that could not be read signs nobody in.
  }
  const unread = localFailure('unknown', backend.id, context, now())
  return { kind: 'failed', failure: { ...unread, status: answer.status } }
}

function factorIn(input: object): Factor | undefined {
  return 'factor' in input ? (input.factor as Factor) : undefined
}

function captchaIn(input: object): string | undefined {
  return 'captchaToken' in input && typeof input.captchaToken === 'string'
    ? input.captchaToken
    : undefined
}
