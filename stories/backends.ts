import { authSvc } from '../src/backends/auth-svc/index.js'
import { authos } from '../src/backends/authos/index.js'
import type { Backend } from '../src/backends/backend.js'
import { betterAuth } from '../src/backends/better-auth/index.js'
import { calimatic } from '../src/backends/calimatic/index.js'
import { edgebase } from '../src/backends/edgebase/index.js'
import { intelliauth } from '../src/backends/intelliauth/index.js'
import { ACME } from './acme-backend.js'

/** Where each backend's server is, on the origin of the stories themselves. */
export function baseUrlOf(id: string): string {
  return `/backends/${id}`
}

const at = (id: string) => ({ baseUrl: baseUrlOf(id) })

/** Every backend a story may speak to, by its id. */
export const BACKENDS = {
  calimatic: calimatic(at('calimatic')),
  'auth-svc': authSvc(at('auth-svc')),
  authos: authos(at('authos')),
  intelliauth: intelliauth(at('intelliauth')),
  edgebase: edgebase(at('edgebase')),
  'better-auth': betterAuth({ ...at('better-auth'), deviceClientId: 'television' }),
  acme: ACME,
} as const satisfies Record<string, Backend>

export type BackendId = keyof typeof BACKENDS
