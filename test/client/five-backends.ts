import { authSvc } from '../../src/backends/auth-svc/index.js'
import { authos } from '../../src/backends/authos/index.js'
import type { Backend } from '../../src/backends/backend.js'
import { calimatic } from '../../src/backends/calimatic/index.js'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import { createAuthClient, type AuthClientOptions } from '../../src/client/create-auth-client.js'
import {
  authosDialect,
  authSvcDialect,
  calimaticDialect,
  createFakeAuthServer,
  edgebaseDialect,
  intelliauthDialect,
  type Dialect,
  type FakeAccount,
  type FakeAuthServerOptions,
} from '../../src/testing/index.js'

const BASE_URL = 'https://auth.example/api'

/** Each seed backend with the dialect that was written apart from it. */
export const FIVE_BACKENDS: readonly {
  id: string
  backend: Backend
  dialect: () => Dialect
}[] = [
  { id: 'calimatic', backend: calimatic({ baseUrl: BASE_URL }), dialect: calimaticDialect },
  { id: 'auth-svc', backend: authSvc({ baseUrl: BASE_URL }), dialect: authSvcDialect },
  { id: 'authos', backend: authos({ baseUrl: BASE_URL }), dialect: authosDialect },
  { id: 'intelliauth', backend: intelliauth({ baseUrl: BASE_URL }), dialect: intelliauthDialect },
  { id: 'edgebase', backend: edgebase({ baseUrl: BASE_URL }), dialect: edgebaseDialect },
]

export const PASSWORD = 'correct horse battery staple'
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

export const ADA: FakeAccount = { email: 'ada@example.com', password: PASSWORD, firstName: 'Ada' }
export const TOTP_ACCOUNT: FakeAccount = {
  email: 'totp@example.com',
  password: PASSWORD,
  factors: { totp: TOTP_SECRET, backupCodes: ['AAAA-1111', 'BBBB-2222'] },
}

/** A fake server and a client that talks to it, sharing one clock. */
export function connect(
  { backend, dialect }: (typeof FIVE_BACKENDS)[number],
  serverOptions: Partial<FakeAuthServerOptions> = {},
  clientOptions: Partial<AuthClientOptions> = {},
) {
  const server = createFakeAuthServer({
    dialect: dialect(),
    basePath: '/api',
    accounts: [ADA, TOTP_ACCOUNT],
    ...serverOptions,
  })
  const client = createAuthClient({
    backend,
    fetch: server.fetch,
    now: server.clock.now,
    ...clientOptions,
  })
  return { server, client }
}
