import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Backend } from '../../src/backends/backend.js'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import { parseBody } from '../../src/client/wire-body.js'
import { isAuthCode } from '../../src/errors/catalogue.js'
import { OPERATIONS } from '../../src/errors/operation.js'
import { STATE_FACTS } from '../../src/ui-state/state-facts.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import { BACKENDS, hostileAnswers, judgeOf, PROTOTYPE_NAMES } from './hostile-answer.js'

/** Over all backends together; `npm run fuzz` tries more. */
const FUZZ_CASES = 20_000
const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)

/** What the sort makes of an answer, or null for a success. */
function kindOf(
  backend: Backend,
  status: number,
  text: string,
  headers = new Map<string, string>(),
) {
  const answer = {
    status,
    header: (name: string) => headers.get(name) ?? null,
    body: parseBody(text),
  }
  return OPERATIONS.map((operation) => {
    const failure = sortAnswer(backend, answer, { operation, attempt: 1, hadToken: true }, NOW)
    if (!failure) return null
    const state = toUiState(failure)
    expect(isAuthCode(state.code)).toBe(true)
    expect(Object.hasOwn(STATE_FACTS, state.kind)).toBe(true)
    return state.kind
  })
}

describe.each(BACKENDS.map((backend) => [backend.id, backend] as const))(
  'hostile answers to %s',
  (_, backend) => {
    it.each([
      ['nothing', ''],
      ['a page', '<!doctype html><title>502 Bad Gateway</title>'],
      ['half a JSON', '{"error":{"code":"ACC'],
      ['a number', '42'],
      ['a text', '"oops"'],
      ['null', 'null'],
      ['an array', '[{"code":"ACCOUNT_LOCKED"}]'],
      ['wrong types', '{"code":{},"error":[],"message":7,"data":[],"details":"x","meta":null}'],
      ['a byte order mark', '\ufeff{"message":"x"}'],
      ['10 MB', `{"message":"${'x'.repeat(10_000_000)}"}`],
      ['200,000 arrays in each other', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ])('REL-44: %s ends in one kind', (__, text) => {
      for (const status of [400, 401, 403, 404, 409, 418, 429, 500, 503, 599]) {
        for (const kind of kindOf(backend, status, text)) expect(kind).not.toBeNull()
      }
      kindOf(backend, 200, text)
    })

    it.each(PROTOTYPE_NAMES)('SEC-23: the code %s is no code', (name) => {
      const forms = [
        `{"code":"${name}","message":"x"}`,
        `{"error":{"code":"${name}","message":"x"}}`,
        `{"error":"${name}","error_code":"${name}"}`,
        `{"slug":"${name}","code":418}`,
        `{"error":"${name}","details":{"${name}":{"x":1}}}`,
      ]
      for (const text of forms) {
        kindOf(backend, 418, text).forEach((kind, index) => {
          // What a provider puts on the callback address is the provider's failure, whatever its name.
          const provider = ['oauth_start', 'oauth_callback'].includes(OPERATIONS[index] ?? '')
          expect(provider ? ['unknown', 'method_failed'] : ['unknown']).toContain(kind)
        })
      }
    })

    it('REL-44, REL-48, SEC-24, SEC-26: any status, header and body gives one kind of the closed set', async () => {
      const judge = await judgeOf(backend)
      fc.assert(
        fc.property(hostileAnswers(backend), (hostile) => {
          expect(judge(hostile)).toBeNull()
        }),
        { numRuns: Math.ceil(FUZZ_CASES / BACKENDS.length) },
      )
      expect(Object.keys(Object.prototype)).toEqual([])
    })
  },
)
