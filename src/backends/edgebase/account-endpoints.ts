import type { AccountEndpoints } from '../backend.js'
import { METHOD_ENDPOINTS } from './method-endpoints.js'
import {
  readConfirmation,
  readFactors,
  readGrantOrNothing,
  readIdentities,
  readLinkUrl,
  readSessions,
  readTotpEnrolment,
  readUser,
} from './wire-account.js'
import { readGrant, readNothing } from './wire.js'

const PASSWORD_AND_PROFILE = {
  verifyEmail: {
    operation: 'email_verify',
    request: ({ token }) => ({ method: 'POST', path: '/auth/verify-email', body: { token } }),
    result: readNothing,
  },
  resetPassword: {
    operation: 'password_reset',
    request: ({ token, newPassword }) => ({
      method: 'POST',
      path: '/auth/reset-password',
      body: { token, newPassword },
    }),
    result: readNothing,
  },
  changePassword: {
    operation: 'password_change',
    request: ({ currentPassword, newPassword }) => ({
      method: 'POST',
      path: '/auth/change-password',
      body: { currentPassword, newPassword },
      bearer: true,
    }),
    result: readGrantOrNothing,
  },
  changeEmail: {
    operation: 'profile_update',
    request: ({ newEmail, password, redirectUrl }) => ({
      method: 'POST',
      path: '/auth/change-email',
      body: { newEmail, password, redirectUrl },
      bearer: true,
    }),
    result: readNothing,
  },
  verifyEmailChange: {
    operation: 'email_verify',
    request: ({ token }) => ({
      method: 'POST',
      path: '/auth/verify-email-change',
      body: { token },
    }),
    result: readNothing,
  },
  getUser: {
    operation: 'api_call',
    request: () => ({ method: 'GET', path: '/auth/me', bearer: true }),
    result: readUser,
  },
  updateProfile: {
    operation: 'profile_update',
    request: ({ changes }) => ({
      method: 'PATCH',
      path: '/auth/profile',
      body: changes,
      bearer: true,
    }),
    result: readUser,
  },
} as const satisfies AccountEndpoints

const SECOND_FACTOR = {
  mfaStatus: {
    operation: 'mfa_manage',
    request: () => ({ method: 'GET', path: '/auth/mfa/factors', bearer: true }),
    result: readFactors,
  },
  startTotpEnrolment: {
    operation: 'mfa_enrol',
    request: () => ({ method: 'POST', path: '/auth/mfa/totp/enroll', bearer: true }),
    result: readTotpEnrolment,
  },
  confirmTotpEnrolment: {
    operation: 'mfa_enrol',
    request: ({ factorId, code }) => ({
      method: 'POST',
      path: '/auth/mfa/totp/verify',
      body: { factorId, code },
      bearer: true,
    }),
    result: readConfirmation,
  },
  disableMfa: {
    operation: 'mfa_manage',
    // Either will do.
    takes: ['password', 'code'],
    request: ({ password, code }) => ({
      method: 'DELETE',
      path: '/auth/mfa/totp',
      body: { password, code },
      bearer: true,
    }),
    result: readNothing,
  },
} as const satisfies AccountEndpoints

const IDENTITIES = {
  listIdentities: {
    operation: 'account_link',
    request: () => ({ method: 'GET', path: '/auth/identities', bearer: true }),
    result: readIdentities,
  },
  linkOAuth: {
    operation: 'account_link',
    takes: ['state'],
    request: ({ provider, redirectUrl, state }) => ({
      method: 'POST',
      path: `/auth/oauth/link/${encodeURIComponent(provider)}`,
      body: { redirectUrl, state },
      bearer: true,
    }),
    result: readLinkUrl,
  },
  unlinkIdentity: {
    operation: 'account_link',
    request: ({ id }) => ({
      method: 'DELETE',
      path: `/auth/identities/${encodeURIComponent(id)}`,
      bearer: true,
    }),
    result: readNothing,
  },
  linkEmail: {
    operation: 'account_link',
    request: ({ email, password }) => ({
      method: 'POST',
      path: '/auth/link/email',
      body: { email, password },
      bearer: true,
    }),
    result: readGrant,
  },
  linkPhone: {
    operation: 'account_link',
    request: ({ phone }) => ({
      method: 'POST',
      path: '/auth/link/phone',
      body: { phone },
      bearer: true,
    }),
    result: readNothing,
  },
  verifyLinkPhone: {
    operation: 'account_link',
    request: ({ phone, code }) => ({
      method: 'POST',
      path: '/auth/verify-link-phone',
      body: { phone, code },
      bearer: true,
    }),
    result: readNothing,
  },
} as const satisfies AccountEndpoints

const SESSIONS = {
  listSessions: {
    operation: 'session_manage',
    request: () => ({ method: 'GET', path: '/auth/sessions', bearer: true }),
    result: readSessions,
  },
  revokeSession: {
    operation: 'session_manage',
    request: ({ id }) => ({
      method: 'DELETE',
      path: `/auth/sessions/${encodeURIComponent(id)}`,
      bearer: true,
    }),
    result: readNothing,
  },
} as const satisfies AccountEndpoints

/** What EdgeBase offers off the sign-in path. */
export const ACCOUNT_ENDPOINTS: AccountEndpoints = {
  ...METHOD_ENDPOINTS,
  ...PASSWORD_AND_PROFILE,
  ...SECOND_FACTOR,
  ...IDENTITIES,
  ...SESSIONS,
}
