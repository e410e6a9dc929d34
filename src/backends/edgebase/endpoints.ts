import type { SignInEndpoints } from '../backend.js'
import { readGrant, readNothing, readSignUp } from './wire.js'

/**
 * The sign-in path of EdgeBase. Public calls carry no bearer token:
 * the server answers a stale one with 401 before it looks at the password.
 */
export const SIGN_IN_ENDPOINTS: SignInEndpoints = {
  signIn: {
    operation: 'sign_in',
    request: ({ email, password, captchaToken }) => ({
      method: 'POST',
      path: '/auth/signin',
      body: { email, password, captchaToken },
    }),
    result: readGrant,
  },
  signUp: {
    operation: 'sign_up',
    request: ({ email, password, name, captchaToken }) => ({
      method: 'POST',
      path: '/auth/signup',
      body: {
        email,
        password,
        data: name === undefined ? undefined : { displayName: name },
        captchaToken,
      },
    }),
    result: readSignUp,
  },
  signOut: {
    operation: 'sign_out',
    request: ({ refreshToken }) => ({
      method: 'POST',
      path: '/auth/signout',
      body: { refreshToken },
    }),
    result: readNothing,
  },
  refresh: {
    operation: 'refresh',
    request: ({ refreshToken }) => ({
      method: 'POST',
      path: '/auth/refresh',
      body: { refreshToken },
    }),
    result: readGrant,
  },
  verifyMfa: {
    operation: 'mfa_challenge',
    request: ({ challenge, factor, code }) =>
      factor === 'backup_code'
        ? {
            method: 'POST',
            path: '/auth/mfa/recovery',
            body: { mfaTicket: challenge, recoveryCode: code },
          }
        : { method: 'POST', path: '/auth/mfa/verify', body: { mfaTicket: challenge, code } },
    result: readGrant,
  },
  resendVerification: {
    operation: 'email_resend',
    // The server takes the address from the session.
    request: ({ redirectUrl }) => ({
      method: 'POST',
      path: '/auth/request-email-verification',
      body: { redirectUrl },
      bearer: true,
    }),
    result: readNothing,
  },
  requestPasswordReset: {
    operation: 'password_forgot',
    request: ({ email, redirectUrl, captchaToken }) => ({
      method: 'POST',
      path: '/auth/request-password-reset',
      body: { email, redirectUrl, captchaToken },
    }),
    result: readNothing,
  },
}
