import type { AccountEndpoints } from '../backend.js'
import { tenantFields, type Tenant } from './endpoints.js'
import {
  readCeremony,
  readDeviceAuthorization,
  readDeviceProviders,
  readNavigation,
  readPasskeys,
  readSignInContext,
  readSsoRoute,
} from './wire-account.js'
import { readGrant, readNothing } from './wire.js'

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

/** The ways in other than a password: magic link, passkeys, OAuth, single sign-on, device flow. */
export function methodEndpoints(tenant: Tenant, clientId: string | undefined): AccountEndpoints {
  return {
    ...linkEndpoints(tenant),
    ...passkeyEndpoints(tenant),
    ...providerEndpoints(tenant),
    verifyDeviceCode: {
      operation: 'device_verify',
      request: ({ userCode }) => ({
        method: 'POST',
        path: '/auth/device/verify',
        body: { user_code: writtenUserCode(userCode) },
      }),
      result: readDeviceProviders,
    },
    // The server knows a device by its client alone.
    ...(clientId === undefined ? {} : deviceEndpoints(tenant, clientId)),
  }
}

function linkEndpoints(tenant: Tenant) {
  return {
    requestMagicLink: {
      operation: 'mfa_send_code',
      request: ({ email, redirectUrl }) => ({
        method: 'POST',
        path: '/api/auth/magic-link/request',
        body: { email, ...tenantFields(tenant, redirectUrl) },
      }),
      result: readNothing,
    },
    verifyMagicLink: {
      operation: 'sign_in',
      // The only form the server has.
      request: ({ token }) => ({
        method: 'GET',
        path: '/api/auth/magic-link/verify',
        query: { token },
      }),
      result: readGrant,
    },
  } as const satisfies AccountEndpoints
}

function passkeyEndpoints(tenant: Tenant) {
  return {
    passkeySignInOptions: {
      operation: 'passkey_authenticate',
      request: ({ email }) => ({
        method: 'POST',
        path: '/api/auth/passkeys/authenticate/start',
        body: { email, ...tenantFields(tenant) },
      }),
      result: readCeremony,
    },
    signInWithPasskey: {
      operation: 'passkey_authenticate',
      request: ({ response, challengeId }) => ({
        method: 'POST',
        path: '/api/auth/passkeys/authenticate/finish',
        body: { challenge_id: challengeId, credential: response },
      }),
      result: readGrant,
    },
    passkeyRegistrationOptions: {
      operation: 'passkey_register',
      request: ({ name }) => ({
        method: 'POST',
        path: '/api/auth/passkeys/register/start',
        body: { name },
        bearer: true,
      }),
      result: readCeremony,
    },
    registerPasskey: {
      operation: 'passkey_register',
      request: ({ response, challengeId }) => ({
        method: 'POST',
        path: '/api/auth/passkeys/register/finish',
        body: { challenge_id: challengeId, credential: response },
        bearer: true,
      }),
      result: readNothing,
    },
    listPasskeys: {
      operation: 'api_call',
      request: () => ({ method: 'GET', path: '/api/auth/passkeys', bearer: true }),
      result: readPasskeys,
    },
    renamePasskey: {
      operation: 'api_call',
      request: ({ id, name }) => ({
        method: 'PATCH',
        path: `/api/auth/passkeys/${encodeURIComponent(id)}`,
        body: { name },
        bearer: true,
      }),
      result: readNothing,
    },
    deletePasskey: {
      operation: 'api_call',
      request: ({ id }) => ({
        method: 'DELETE',
        path: `/api/auth/passkeys/${encodeURIComponent(id)}`,
        bearer: true,
      }),
      result: readNothing,
    },
  } as const satisfies AccountEndpoints
}

function providerEndpoints({ orgSlug, serviceSlug }: Tenant) {
  const query = { org: orgSlug, service: serviceSlug }
  return {
    startOAuth: {
      operation: 'oauth_start',
      request: ({ provider, redirectUrl, state, userCode }) => ({
        method: 'GET',
        path: `/auth/${encodeURIComponent(provider)}`,
        query: {
          ...query,
          redirect_uri: redirectUrl,
          state,
          user_code: userCode === undefined ? undefined : writtenUserCode(userCode),
        },
        navigate: true,
      }),
      result: readNavigation,
    },
    lookupSso: {
      operation: 'sign_in',
      request: ({ email }) => ({ method: 'POST', path: '/api/auth/lookup-email', body: { email } }),
      result: readSsoRoute,
    },
    getSignInContext: {
      operation: 'api_call',
      request: () => ({ method: 'GET', path: '/api/auth/context', query }),
      result: readSignInContext,
    },
  } as const satisfies AccountEndpoints
}

function deviceEndpoints({ orgSlug, serviceSlug }: Tenant, clientId: string) {
  return {
    startDeviceFlow: {
      operation: 'device_poll',
      request: () => ({
        method: 'POST',
        path: '/auth/device/code',
        body: { client_id: clientId, org: orgSlug, service: serviceSlug },
      }),
      result: readDeviceAuthorization,
    },
    pollDeviceFlow: {
      operation: 'device_poll',
      request: ({ deviceCode }) => ({
        method: 'POST',
        path: '/auth/token',
        body: { grant_type: DEVICE_GRANT, device_code: deviceCode, client_id: clientId },
      }),
      result: readGrant,
    },
  } as const satisfies AccountEndpoints
}

/** The server compares text: a code is `XXXX-XXXX`, however it was typed (RFC 8628 6.1). */
function writtenUserCode(typed: string): string {
  const code = typed.toUpperCase().replace(/[^A-Z\d]/g, '')
  return code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : typed
}
