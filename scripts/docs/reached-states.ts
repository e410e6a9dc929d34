import { OPERATIONS, type Operation } from '../../src/errors/operation.js'
import { BETTER_AUTH_ROWS } from '../../test/contract/better-auth-rows.js'
import { CASES } from '../../test/contract/seed-rows.js'
import type { Documented } from './full-backends.js'
import { code, table } from './markdown.js'

interface Reached {
  backend: string
  operation: string
  state: string
}

const LISTED: readonly Reached[] = [
  ...CASES.map(({ seed, operation, state }) => ({ backend: seed.backend, operation, state })),
  ...BETTER_AUTH_ROWS.map(({ at, kind }) => ({
    backend: 'better-auth',
    operation: at,
    state: kind,
  })),
]

/** No answer, a bare status or one that nobody understands: at any operation of any backend. */
const ANYWHERE = ['network_error', 'rate_limited', 'server_error', 'unknown']

/**
 * The states to which the backends' references lead at some operations.
 *
 * @throws for an operation that the kit does not have.
 */
export function reachedTable(operations: readonly string[], all: readonly Documented[]): string {
  const stranger = operations.find((operation) => !OPERATIONS.includes(operation as Operation))
  if (stranger !== undefined) {
    throw new Error(
      `Gatewright: a guide asks for the states of the operation ${stranger}, and the kit has none of that name. ` +
        `Correct it in its comment \`<!-- states: … -->\`; src/errors/operation.ts lists them.`,
    )
  }
  const found = new Map<string, string[]>()
  for (const { backend, operation, state } of [...challenges(all), ...LISTED]) {
    if (!operations.includes(operation) || ANYWHERE.includes(state)) continue
    found.set(state, [...new Set([...(found.get(state) ?? []), backend])])
  }
  const rows = [...found].toSorted(([a], [b]) => a.localeCompare(b))
  return [
    table(
      ['State', 'Documented for'],
      rows.map(([state, backends]) => [
        code(state),
        backends.length === all.length ? 'all' : backends.join(', '),
      ]),
    ),
    `And, of any backend, ${ANYWHERE.map(code).join(', ')}.`,
  ].join('\n\n')
}

/** A second factor that is asked for with a 200 stands in no list of errors. */
function challenges(all: readonly Documented[]): Reached[] {
  return all
    .filter(({ full }) => full.endpoints.verifyMfa)
    .map(({ id }) => ({ backend: id, operation: 'sign_in', state: 'mfa_required' }))
}
