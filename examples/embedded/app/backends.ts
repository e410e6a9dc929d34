import { authSvc } from 'gatewright/backends/auth-svc'
import { authos } from 'gatewright/backends/authos'
import { betterAuth } from 'gatewright/backends/better-auth'
import { calimatic } from 'gatewright/backends/calimatic'
import { edgebase } from 'gatewright/backends/edgebase'
import { intelliauth } from 'gatewright/backends/intelliauth'
import { createAuthClient } from 'gatewright/client'

const REAL = 'A real Better Auth server with a database, on this machine.'
const FAKE = 'A stand-in that answers as its error reference says, on this machine.'

/** The backends of the demo, each with its one client. */
export const BACKENDS = [
  {
    id: 'better-auth',
    name: 'Better Auth',
    about: REAL,
    dev: '/dev',
    client: createAuthClient({
      backend: betterAuth({ baseUrl: '/api/auth', stepUpPath: '/step-up/verify' }),
    }),
  },
  {
    id: 'calimatic',
    name: 'Calimatic',
    about: FAKE,
    dev: '/fake/calimatic/dev',
    client: createAuthClient({ backend: calimatic({ baseUrl: '/fake/calimatic' }) }),
  },
  {
    id: 'auth-svc',
    name: 'auth-svc',
    about: FAKE,
    dev: '/fake/auth-svc/dev',
    client: createAuthClient({ backend: authSvc({ baseUrl: '/fake/auth-svc' }) }),
  },
  {
    id: 'authos',
    name: 'AuthOS',
    about: FAKE,
    dev: '/fake/authos/dev',
    client: createAuthClient({ backend: authos({ baseUrl: '/fake/authos' }) }),
  },
  {
    id: 'intelliauth',
    name: 'IntelliAuth',
    about: FAKE,
    dev: '/fake/intelliauth/dev',
    client: createAuthClient({ backend: intelliauth({ baseUrl: '/fake/intelliauth' }) }),
  },
  {
    id: 'edgebase',
    name: 'EdgeBase',
    about: FAKE,
    dev: '/fake/edgebase/dev',
    client: createAuthClient({ backend: edgebase({ baseUrl: '/fake/edgebase' }) }),
  },
] as const

export type DemoBackend = (typeof BACKENDS)[number]

export function backendOf(id: string): DemoBackend {
  return BACKENDS.find((backend) => backend.id === id) ?? BACKENDS[0]
}
