import type { Backend } from '../backends/backend.js'
import { sortAnswer } from '../backends/sort-answer.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import type { OperationContext } from '../errors/operation.js'
import type { UiState } from '../ui-state/ui-state.js'
import { addressOf, isAllowed } from './allowed-origins.js'
import { readBearerChallenge } from './bearer-challenge.js'
import { StepUpNeeded } from './step-up-needed.js'
import { parseBody, readCapped } from './wire-body.js'

/** The kit's own word for it, whatever envelope an API puts it in. */
const STEP_UP = 'step_up_required'

/** What a request to the app's API may need of its client. */
export interface ProtectedFetchParts {
  backend: Backend
  fetch: typeof globalThis.fetch
  now: () => number
  /** Null: the page's own origin. */
  origins: ReadonlySet<string> | null
  accessToken: () => string | null
  /** Another number after each sign-in and sign-out. */
  generation: () => number
  /** Resolves with whether there is a fresh session. */
  refresh: () => Promise<boolean>
  /** Turns a failure into its state, and does what the state asks of the session of that generation. */
  settle: (failure: AuthFailure, generation: number) => UiState
}

/** Sends a request of the app to its own API; see `AuthClient.fetch`. */
export async function protectedFetch(
  parts: ProtectedFetchParts,
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const { backend, accessToken, settle } = parts
  const url = addressOf(input)
  const headers = new Headers(init.headers ?? (input instanceof Request ? input.headers : {}))
  const token = accessToken()
  const hasSession = token !== null || backend.session === 'cookie'
  if (!hasSession || headers.has('authorization') || !isAllowed(url, parts.origins)) {
    return parts.fetch(input, init)
  }

  const generation = parts.generation()
  // The body of a request can be read once.
  const spare = input instanceof Request ? input.clone() : url.href
  const first = await send(parts, input instanceof Request ? input : url.href, init, headers)
  const refusal = await refusalIn(parts, first, 1)
  if (!refusal) return first
  const state = settle(refusal, generation)
  if (state.kind === 'step_up_required') throw new StepUpNeeded(state)
  if (state.kind !== 'silent_recovery') return first

  // Another request may have fetched a fresh token meanwhile.
  const renewed = (token !== null && accessToken() !== token) || (await parts.refresh())
  // Nobody else's session sends it, and a stream cannot be sent again.
  const isOurs = generation === parts.generation()
  if (!renewed || !isOurs || init.body instanceof ReadableStream) return first

  const second = await send(parts, spare, init, headers)
  const secondRefusal = await refusalIn(parts, second, 2)
  if (!secondRefusal) return second
  const end = settle(secondRefusal, generation)
  if (end.kind === 'step_up_required') throw new StepUpNeeded(end)
  return second
}

function send(
  { fetch, backend, accessToken }: ProtectedFetchParts,
  target: Request | string,
  init: RequestInit,
  headers: Headers,
): Promise<Response> {
  if (backend.session === 'cookie') {
    return fetch(target, typeof target === 'string' ? { credentials: 'include', ...init } : init)
  }
  const withToken = new Headers(headers)
  withToken.set('authorization', `Bearer ${accessToken() ?? ''}`)
  // A redirect could carry the token to another origin.
  return fetch(target, { ...init, headers: withToken, redirect: 'error' })
}

/** The failure in an answer, where it is about the token or asks for a step-up; any other is the app's own affair. */
async function refusalIn(
  { backend, now }: ProtectedFetchParts,
  response: Response,
  attempt: number,
): Promise<AuthFailure | null> {
  const { status, headers } = response
  if (status !== 401 && status !== 403) return null
  const context: OperationContext = { operation: 'api_call', attempt, hadToken: true }
  const challenge = readBearerChallenge(headers.get('www-authenticate'))
  try {
    const body = parseBody(await readCapped(response.clone()))
    const answer = { status, header: (name: string) => headers.get(name), body }
    const failure = sortAnswer(backend, answer, context, now())
    if (!failure) return null
    if (challenge?.error === 'insufficient_user_authentication') {
      const { acrValues, maxAge } = challenge
      const asked = { acrValues, ...(maxAge === null ? {} : { maxAge }) }
      return { ...failure, code: STEP_UP, data: { ...failure.data, ...asked } }
    }
    if (failure.rawCode === STEP_UP) return { ...failure, code: STEP_UP }
    if (failure.code === STEP_UP) return failure
    if (status !== 401) return null
    if (challenge?.error === 'invalid_token') return { ...failure, code: 'access_token_invalid' }
    // A word that is none of the backend's is the app's own, and says nothing of the token.
    return failure.rawCode === null || speaks(backend, failure.rawCode) ? failure : null
  } catch {
    // A body that broke off, or a fault in an adapter: the app gets the answer as it is.
    return null
  }
}

function speaks({ codes, codesByOperation, rules = [] }: Backend, word: string): boolean {
  return (
    Object.hasOwn(codes, word) ||
    Object.hasOwn(codesByOperation?.api_call ?? {}, word) ||
    rules.some(({ code }) => code === word)
  )
}
