import type { SignInEndpoints } from '../backend.js'
import { readGrant, readNothing, readSignUp } from './wire.js'

/** The sign-in path of auth-svc, below the paths of guide A (`/auth/v1`). */
export function signInEndpoints(loginPath: string): SignInEndpoints {
  return {
    signIn: {
      operation: 'sign_in',
      request: ({ email, password }) => ({
        method: 'POST',
        path: loginPath,
        body: { email, password },
      }),
      result: readGrant,
    },
    signUp: {
      operation: 'sign_up',
      request: ({ email, password, firstName, lastName }) => ({
        method: 'POST',
        path: '/signup/email',
        body: { email, password, firstName, lastName },
      }),
      result: readSignUp,
    },
    signOut: {
      operation: 'sign_out',
      request: ({ refreshToken }) => ({
        method: 'POST',
        path: '/logout',
        body: { refreshToken },
        bearer: true,
      }),
      result: readNothing,
    },
    refresh: {
      operation: 'refresh',
      request: ({ refreshToken }) => ({ method: 'POST', path: '/refresh', body: { refreshToken } }),
      result: readGrant,
    },
    verifyMfa: {
      operation: 'mfa_challenge',
      request: ({ challenge, code }) => ({
        method: 'POST',
        path: '/mfa/totp/verify',
        body: { mfaToken: challenge, code },
      }),
      result: readGrant,
    },
    resendVerification: {
      operation: 'email_resend',
      request: ({ email }) => ({ method: 'POST', path: '/resend-verification', body: { email } }),
      result: readNothing,
    },
    requestPasswordReset: {
      operation: 'password_forgot',
      request: ({ email }) => ({ method: 'POST', path: '/password/forgot', body: { email } }),
      result: readNothing,
    },
  }
}
