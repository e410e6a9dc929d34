import type { Backend } from '../../../src/backends/backend.js'
import { authSvc } from '../../../src/backends/auth-svc/index.js'
import { authos } from '../../../src/backends/authos/index.js'
import { calimatic } from '../../../src/backends/calimatic/index.js'
import { edgebase } from '../../../src/backends/edgebase/index.js'
import { intelliauth } from '../../../src/backends/intelliauth/index.js'
import {
  authSvcDialect,
  authosDialect,
  calimaticDialect,
  edgebaseDialect,
  intelliauthDialect,
  type Dialect,
} from '../../../src/testing/index.js'
import { acmeOn } from '../acme.js'

export interface StandInParts {
  /** How it talks. */
  dialect: Dialect
  /** How the kit talks to it. */
  backend: Backend
}

const at = (id: string) => ({ baseUrl: `/fake/${id}` })

/** One stand-in for each documented backend, and one for a company's own. */
export const STAND_INS: readonly StandInParts[] = [
  // Behind the app's own relay, which a browser needs there anyway, an answer can name the rest of a lock.
  {
    dialect: calimaticDialect({ lockoutDetails: true }),
    backend: calimatic(at('calimatic')),
  },
  { dialect: authSvcDialect(), backend: authSvc(at('auth-svc')) },
  { dialect: authosDialect(), backend: authos(at('authos')) },
  { dialect: intelliauthDialect(), backend: intelliauth(at('intelliauth')) },
  { dialect: edgebaseDialect(), backend: edgebase(at('edgebase')) },
  { dialect: { ...authSvcDialect(), id: 'acme' }, backend: acmeOn(authSvc(at('acme'))) },
]
