import { OPERATIONS, type Operation } from '../../src/errors/operation.js'
import { BETTER_AUTH_ROWS } from '../../test/contract/better-auth-rows.js'
import { CASES } from '../../test/contract/seed-rows.js'
import { code, table } from './markdown.js'

const REACHED = [
  ...CASES.map(({ seed, operation, state }) => ({ backend: seed.backend, operation, state })),
  ...BETTER_AUTH_ROWS.map(({ at, kind }) => ({
    backend: 'better-auth',
    operation: at,
    state: kind as string,
  })),
]

/**
 * The states to which the backends' references lead at some operations.
 *
 * @throws for an operation that the kit does not have.
 */
export function reachedTable(operations: readonly string[]): string {
  const stranger = operations.find((operation) => !OPERATIONS.includes(operation as Operation))
  if (stranger !== undefined) {
    throw new Error(
      `Gatewright: a guide asks for the states of the operation ${stranger}, and the kit has none of that name. ` +
        `Correct it in its comment \`<!-- states: … -->\`; src/errors/operation.ts lists them.`,
    )
  }
  const found = new Map<string, Set<string>>()
  for (const { backend, operation, state } of REACHED) {
    if (!operations.includes(operation)) continue
    found.set(state, (found.get(state) ?? new Set()).add(backend))
  }
  const rows = [...found].toSorted(([a], [b]) => a.localeCompare(b))
  return table(
    ['State', 'From'],
    rows.map(([state, backends]) => [code(state), [...backends].join(', ')]),
  )
}
