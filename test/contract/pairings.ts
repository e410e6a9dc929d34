import type { ActionName } from '../../src/backends/actions.js'
import type { Backend } from '../../src/backends/backend.js'
import { authSvc } from '../../src/backends/auth-svc/index.js'
import { authos } from '../../src/backends/authos/index.js'
import { calimatic } from '../../src/backends/calimatic/index.js'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import {
  authosDialect,
  authSvcDialect,
  calimaticDialect,
  edgebaseDialect,
  intelliauthDialect,
  type Dialect,
} from '../../src/testing/index.js'

const baseUrl = 'http://auth.test'

/** A backend, the form its server talks in, and where the two differ from the rest. */
export interface Pairing {
  name: string
  dialect: Dialect
  backend: Backend
  /** What the backend's words leave open, so that a screen cannot tell more. */
  locked?: object
  disabled?: object
  oauthOnly?: object
  /** The actions of these flows that its contract does not have. */
  lacks?: readonly ActionName[]
}

/** What the flows below need beyond what every backend has. */
export const OPTIONAL = [
  'signUp',
  'verifyEmail',
  'resetPassword',
  'getUser',
  'mfaStatus',
  'regenerateBackupCodes',
  'disableMfa',
  'listSessions',
] as const satisfies readonly ActionName[]

/** Each backend against each form its server may talk in. */
export const PAIRINGS: readonly Pairing[] = [
  {
    name: 'Calimatic',
    dialect: calimaticDialect(),
    backend: calimatic({ baseUrl }),
    lacks: ['getUser'],
    locked: { kind: 'account_locked', retryAfterSeconds: null },
    disabled: { kind: 'invalid_credentials' },
  },
  {
    name: 'Calimatic behind a server that adds the rest of a lockout',
    dialect: calimaticDialect({ lockoutDetails: true }),
    backend: calimatic({ baseUrl }),
    lacks: ['getUser'],
    locked: { kind: 'account_locked', retryAfterSeconds: 900 },
    disabled: { kind: 'invalid_credentials' },
  },
  {
    name: 'auth-svc',
    dialect: authSvcDialect(),
    backend: authSvc({ baseUrl }),
    lacks: ['verifyEmail', 'mfaStatus', 'regenerateBackupCodes', 'disableMfa'],
    locked: { kind: 'account_locked', defaultRetryAfterSeconds: 900 },
  },
  {
    name: 'AuthOS as documented',
    dialect: authosDialect(),
    backend: authos({ baseUrl }),
    lacks: ['listSessions'],
    locked: { kind: 'account_locked', until: null },
    disabled: { kind: 'blocked_by_policy' },
    oauthOnly: { kind: 'method_unavailable', method: 'password' },
  },
  {
    name: 'AuthOS as its source has it',
    dialect: authosDialect({ codes: 'generic' }),
    backend: authos({ baseUrl }),
    lacks: ['listSessions'],
    locked: { kind: 'rate_limited', retryAfterSeconds: 900 },
    disabled: { kind: 'blocked_by_policy' },
    oauthOnly: { kind: 'method_unavailable', method: 'password' },
  },
  {
    name: 'IntelliAuth',
    dialect: intelliauthDialect(),
    backend: intelliauth({ baseUrl }),
    lacks: OPTIONAL,
    locked: { kind: 'account_locked', retryAfterSeconds: 900 },
  },
  {
    name: 'EdgeBase as documented',
    dialect: edgebaseDialect(),
    backend: edgebase({ baseUrl }),
    lacks: ['regenerateBackupCodes'],
    oauthOnly: { kind: 'method_unavailable', method: 'password' },
  },
  {
    name: 'EdgeBase with slugs',
    dialect: edgebaseDialect({ slugs: true }),
    backend: edgebase({ baseUrl }),
    lacks: ['regenerateBackupCodes'],
    oauthOnly: { kind: 'method_unavailable', method: 'password' },
  },
]
