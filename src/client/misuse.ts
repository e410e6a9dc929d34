import type { ActionName } from '../backends/actions.js'
import type { Backend } from '../backends/backend.js'

/** @throws when no backend was given to `createAuthClient`. */
export function requireBackend(backend: Backend | undefined): void {
  if (typeof backend === 'object' && backend !== null && 'endpoints' in backend) return
  throw new Error(
    'Gatewright: createAuthClient({ backend }) got no backend. ' +
      'The client needs to know which server it talks to. ' +
      "Pass one, for example backend: edgebase({ baseUrl: '/api' }) from 'gatewright/backends/edgebase'.",
  )
}

/** For an action the backend's contract does not have. */
export function missingAction(backend: string, action: ActionName): Error {
  return new Error(
    `Gatewright: the ${backend} backend has no action "${action}". ` +
      'Its contract offers no such request, so no component or hook that needs it can work. ' +
      'Leave that component out, ask client.supports() first, or add the endpoint with defineBackend.',
  )
}
