import type { AccountEndpoints } from '../backend.js'
import {
  readBackupCodeCount,
  readBackupCodes,
  readLockout,
  readMfaStatus,
  readNothing,
  readPasswordPolicy,
  readSessions,
  readTotpEnrolment,
} from './wire-account.js'

/**
 * What Calimatic offers off the sign-in path. Its sessions and its unlock ask for the client's credentials alone;
 * the access token goes along so that a relay can tell who asks.
 */
export const ACCOUNT_ENDPOINTS = {
  verifyEmail: {
    operation: 'email_verify',
    request: ({ token }) => ({ method: 'POST', path: '/email/verify-confirm', body: { token } }),
    result: readNothing,
  },
  resetPassword: {
    operation: 'password_reset',
    request: ({ token, newPassword }) => ({
      method: 'POST',
      path: '/password/reset-confirm',
      body: { token, newPassword },
    }),
    result: readNothing,
  },
  mfaStatus: {
    operation: 'mfa_manage',
    request: () => ({ method: 'GET', path: '/mfa/status', bearer: true }),
    result: readMfaStatus,
  },
  startTotpEnrolment: {
    operation: 'mfa_enrol',
    request: () => ({ method: 'POST', path: '/mfa/enroll', body: {}, bearer: true }),
    result: readTotpEnrolment,
  },
  confirmTotpEnrolment: {
    operation: 'mfa_enrol',
    request: ({ code }) => ({
      method: 'POST',
      path: '/mfa/enroll/confirm',
      body: { code },
      bearer: true,
    }),
    result: readBackupCodes,
  },
  disableMfa: {
    operation: 'mfa_manage',
    takes: ['code'],
    request: ({ code }) => ({ method: 'POST', path: '/mfa/disable', body: { code }, bearer: true }),
    result: readNothing,
  },
  countBackupCodes: {
    operation: 'mfa_manage',
    request: () => ({ method: 'GET', path: '/mfa/backup-codes', bearer: true }),
    result: readBackupCodeCount,
  },
  regenerateBackupCodes: {
    operation: 'mfa_manage',
    takes: ['code'],
    request: ({ code }) => ({
      method: 'POST',
      path: '/mfa/backup-codes',
      body: { code },
      bearer: true,
    }),
    result: readBackupCodes,
  },
  getLockoutStatus: {
    operation: 'api_call',
    request: ({ userId }) => ({
      method: 'GET',
      path: '/security/lockout-status',
      query: { userId },
    }),
    result: readLockout,
  },
  getPasswordPolicy: {
    operation: 'api_call',
    request: () => ({ method: 'GET', path: '/security/password-policy' }),
    result: readPasswordPolicy,
  },
  unlockAccount: {
    operation: 'admin',
    request: ({ userId }) => ({
      method: 'POST',
      path: '/security/unlock',
      body: { userId },
      bearer: true,
    }),
    result: readNothing,
  },
  listSessions: {
    operation: 'session_manage',
    request: ({ userId }) => ({
      method: 'GET',
      path: '/sessions',
      query: { userId },
      bearer: true,
    }),
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
  revokeAllSessions: {
    operation: 'session_manage',
    request: () => ({ method: 'DELETE', path: '/sessions', bearer: true }),
    result: readNothing,
  },
} as const satisfies AccountEndpoints
