import type { Backend } from '../backend.js'
import { requireBaseUrl } from '../base-url.js'
import { CODES, CODES_BY_OPERATION } from './codes.js'
import { signInEndpoints, type Tenant } from './endpoints.js'
import { RULES } from './rules.js'
import { readChallenge, readError, readGrant } from './wire.js'

/** Where AuthOS is, and for which organisation and service. */
export interface AuthosOptions extends Tenant {
  /** Address of the server, without `/api`, or a path on the app's own origin. */
  baseUrl: string
  /** The service's client id: the device flow needs it, nothing else does. */
  clientId?: string
}

/**
 * The AuthOS backend (seed 002).
 *
 * @throws when `baseUrl` is missing or is no address, or a service is named without its organisation.
 */
export function authos({ baseUrl, clientId, ...tenant }: AuthosOptions): Backend {
  if (tenant.serviceSlug !== undefined && tenant.orgSlug === undefined) {
    throw new Error(
      `Gatewright: authos({ serviceSlug: ${JSON.stringify(tenant.serviceSlug)} }) got no orgSlug. ` +
        `AuthOS finds a service by its organisation. Pass both slugs, or neither.`,
    )
  }
  return {
    id: 'authos',
    baseUrl: requireBaseUrl('authos', baseUrl),
    session: 'token',
    codes: CODES,
    codesByOperation: CODES_BY_OPERATION,
    rules: RULES,
    readError,
    readChallenge,
    readRedirect: readGrant,
    // Its source (drmhse/sso, auth/password.rs): the password is checked first, against a stand-in where nobody has the
    // address; then the verification, the membership and the service. That an account has no password comes before.
    provedAtSignIn: ['email_unverified', 'not_organization_member', 'permission_denied'],
    passkeysNeedEmail: true,
    endpoints: signInEndpoints(tenant),
    loadAccountEndpoints: async () =>
      (await import('./account-endpoints.js')).accountEndpoints(tenant, clientId),
  }
}
