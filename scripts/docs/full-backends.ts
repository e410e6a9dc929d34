import { authos } from '../../src/backends/authos/index.js'
import type { Backend } from '../../src/backends/backend.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import { BACKEND_IDS, backendOf } from '../../src/cli/backends.js'

const AT = { baseUrl: '/' }

/** With every option that adds a request; what is missing without one says so. */
const WITH_OPTIONS: Readonly<Record<string, () => Backend>> = {
  authos: () => authos({ ...AT, orgSlug: 'org', serviceSlug: 'service', clientId: 'id' }),
  'better-auth': () =>
    betterAuth({ ...AT, deviceClientId: 'id', stepUpPath: '/your-step-up-path' }),
  intelliauth: () => intelliauth({ ...AT, clientId: 'id' }),
}

/** A backend as it is made from its address alone, and with all it may be told. */
export interface Documented {
  id: string
  plain: Backend
  full: Backend
}

/** Every backend the kit comes with. */
export function documentedBackends(): Promise<readonly Documented[]> {
  return Promise.all(
    BACKEND_IDS.map(async (id) => {
      const { backend: plain } = await backendOf(id)
      return { id, plain, full: WITH_OPTIONS[id]?.() ?? plain }
    }),
  )
}
