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

/** @throws when a backend whose session is a cookie is told to keep its tokens. */
export function requireTokens({ id, session }: Backend): void {
  if (session === 'token') return
  throw new Error(
    `Gatewright: createAuthClient({ persistence }) was given for the ${id} backend. ` +
      'A cookie that no script can read carries its session, so there are no tokens to keep. ' +
      'Leave persistence out: the session outlives a reload and is the same in all tabs.',
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
