import type { SignInEndpoints } from '../backend.js'
import { readGrant, readNothing, readSignUp } from './wire.js'

/** The sign-in path of Calimatic, below `/api/v1/auth/headless` or the app's relay to it. */
export const SIGN_IN_ENDPOINTS = {
  signIn: {
    operation: 'sign_in',
    request: ({ email, password }) => ({
      method: 'POST',
      path: '/login',
      body: { email, password },
    }),
    result: readGrant,
  },
  signUp: {
    operation: 'sign_up',
    request: ({ email, password, firstName, lastName }) => ({
      method: 'POST',
      path: '/signup',
      body: { email, password, firstName, lastName },
    }),
    result: readSignUp,
  },
  signOut: {
    operation: 'sign_out',
    request: ({ refreshToken }) => ({ method: 'POST', path: '/logout', body: { refreshToken } }),
    result: readNothing,
  },
  refresh: {
    operation: 'refresh',
    request: ({ refreshToken }) => ({ method: 'POST', path: '/refresh', body: { refreshToken } }),
    result: readGrant,
  },
  verifyMfa: {
    operation: 'mfa_challenge',
    request: ({ challenge, code, factor }) => ({
      method: 'POST',
      path: '/mfa/verify',
      body: {
        mfaToken: challenge,
        code,
        method: factor === 'backup_code' ? 'backup_code' : 'totp',
      },
    }),
    result: readGrant,
  },
  resendVerification: {
    operation: 'email_resend',
    request: ({ email }) => ({ method: 'POST', path: '/email/verify-send', body: { email } }),
    result: readNothing,
  },
  requestPasswordReset: {
    operation: 'password_forgot',
    request: ({ email }) => ({ method: 'POST', path: '/password/reset-send', body: { email } }),
    result: readNothing,
  },
} as const satisfies SignInEndpoints
