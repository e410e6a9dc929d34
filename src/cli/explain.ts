import { sortAnswer } from '../backends/sort-answer.js'
import { localFailure } from '../client/local-failure.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import { rowOf, type AuthCode, type ProgramResponse, type RetryRule } from '../errors/catalogue.js'
import type { Operation } from '../errors/operation.js'
import { copyOf } from '../i18n/copy-of.js'
import type { Translator } from '../i18n/translator.js'
import { toUiState } from '../ui-state/to-ui-state.js'
import type { UiKind, UiState } from '../ui-state/ui-state.js'
import type { Reader } from './backends.js'
import type { Question } from './question.js'

/** One line of `--jsonl` output. */
export interface Explanation {
  code: AuthCode
  kind: UiKind
  /** The state's facts but for its instants, which depend on the clock. */
  data: Readonly<Record<string, unknown>>
  /** The sentence the user reads, or null where nothing is said. */
  copy: string | null
  response: ProgramResponse
  raw: {
    code: string | null
    status: number | null
    message: string | null
    requestId: string | null
  }
}

/** What the kit makes of an outcome, with what the reports add to a line. */
export interface Explained extends Explanation {
  /** The server's own words where the code lets them be shown, cleaned; else null. */
  serverText: string | null
  retry: RetryRule
}

const NO_ANSWER = { offline: 'offline', timeout: 'timed_out' } as const

/** Operations that sign somebody in: only a session will do as their success. */
const MUST_GRANT: readonly Operation[] = ['sign_in', 'mfa_challenge', 'refresh']

const SUCCESS: Partial<Record<Operation, AuthCode>> = {
  sign_out: 'signed_out',
  mfa_send_code: 'request_accepted',
  email_resend: 'request_accepted',
  password_forgot: 'request_accepted',
}

/** Operations whose session is the user's own, not one renewed on the way. */
const SIGNS_IN: readonly Operation[] = [
  ...MUST_GRANT,
  'sign_up',
  'silent_auth',
  'oauth_callback',
  'sso_callback',
  'device_poll',
  'anonymous_sign_in',
  'passkey_authenticate',
]

/**
 * Explains an outcome: total, so that any answer gets an explanation.
 *
 * @param now epoch milliseconds at which the answer arrived
 */
export function explain(question: Question, { t }: Pick<Translator, 't'>, now: number): Explained {
  const failure = failureOf(question, now)
  const state = toUiState(failure)
  const copy = copyOf(state)
  const row = rowOf(state.code)
  return {
    code: state.code,
    kind: state.kind,
    data: timelessFacts(state),
    copy: copy && t(copy.key, copy.values),
    response: row.response,
    raw: {
      code: failure.rawCode,
      status: failure.status,
      message: failure.message,
      requestId: failure.requestId,
    },
    serverText: copy?.serverText ?? null,
    retry: row.retry,
  }
}

/** The outcome as the client hands it on. A success counts as the code it stands for. */
export function failureOf(question: Question, now: number): AuthFailure {
  const { backend, context, outcome } = question
  if (typeof outcome === 'string') {
    return localFailure(NO_ANSWER[outcome], backend.id, context, now)
  }
  const known = { status: outcome.status, requestId: outcome.header('x-request-id') }
  try {
    const failure = sortAnswer(backend, outcome, context, now)
    if (failure) return failure
    return {
      ...localFailure(successOf(question, outcome.body), backend.id, context, now),
      ...known,
    }
  } catch {
    // As in the client: a fault in an adapter fails closed.
    return { ...localFailure('unknown', backend.id, context, now), ...known }
  }
}

/** What a 2xx body that carries no failure stands for. */
function successOf({ context: { operation }, readers }: Question, body: unknown): AuthCode {
  const results = readAll(readers.get(operation) ?? [], body)
  if (results === null) return 'completed'
  const grant = results.find((result) => 'accessToken' in result || 'session' in result)
  if (grant && SIGNS_IN.includes(operation)) {
    // A new account without a session waits for its address to be verified.
    return 'session' in grant && grant['session'] === null ? 'email_unverified' : 'signed_in'
  }
  if (results.length === 0 || MUST_GRANT.includes(operation)) return 'unknown'
  return SUCCESS[operation] ?? 'completed'
}

/** Everything the operation's actions can read from a body, or null when it has no action. */
function readAll(readers: readonly Reader[], body: unknown): Record<string, unknown>[] | null {
  if (readers.length === 0) return null
  return readers
    .map((read) => read(body))
    .filter((result) => typeof result === 'object' && result !== null) as Record<string, unknown>[]
}

function timelessFacts(state: UiState): Record<string, unknown> {
  const facts: Record<string, unknown> = { ...state }
  for (const name of ['kind', 'code', 'operation', 'support', 'until', 'expiresAt']) {
    delete facts[name]
  }
  return facts
}
