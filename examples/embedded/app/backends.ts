import { authSvc } from 'gatewright/backends/auth-svc'
import { authos } from 'gatewright/backends/authos'
import { betterAuth } from 'gatewright/backends/better-auth'
import { calimatic } from 'gatewright/backends/calimatic'
import { edgebase } from 'gatewright/backends/edgebase'
import { intelliauth } from 'gatewright/backends/intelliauth'
import { createAuthClient, type AuthClient, type Backend } from 'gatewright/client'
import { acmeOn } from '../acme.js'
import { DEVICE_CLIENT_ID, STEP_UP_PATH } from '../contract.js'
import type { BackendId } from '../states/ways.js'
import { noteAnswer } from './answers.js'

export interface DemoBackend {
  id: BackendId
  name: string
  about: string
  /** Where it tells what only a demo may tell. */
  dev: string
  client: AuthClient
}

const STAND_IN = 'A stand-in that answers as its error reference says, on this machine.'

function standIn(
  id: BackendId,
  name: string,
  backendAt: (at: { baseUrl: string }) => Backend,
  about = STAND_IN,
): DemoBackend {
  return {
    id,
    name,
    about,
    dev: `/fake/${id}/dev`,
    client: clientOf(backendAt({ baseUrl: `/fake/${id}` })),
  }
}

function clientOf(backend: Backend): AuthClient {
  return createAuthClient({ backend, onEvent: noteAnswer })
}

const BETTER_AUTH: DemoBackend = {
  id: 'better-auth',
  name: 'Better Auth',
  about: 'A real Better Auth server with a database, on this machine.',
  dev: '/dev',
  client: clientOf(
    betterAuth({
      baseUrl: '/api/auth',
      stepUpPath: STEP_UP_PATH,
      deviceClientId: DEVICE_CLIENT_ID,
    }),
  ),
}

/** The backends of the demo, each with its one client. */
export const BACKENDS: readonly DemoBackend[] = [
  BETTER_AUTH,
  standIn('calimatic', 'Calimatic', calimatic),
  standIn('auth-svc', 'auth-svc', authSvc),
  standIn('authos', 'AuthOS', authos),
  standIn('intelliauth', 'IntelliAuth', intelliauth),
  standIn('edgebase', 'EdgeBase', edgebase),
  standIn(
    'acme',
    'Acme',
    (at) => acmeOn(authSvc(at)),
    'A company’s own: a stand-in for auth-svc with words that no reference has.',
  ),
]

export function backendOf(id: string): DemoBackend {
  return BACKENDS.find((backend) => backend.id === id) ?? BETTER_AUTH
}
