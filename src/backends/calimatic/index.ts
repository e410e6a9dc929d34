import type { Backend } from '../backend.js'
import { requireBaseUrl } from '../base-url.js'
import { refuseSecretsInBrowser } from './browser-guard.js'
import { CODES, CODES_BY_OPERATION, RULES } from './codes.js'
import { SIGN_IN_ENDPOINTS } from './endpoints.js'
import { readChallenge, readError } from './wire.js'

/** In a browser: the address of the app's own relay, alone. On a server: the service with its credentials. */
export type CalimaticOptions =
  | { baseUrl: string; clientId?: undefined; clientSecret?: undefined }
  | { baseUrl: string; clientId: string; clientSecret: string }

/**
 * The Calimatic backend (seed 000). Its headless API asks every caller for a client secret, so a browser talks to
 * the app's own relay.
 *
 * @throws when `baseUrl` is missing or is no address, when a secret or the vendor's own host is given in a browser,
 * and when one of `clientId` and `clientSecret` is given without the other.
 */
export function calimatic(options: CalimaticOptions): Backend {
  if (typeof window !== 'undefined') refuseSecretsInBrowser(options)
  const { baseUrl, clientId, clientSecret } = options
  return {
    id: 'calimatic',
    baseUrl: requireBaseUrl('calimatic', baseUrl),
    session: 'token',
    codes: CODES,
    codesByOperation: CODES_BY_OPERATION,
    rules: RULES,
    readError,
    readChallenge,
    endpoints: SIGN_IN_ENDPOINTS,
    loadAccountEndpoints: async () => (await import('./account-endpoints.js')).ACCOUNT_ENDPOINTS,
    // Seed 000 does not say that the password was right where an address is not verified.
    provedAtSignIn: [],
    ...credentialHeaders(clientId, clientSecret),
  }
}

function credentialHeaders(
  clientId: string | undefined,
  clientSecret: string | undefined,
): Pick<Backend, 'headers'> {
  if (!clientId && !clientSecret) return {}
  if (!clientId || !clientSecret) {
    throw new Error(
      `Gatewright: calimatic() was given ${clientId ? 'clientId' : 'clientSecret'} alone. ` +
        `The service checks the pair. Pass both on a server, or neither where a relay adds them.`,
    )
  }
  return { headers: { 'x-client-id': clientId, 'x-client-secret': clientSecret } }
}
