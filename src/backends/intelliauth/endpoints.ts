import type { ActionInput } from '../actions.js'
import type { SignInEndpoints, WireRequest } from '../backend.js'
import { readGrant, readNothing } from './wire.js'

/** The facts of an app that its requests name. */
export interface App {
  clientId: string | undefined
  captchaProvider: string
}

/** The sign-in path of IntelliAuth, below the tenant's address. */
export function signInEndpoints(app: App) {
  const captcha = (token: string | undefined) =>
    token === undefined ? {} : { captcha: { provider: app.captchaProvider, token } }
  return {
    signIn: {
      operation: 'sign_in',
      request: ({ email, password, captchaToken }) => ({
        method: 'POST',
        path: '/api/v1/auth/login',
        body: { email, password, ...captcha(captchaToken) },
      }),
      result: readGrant,
    },
    signOut: {
      operation: 'sign_out',
      request: () => ({ method: 'POST', path: '/api/v1/auth/logout', bearer: true }),
      result: readNothing,
    },
    refresh: {
      operation: 'refresh',
      request: ({ refreshToken }) => ({
        method: 'POST',
        path: '/oauth2/token',
        form: true,
        body: {
          grant_type: 'refresh_token',
          // A form would send the word `null`.
          refresh_token: refreshToken ?? undefined,
          client_id: app.clientId,
        },
      }),
      result: readGrant,
    },
    verifyMfa: {
      operation: 'mfa_challenge',
      request: (input) => completeMfa(input, { code: input.code }),
      result: readGrant,
    },
    sendMfaCode: {
      operation: 'mfa_send_code',
      request: beginMfa,
      result: readNothing,
    },
    resendVerification: {
      operation: 'email_resend',
      request: ({ email, captchaToken }) => ({
        method: 'POST',
        path: '/api/v1/auth/email/resend',
        body: { email, ...captcha(captchaToken) },
      }),
      result: readNothing,
    },
    requestPasswordReset: {
      operation: 'password_forgot',
      request: ({ email, captchaToken }) => ({
        method: 'POST',
        path: '/api/v1/auth/password/reset',
        body: { email, ...captcha(captchaToken) },
      }),
      result: readNothing,
    },
  } as const satisfies SignInEndpoints
}

type ChosenFactor = ActionInput<'sendMfaCode'>

/** Makes the server ready for one factor: it sends the code, or answers what a passkey has to sign. */
export function beginMfa(chosen: ChosenFactor): WireRequest {
  return { method: 'POST', path: '/api/v1/auth/mfa/begin', body: named(chosen) }
}

/** Answers a challenge with what its factor gives. */
export function completeMfa(chosen: ChosenFactor, proof: WireRequest['body']): WireRequest {
  return { method: 'POST', path: '/api/v1/auth/mfa/complete', body: { ...named(chosen), ...proof } }
}

/** A factor by its handle; where sign-in offered kinds alone, by its kind, as the SDK does. */
function named({ challenge, factor, factorId }: ChosenFactor) {
  return {
    flow_id: challenge,
    ...(factorId === undefined ? { kind: factor } : { factor_id: factorId }),
  }
}
