import type { AuthFailure } from '../errors/auth-failure.js'
import type { FailureData } from '../errors/failure-data.js'
import type { AuthCode } from '../errors/catalogue.js'
import type { Factor, OperationContext } from '../errors/operation.js'
import type { CodeEntry, Dialect, MessageRule, WireAnswer, WireError } from './backend.js'
import { parseRetryAfter } from './retry-after.js'
import { serverTime } from './server-time.js'
import { codeForStatus } from './status-fallback.js'

/** Longest text that rules are tried on, in characters. */
const MAX_RULE_TEXT = 2_000

const CODE_BY_FACTOR: Partial<Record<Factor, AuthCode>> = {
  totp: 'totp_invalid',
  backup_code: 'backup_code_invalid',
  webauthn: 'webauthn_failed',
}

/** Codes that speak of what was typed, whichever factor it was typed for. */
const TYPED_CODES: ReadonlySet<AuthCode> = new Set<AuthCode>([
  'code_invalid',
  'code_expired',
  'code_attempts_exhausted',
])

const NO_ENVELOPE: WireError = { code: null, message: null }

/**
 * Sorts the outcome of an operation, success bodies included. Returns null for a success.
 * Total: any status, header and body gives one failure or null, and nothing throws.
 *
 * @param receivedAt epoch milliseconds at which the answer arrived
 */
export function sortAnswer(
  dialect: Dialect,
  answer: WireAnswer,
  context: OperationContext,
  receivedAt: number,
): AuthFailure | null {
  // Waits are counted by the clock that named their end, so that a wrong clock here bends none.
  const at = serverTime(answer) ?? receivedAt
  const succeeded = answer.status >= 200 && answer.status < 300
  const challenge = succeeded ? dialect.readChallenge(answer, context, at) : null
  if (succeeded && !challenge) return null

  const error: WireError = challenge ?? dialect.readError(answer, context, at) ?? NO_ENVELOPE
  const entry =
    challenge?.entry ??
    entryFor(dialect, answer.status, error, context) ??
    entryOfStatus(dialect, answer.status, context) ??
    codeForStatus(answer.status, context)
  const { code, facts } = openEntry(entry, context)
  return {
    code,
    data: { ...facts, ...error.data, ...waitIn(answer, error.data, at) },
    context,
    receivedAt,
    backend: dialect.id,
    status: answer.status,
    rawCode: error.code,
    message: error.message,
    requestId: error.requestId ?? answer.header('x-request-id'),
  }
}

/** What the backend's own rules and tables make of an error; null where they do not know it. */
export function entryFor(
  dialect: Dialect,
  status: number,
  error: WireError,
  context: OperationContext,
): CodeEntry | null {
  for (const rule of rulesFor(dialect.rules ?? NO_RULES, error.code)) {
    const entry = entryOfRule(rule, status, error, context)
    if (entry) return entry
  }
  const { code } = error
  if (code === null) return null
  const special = dialect.codesByOperation?.[context.operation]
  if (special && Object.hasOwn(special, code)) return special[code] ?? null
  return Object.hasOwn(dialect.codes, code) ? (dialect.codes[code] ?? null) : null
}

const NO_RULES: readonly MessageRule[] = []

/** The rules of each dialect by the codes they name, and under undefined those of any code alone; in their own order. */
const byCode = new WeakMap<
  readonly MessageRule[],
  ReadonlyMap<string | null | undefined, readonly MessageRule[]>
>()

/** The rules that an answer with this code may fit, so that the others cost it nothing. */
function rulesFor(rules: readonly MessageRule[], code: string | null): readonly MessageRule[] {
  const known = byCode.get(rules) ?? sortByCode(rules)
  return known.get(code) ?? known.get(undefined) ?? NO_RULES
}

function sortByCode(
  rules: readonly MessageRule[],
): ReadonlyMap<string | null | undefined, readonly MessageRule[]> {
  const codes = new Set([undefined, ...rules.map(({ code }) => code)])
  const sorted = new Map(
    [...codes].map((code) => [
      code,
      rules.filter((rule) => rule.code === undefined || rule.code === code),
    ]),
  )
  byCode.set(rules, sorted)
  return sorted
}

function entryOfStatus(
  { statuses, statusesByOperation }: Dialect,
  status: number,
  { operation }: OperationContext,
): CodeEntry | null {
  return statusesByOperation?.[operation]?.[status] ?? statuses?.[status] ?? null
}

function entryOfRule(
  rule: MessageRule,
  status: number,
  error: WireError,
  context: OperationContext,
): CodeEntry | null {
  if (rule.status !== undefined && rule.status !== status) return null
  if (rule.code !== undefined && rule.code !== error.code) return null
  if (rule.at && !rule.at.includes(context.operation)) return null
  if (rule.when && !rule.when(context)) return null
  const match = matchOf(rule.message, error.message)
  if (!match) return null
  return typeof rule.is === 'function' ? rule.is(match) : rule.is
}

function matchOf(
  wanted: string | RegExp | undefined,
  text: string | null,
): readonly string[] | null {
  if (wanted === undefined) return []
  if (text === null) return null
  if (typeof wanted === 'string') return text === wanted ? [text] : null
  return wanted.exec(text.slice(0, MAX_RULE_TEXT))
}

function openEntry(
  entry: CodeEntry,
  context: OperationContext,
): { code: AuthCode; facts: Readonly<Record<string, unknown>> } {
  const { code, ...facts } = typeof entry === 'string' ? { code: entry } : entry
  const { factor } = context
  if (factor === undefined || !TYPED_CODES.has(code)) return { code, facts }
  return {
    code: code === 'code_invalid' ? (CODE_BY_FACTOR[factor] ?? code) : code,
    facts: factor === 'webauthn' ? facts : { ...facts, factor },
  }
}

/** The longest wait the answer names: a delay is a floor, never a ceiling. */
function waitIn(answer: WireAnswer, data: FailureData | undefined, now: number): FailureData {
  const named = [
    parseRetryAfter(answer.header('retry-after'), now),
    parseRetryAfter(answer.header('x-retry-after'), now),
    data?.retryAfterSeconds ?? null,
  ].filter((seconds) => seconds !== null)
  return named.length > 0 ? { retryAfterSeconds: Math.max(...named) } : {}
}
