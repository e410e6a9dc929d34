import type { Backend } from '../backend.js'
import { requireBaseUrl } from '../base-url.js'
import { CODES, CODES_BY_OPERATION } from './codes.js'
import { SIGN_IN_ENDPOINTS } from './endpoints.js'
import { RULES } from './rules.js'
import { readChallenge, readError, readGrant } from './wire.js'

/** Where EdgeBase is. */
export interface EdgebaseOptions {
  /** Address of the server up to and including `/api`, or a path on the app's own origin. */
  baseUrl: string
}

/**
 * The EdgeBase backend (seed 004): slug first, then ordered message rules, then status.
 *
 * @throws when `baseUrl` is missing or is no address.
 */
export function edgebase({ baseUrl }: EdgebaseOptions): Backend {
  return {
    id: 'edgebase',
    baseUrl: requireBaseUrl('edgebase', baseUrl),
    session: 'token',
    codes: CODES,
    codesByOperation: CODES_BY_OPERATION,
    rules: RULES,
    readError,
    readChallenge,
    readRedirect: readGrant,
    // Its source (0.2.8, routes/auth.ts): that an account has no password is said at once; the password, whether the
    // account is disabled and the app's own hook come after, in this order.
    provedAtSignIn: ['account_disabled'],
    endpoints: SIGN_IN_ENDPOINTS,
    loadAccountEndpoints: async () => (await import('./account-endpoints.js')).ACCOUNT_ENDPOINTS,
  }
}
