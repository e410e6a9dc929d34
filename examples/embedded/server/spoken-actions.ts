import { findRoute } from '../../../src/testing/fake-auth-server/routing.js'
import type { StandInParts } from './stand-in-parts.js'

/** An input of any action: whatever is read from it is a text. */
const ANYTHING = new Proxy({}, { get: () => 'x' }) as never

/** Which of a backend's actions its stand-in has a route for: a contract may have more than its reference shows. */
export async function spokenBy({ dialect, backend }: StandInParts): Promise<readonly string[]> {
  const endpoints = { ...backend.endpoints, ...(await backend.loadAccountEndpoints?.()) }
  return Object.entries(endpoints).flatMap(([action, endpoint]) => {
    const { method, path } = endpoint.request(ANYTHING)
    return findRoute(dialect, '', method, path) ? [action] : []
  })
}
