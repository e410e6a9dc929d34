import type { Backend } from '../backend.js'
import { requireBaseUrl } from '../base-url.js'
import { CODES, CODES_BY_OPERATION, RULES } from './codes.js'
import { signInEndpoints } from './endpoints.js'
import { readChallenge, readError } from './wire.js'

/** Where auth-svc is, and as whom to speak to it. */
export interface AuthSvcOptions {
  /** Address of the service up to and including `/auth/v1`, or a path on the app's own origin. */
  baseUrl: string
  /** The two published guides differ: `/login` (default) or `/login/email`. */
  loginPath?: '/login' | '/login/email'
  /** Sent as `x-tenant-id`. */
  tenantId?: string
}

/**
 * The auth-svc backend (seed 001).
 *
 * @throws when `baseUrl` is missing or is no address.
 */
export function authSvc({ baseUrl, loginPath = '/login', tenantId }: AuthSvcOptions): Backend {
  return {
    id: 'auth-svc',
    baseUrl: requireBaseUrl('authSvc', baseUrl),
    session: 'token',
    codes: CODES,
    codesByOperation: CODES_BY_OPERATION,
    rules: RULES,
    readError,
    readChallenge,
    endpoints: signInEndpoints(loginPath),
    loadAccountEndpoints: async () => (await import('./account-endpoints.js')).ACCOUNT_ENDPOINTS,
    // Seed 001 does not say that the password was right where an account is suspended or not verified.
    provedAtSignIn: [],
    ...(tenantId === undefined ? {} : { headers: { 'x-tenant-id': tenantId } }),
  }
}
