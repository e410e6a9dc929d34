import { authSvc } from '../backends/auth-svc/index.js'
import { authos } from '../backends/authos/index.js'
import type { AccountEndpoints, Backend, SignInEndpoints } from '../backends/backend.js'
import { betterAuth } from '../backends/better-auth/index.js'
import { calimatic } from '../backends/calimatic/index.js'
import { edgebase } from '../backends/edgebase/index.js'
import { intelliauth } from '../backends/intelliauth/index.js'
import type { Operation } from '../errors/operation.js'
import { Misuse } from './misuse.js'

// Nothing is ever sent: answers are given to the command.
const NOWHERE = { baseUrl: '/' }

const BACKENDS = new Map<string, () => Backend>([
  ['calimatic', () => calimatic(NOWHERE)],
  ['auth-svc', () => authSvc(NOWHERE)],
  ['authos', () => authos(NOWHERE)],
  ['intelliauth', () => intelliauth(NOWHERE)],
  ['edgebase', () => edgebase(NOWHERE)],
  ['better-auth', () => betterAuth(NOWHERE)],
])

/** Reads a success body of one action; null when it is none. */
export type Reader = (body: unknown) => unknown

/** A backend with the readers of its success bodies, by operation. */
export interface KnownBackend {
  backend: Backend
  readers: ReadonlyMap<Operation, readonly Reader[]>
}

const known = new Map<string, Promise<KnownBackend>>()

/** Ids of the backends the command knows. */
export const BACKEND_IDS: readonly string[] = [...BACKENDS.keys()]

/** @throws {Misuse} for an id that is none of `BACKEND_IDS`. */
export function backendOf(id: string): Promise<KnownBackend> {
  const before = known.get(id)
  if (before) return before
  const make = BACKENDS.get(id)
  if (!make) {
    throw new Misuse(
      `there is no backend ${JSON.stringify(id)}`,
      'Each backend has words of its own, so an answer can only be read as one of them',
      `Choose one of ${BACKEND_IDS.join(', ')}`,
    )
  }
  const loading = load(make())
  known.set(id, loading)
  return loading
}

async function load(backend: Backend): Promise<KnownBackend> {
  const account = (await backend.loadAccountEndpoints?.()) ?? {}
  return { backend, readers: readersOf({ ...backend.endpoints, ...account }) }
}

function readersOf(endpoints: SignInEndpoints & AccountEndpoints): Map<Operation, Reader[]> {
  const readers = new Map<Operation, Reader[]>()
  for (const { operation, result } of Object.values(endpoints)) {
    readers.set(operation, [...(readers.get(operation) ?? []), result])
  }
  return readers
}
