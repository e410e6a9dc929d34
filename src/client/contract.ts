import type { Backend } from '../backends/backend.js'
import type { AuthClient } from './auth-client.js'
import { endpointOf } from './performer.js'

/** Tells what a backend's contract has. */
export function contractOf(backend: Backend): Pick<AuthClient, 'supports' | 'takes'> {
  return {
    // What did not load may well have the action: asked for it, it answers that there is no connection.
    supports: (action) =>
      endpointOf(backend, action).then(
        (endpoint) => endpoint !== null,
        () => true,
      ),
    takes: (action) =>
      endpointOf(backend, action).then(
        (endpoint) => endpoint && (endpoint.takes ?? []),
        () => [],
      ),
  }
}
