import type { AccountEndpoints } from '../backend.js'
import type { Tenant } from './endpoints.js'
import { methodEndpoints } from './method-endpoints.js'
import {
  readAuthorizationUrl,
  readBackupCodes,
  readDevices,
  readIdentities,
  readMfaStatus,
  readTotpEnrolment,
  readUser,
} from './wire-account.js'
import { readGrant, readNothing } from './wire.js'

/** What AuthOS offers off the sign-in path. */
export function accountEndpoints(tenant: Tenant, clientId: string | undefined): AccountEndpoints {
  return {
    ...methodEndpoints(tenant, clientId),
    ...PASSWORD_AND_PROFILE,
    ...SECOND_FACTOR,
    ...IDENTITIES,
    ...TRUSTED_DEVICES,
  }
}

const PASSWORD_AND_PROFILE = {
  verifyEmail: {
    operation: 'email_verify',
    // The only form the server has. It answers with a page of HTML.
    request: ({ token }) => ({ method: 'GET', path: '/auth/verify-email', query: { token } }),
    result: readNothing,
  },
  resetPassword: {
    operation: 'password_reset',
    request: ({ token, newPassword }) => ({
      method: 'POST',
      path: '/api/auth/reset-password',
      body: { token, new_password: newPassword },
    }),
    result: readNothing,
  },
  changePassword: {
    operation: 'password_change',
    request: ({ currentPassword, newPassword }) => ({
      method: 'POST',
      path: '/api/user/change-password',
      body: { current_password: currentPassword, new_password: newPassword },
      bearer: true,
    }),
    result: readNothing,
  },
  setPassword: {
    // No current password is asked for, so a 401 here is about the session.
    operation: 'password_reset',
    request: ({ newPassword }) => ({
      method: 'POST',
      path: '/api/user/set-password',
      body: { new_password: newPassword },
      bearer: true,
    }),
    result: readNothing,
  },
  getUser: {
    operation: 'api_call',
    request: () => ({ method: 'GET', path: '/api/user', bearer: true }),
    result: readUser,
  },
  updateProfile: {
    operation: 'profile_update',
    request: ({ changes }) => ({ method: 'PATCH', path: '/api/user', body: changes, bearer: true }),
    result: readUser,
  },
  selectOrganization: {
    operation: 'organization_manage',
    request: ({ id }) => ({
      method: 'POST',
      path: `/api/organizations/${encodeURIComponent(id)}/select`,
      bearer: true,
    }),
    result: readGrant,
  },
} as const satisfies AccountEndpoints

const SECOND_FACTOR = {
  mfaStatus: {
    operation: 'mfa_manage',
    request: () => ({ method: 'GET', path: '/api/user/mfa/status', bearer: true }),
    result: readMfaStatus,
  },
  startTotpEnrolment: {
    operation: 'mfa_enrol',
    request: () => ({ method: 'POST', path: '/api/user/mfa/setup', bearer: true }),
    result: readTotpEnrolment,
  },
  confirmTotpEnrolment: {
    operation: 'mfa_enrol',
    request: ({ code }) => ({
      method: 'POST',
      path: '/api/user/mfa/verify',
      body: { code },
      bearer: true,
    }),
    result: readBackupCodes,
  },
  disableMfa: {
    operation: 'mfa_manage',
    request: () => ({ method: 'DELETE', path: '/api/user/mfa', bearer: true }),
    result: readNothing,
  },
  regenerateBackupCodes: {
    operation: 'mfa_manage',
    request: () => ({
      method: 'POST',
      path: '/api/user/mfa/backup-codes/regenerate',
      bearer: true,
    }),
    result: readBackupCodes,
  },
} as const satisfies AccountEndpoints

const IDENTITIES = {
  listIdentities: {
    operation: 'account_link',
    request: () => ({ method: 'GET', path: '/api/user/identities', bearer: true }),
    result: readIdentities,
  },
  linkOAuth: {
    operation: 'account_link',
    request: ({ provider }) => ({
      method: 'POST',
      path: `/api/user/identities/${encodeURIComponent(provider)}/link`,
      bearer: true,
    }),
    result: readAuthorizationUrl,
  },
  unlinkIdentity: {
    operation: 'account_link',
    request: ({ id }) => ({
      method: 'DELETE',
      path: `/api/user/identities/${encodeURIComponent(id)}`,
      bearer: true,
    }),
    result: readNothing,
  },
} as const satisfies AccountEndpoints

const TRUSTED_DEVICES = {
  listTrustedDevices: {
    operation: 'session_manage',
    request: () => ({ method: 'GET', path: '/api/user/devices', bearer: true }),
    result: readDevices,
  },
  renameTrustedDevice: {
    operation: 'session_manage',
    request: ({ id, name }) => ({
      method: 'PATCH',
      path: devicePath(id),
      body: { device_name: name },
      bearer: true,
    }),
    result: readNothing,
  },
  trustDevice: {
    operation: 'session_manage',
    request: ({ id }) => ({
      method: 'POST',
      path: `${devicePath(id)}/trust`,
      body: {},
      bearer: true,
    }),
    result: readNothing,
  },
  revokeTrustedDevice: {
    operation: 'session_manage',
    request: ({ id }) => ({
      method: 'POST',
      path: `${devicePath(id)}/revoke`,
      body: {},
      bearer: true,
    }),
    result: readNothing,
  },
  revokeAllTrustedDevices: {
    operation: 'session_manage',
    request: () => ({
      method: 'POST',
      path: '/api/user/devices/revoke-all',
      body: {},
      bearer: true,
    }),
    result: readNothing,
  },
} as const satisfies AccountEndpoints

function devicePath(id: string): string {
  return `/api/user/devices/${encodeURIComponent(id)}`
}
