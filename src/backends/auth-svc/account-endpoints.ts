import type { AccountEndpoints } from '../backend.js'
import {
  readBackupCodes,
  readNothing,
  readSessions,
  readTotpEnrolment,
  readUser,
} from './wire-account.js'

/** What auth-svc offers a signed-in account. */
export const ACCOUNT_ENDPOINTS: AccountEndpoints = {
  getUser: {
    operation: 'api_call',
    request: () => ({ method: 'GET', path: '/profile', bearer: true }),
    result: readUser,
  },
  startTotpEnrolment: {
    operation: 'mfa_enrol',
    request: () => ({ method: 'POST', path: '/mfa/totp/setup', body: {}, bearer: true }),
    result: readTotpEnrolment,
  },
  confirmTotpEnrolment: {
    operation: 'mfa_enrol',
    request: ({ code }) => ({
      method: 'POST',
      path: '/mfa/totp/enable',
      body: { code },
      bearer: true,
    }),
    result: readBackupCodes,
  },
  resetPassword: {
    operation: 'password_reset',
    request: ({ token, newPassword }) => ({
      method: 'POST',
      path: '/password/reset',
      body: { token, newPassword },
    }),
    result: readNothing,
  },
  listSessions: {
    operation: 'session_manage',
    request: () => ({ method: 'GET', path: '/sessions', bearer: true }),
    result: readSessions,
  },
  revokeSession: {
    operation: 'session_manage',
    request: ({ id }) => ({
      method: 'DELETE',
      path: `/sessions/${encodeURIComponent(id)}`,
      bearer: true,
    }),
    result: readNothing,
  },
}
