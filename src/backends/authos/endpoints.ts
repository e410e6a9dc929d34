import type { SignInEndpoints } from '../backend.js'
import { readGrant, readNothing, readSignUp } from './wire.js'

/** The organisation and service people sign in to. */
export interface Tenant {
  orgSlug?: string
  serviceSlug?: string
}

/** The sign-in path of AuthOS. */
export function signInEndpoints(tenant: Tenant): SignInEndpoints {
  return {
    signIn: {
      operation: 'sign_in',
      request: ({ email, password }) => ({
        method: 'POST',
        path: '/api/auth/login',
        body: { email, password, ...tenantFields(tenant) },
      }),
      result: readGrant,
    },
    signUp: {
      operation: 'sign_up',
      request: ({ email, password, redirectUrl }) => ({
        method: 'POST',
        path: '/api/auth/register',
        body: { email, password, ...tenantFields(tenant, redirectUrl) },
      }),
      result: readSignUp,
    },
    signOut: {
      operation: 'sign_out',
      request: () => ({ method: 'POST', path: '/api/auth/logout', bearer: true }),
      result: readNothing,
    },
    refresh: {
      operation: 'refresh',
      request: ({ refreshToken }) => ({
        method: 'POST',
        path: '/api/auth/refresh',
        body: { refresh_token: refreshToken },
      }),
      result: readGrant,
    },
    verifyMfa: {
      operation: 'mfa_challenge',
      request: ({ challenge, code }) => ({
        method: 'POST',
        path: '/api/auth/mfa/verify',
        body: { preauth_token: challenge, code },
      }),
      result: readGrant,
    },
    resendVerification: {
      operation: 'email_resend',
      request: ({ email, redirectUrl }) => ({
        method: 'POST',
        path: '/api/auth/resend-verification',
        body: { email, ...tenantFields(tenant, redirectUrl) },
      }),
      result: readNothing,
    },
    requestPasswordReset: {
      operation: 'password_forgot',
      request: ({ email, redirectUrl }) => ({
        method: 'POST',
        path: '/api/auth/forgot-password',
        body: { email, ...tenantFields(tenant, redirectUrl) },
      }),
      result: readNothing,
    },
  }
}

/** The fields that name the tenant. Without a service the server refuses any `redirect_uri`. */
export function tenantFields({ orgSlug, serviceSlug }: Tenant, redirectUrl?: string) {
  return {
    org_slug: orgSlug,
    service_slug: serviceSlug,
    redirect_uri: serviceSlug === undefined ? undefined : redirectUrl,
  }
}
