import fc from 'fast-check'
import { authSvc } from '../../src/backends/auth-svc/index.js'
import { authos } from '../../src/backends/authos/index.js'
import type { AccountEndpoints, Backend, Endpoint } from '../../src/backends/backend.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { calimatic } from '../../src/backends/calimatic/index.js'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import { parseBody } from '../../src/client/wire-body.js'
import { isAuthCode } from '../../src/errors/catalogue.js'
import { OPERATIONS, type Factor, type OperationContext } from '../../src/errors/operation.js'
import { copyOf } from '../../src/i18n/copy-of.js'
import { STATE_FACTS } from '../../src/ui-state/state-facts.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)

export const BACKENDS: readonly Backend[] = [
  authSvc,
  authos,
  betterAuth,
  calimatic,
  edgebase,
  intelliauth,
].map((make) => make({ baseUrl: '/api' }))

/** Names that an object has without anybody giving it one. */
export const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']

/** An answer that no server should send, to any call. */
export interface HostileAnswer {
  status: number
  text: string
  headers: Readonly<Record<string, string>>
  context: OperationContext
}

const FACTORS = [undefined, 'totp', 'sms', 'webauthn', 'backup_code'] as const
const HEADERS = ['retry-after', 'x-retry-after', 'date', 'x-request-id', 'www-authenticate']

/** Any status, header and body, half of them in the envelopes and words of the backend. */
export function hostileAnswers(backend: Backend): fc.Arbitrary<HostileAnswer> {
  const word = fc.constantFrom(...Object.keys(backend.codes), ...PROTOTYPE_NAMES)
  const anything = fc.oneof(word, fc.string(), fc.jsonValue())
  const inner = fc.record(
    {
      code: anything,
      error: anything,
      message: fc.oneof(ownWords(backend), anything),
      details: anything,
      fields: fc.oneof(fc.dictionary(fc.string(), anything), anything),
      retry_after_s: fc.oneof(fc.double(), anything),
    },
    { requiredKeys: [] },
  )
  const envelope = fc.record(
    {
      success: fc.oneof(fc.boolean(), anything),
      status: anything,
      code: anything,
      error: fc.oneof(inner, anything),
      error_code: anything,
      error_description: anything,
      slug: anything,
      message: fc.oneof(ownWords(backend), anything),
      data: fc.oneof(inner, anything),
      details: fc.oneof(inner, anything),
      meta: fc.oneof(inner, anything),
      user: anything,
      session: anything,
      accessToken: anything,
      access_token: anything,
      token: anything,
    },
    { requiredKeys: [] },
  )
  const text = fc.oneof(
    { weight: 6, arbitrary: envelope.map((body) => JSON.stringify(body)) },
    { weight: 2, arbitrary: fc.json({ maxDepth: 4 }) },
    { weight: 1, arbitrary: fc.string() },
    { weight: 1, arbitrary: envelope.map((body) => JSON.stringify(body).slice(0, -3)) },
  )
  const factor = fc.constantFrom(...FACTORS)
  const context = fc
    .record({
      operation: fc.constantFrom(...OPERATIONS),
      attempt: fc.constantFrom(1, 2),
      hadToken: fc.boolean(),
    })
    .chain((call) => factor.map((typedFor) => withFactor(call, typedFor)))
  return fc.record({
    status: fc.oneof(
      fc.constantFrom(200, 201, 204, 400, 401, 403, 404, 409, 422, 423, 429, 500, 503),
      fc.integer({ min: 100, max: 599 }),
    ),
    text,
    headers: fc.dictionary(
      fc.constantFrom(...HEADERS),
      fc.oneof(fc.string(), fc.integer().map(String)),
    ),
    context,
  })
}

function withFactor(call: OperationContext, factor: Factor | undefined): OperationContext {
  return factor === undefined ? call : { ...call, factor }
}

/** The texts that the backend's rules look for, and what is almost one of them. */
function ownWords({ rules = [] }: Backend): fc.Arbitrary<string> {
  const texts = rules.flatMap(({ message }) => (typeof message === 'string' ? [message] : []))
  const some = texts.length > 0 ? fc.constantFrom(...texts) : fc.string()
  return fc.tuple(some, fc.string({ maxLength: 8 })).map((parts) => parts.join(''))
}

/** Judges what one backend makes of hostile answers. */
export async function judgeOf(
  backend: Backend,
): Promise<(hostile: HostileAnswer) => string | null> {
  const account: AccountEndpoints = (await backend.loadAccountEndpoints?.()) ?? {}
  const endpoints = Object.values({ ...backend.endpoints, ...account }) as Endpoint<
    never,
    unknown
  >[]
  return ({ status, text, headers, context }) => {
    const body = parseBody(text)
    const header = (name: string) => (Object.hasOwn(headers, name) ? (headers[name] ?? null) : null)
    const failure = sortAnswer(backend, { status, header, body }, context, NOW)
    for (const { operation, result } of endpoints) {
      if (operation === context.operation) result(body)
    }
    if (failure === null) return status < 300 ? null : `a ${status} was taken for a success`
    const state = toUiState(failure)
    if (!Object.hasOwn(STATE_FACTS, state.kind)) return `the kind ${state.kind} is none`
    if (!isAuthCode(state.code)) return `the code ${String(state.code)} is none`
    const copy = copyOf(state)
    const said = copy?.serverText ?? ''
    return said.length > 300 ? `a server's text of ${said.length} characters was let through` : null
  }
}
