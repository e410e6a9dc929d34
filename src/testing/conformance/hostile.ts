import type { Backend, Endpoint } from '../../backends/backend.js'
import { isAuthCode } from '../../errors/catalogue.js'
import type { Operation } from '../../errors/operation.js'
import { STATE_FACTS } from '../../ui-state/state-facts.js'
import { sortExample, titleOf, wireAnswer, type ExampleAnswer } from './example-answer.js'
import type { Finding } from './report.js'

/** An endpoint of any action. */
export type AnyEndpoint = Endpoint<object, unknown>

/** Bodies that no auth server means: what a proxy, a captive portal or an attacker sends. */
const BODIES: Readonly<Record<string, string>> = {
  'an empty body': '',
  'a page': '<!doctype html><title>Sign in to the hotel network</title>',
  'half a JSON': '{"error":{"code":"ACC',
  'a number': '42',
  'a text': '"oops"',
  null: 'null',
  'an empty object': '{}',
  'an array': '[{"code":"ACCOUNT_LOCKED"}]',
  'wrong types': '{"code":{},"error":[],"message":7,"data":[],"details":"x","meta":null,"user":1}',
  'a poisoned prototype': '{"__proto__":{"code":"x"},"constructor":{"prototype":{"code":"x"}}}',
  'a byte order mark': '\ufeff{"message":"x"}',
  'a very long text': `{"code":"${'x'.repeat(100_000)}"}`,
  'arrays in each other': `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
}
const STATUSES = [200, 204, 302, 400, 401, 403, 404, 409, 418, 422, 423, 429, 500, 503, 599]
/** Put in the place of each part of an example's body. */
const PARTS: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  'x'.repeat(3_000),
  [],
  {},
  [[{}]],
  JSON.parse('{"__proto__":{"code":"x"}}'),
]
const LONGEST_WAIT = 86_400

/** Sends every hostile body to every operation, and every example with each of its parts replaced. */
export function checkHostile(
  backend: Backend,
  endpoints: Readonly<Record<string, AnyEndpoint>>,
  examples: readonly ExampleAnswer[],
  now: number,
): Finding[] {
  const calls = Object.values(endpoints)
  const operations = new Set<Operation>(calls.map(({ operation }) => operation))
  for (const { at } of examples) operations.add(at)
  const found = new Map<string, Finding>()
  const note = (where: string, what: string | null) => {
    if (what)
      found.set(`${where} ${what}`, {
        check: 'hostile_body',
        level: 'failure',
        where,
        what,
        mend: MEND,
      })
  }
  for (const at of operations) {
    const here = calls.filter(({ operation }) => operation === at)
    for (const [name, body] of Object.entries(BODIES)) {
      for (const status of STATUSES) {
        note(`${at} ${status}`, judge(backend, { at, status, body }, here, now, name))
      }
    }
  }
  for (const example of examples) {
    const here = calls.filter(({ operation }) => operation === example.at)
    const where = titleOf(example, null)
    for (const body of mutants(wireAnswer(example).body)) {
      note(where, judge(backend, { ...example, body }, here, now, null))
    }
    if (example.status >= 300) note(where, takenForSession(backend, example, here, now))
  }
  if (Object.keys(Object.prototype).length > 0) note('Object.prototype', 'It was written to.')
  return [...found.values()]
}

const MEND =
  'Read bodies through a schema that refuses what does not fit: readBody(schema, read), or defineBackend.'

/** What is wrong with what became of an answer; null when nothing is. */
function judge(
  backend: Backend,
  example: ExampleAnswer,
  endpoints: readonly AnyEndpoint[],
  now: number,
  name: string | null,
): string | null {
  const sent = name ?? 'a body with a part replaced'
  try {
    const sorted = sortExample(backend, example, now)
    if (sorted) {
      const { state } = sorted
      if (!Object.hasOwn(STATE_FACTS, state.kind) || !isAuthCode(state.code)) {
        return `${sent} became ${state.kind}, which is no state.`
      }
      return 'retryAfterSeconds' in state && !isWait(state.retryAfterSeconds)
        ? `${sent} gave a wait of ${state.retryAfterSeconds} seconds.`
        : null
    }
    if (example.status >= 300) return `${sent} was taken for a success.`
    for (const { result } of endpoints) {
      const value = result(wireAnswer(example).body)
      if (isGrant(value) && !isSession(backend, value, name !== null)) {
        return `${sent} signed somebody in.`
      }
    }
    return null
  } catch (error) {
    return `${sent} made it throw: ${String(error)}.`
  }
}

/** Whether a refusal that comes with the status 200 signs somebody in. */
function takenForSession(
  backend: Backend,
  example: ExampleAnswer,
  endpoints: readonly AnyEndpoint[],
  now: number,
): string | null {
  const answer = { ...example, status: 200 }
  try {
    if (sortExample(backend, answer, now)) return null
    const { body } = wireAnswer(answer)
    return endpoints.some(({ result }) => isGrant(result(body)))
      ? 'Its refusal signs somebody in when it comes with the status 200.'
      : null
  } catch {
    // That it throws is found with the others.
    return null
  }
}

function isWait(seconds: unknown): boolean {
  return (
    seconds === null ||
    (Number.isInteger(seconds) && Number(seconds) >= 0 && Number(seconds) <= LONGEST_WAIT)
  )
}

interface Grant {
  accessToken: unknown
}

function isGrant(value: unknown): value is Grant {
  return typeof value === 'object' && value !== null && 'accessToken' in value
}

/** Tokens are the session unless a cookie carries it; a body that says nothing at all is never one. */
function isSession({ session }: Backend, { accessToken }: Grant, saysNothing: boolean): boolean {
  if (saysNothing) return false
  return session === 'cookie' || (typeof accessToken === 'string' && accessToken !== '')
}

/** The body with each of its parts, however deep, replaced by each of `PARTS`. */
function* mutants(body: unknown): Generator {
  yield* PARTS
  if (typeof body !== 'object' || body === null) return
  for (const [name, value] of Object.entries(body)) {
    for (const part of mutants(value)) {
      const copy: unknown = structuredClone(body)
      ;(copy as Record<string, unknown>)[name] = part
      yield copy
    }
  }
}
