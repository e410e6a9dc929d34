import type { SignInEndpoints, WireRequest } from '../backend.js'
import { readGrant, readNothing, readSignUp } from './wire.js'

export interface SignInSettings {
  /** An identifier without an @ is a user name (username plugin). */
  usernames: boolean
}

/** A POST; Better Auth wants a JSON body even where it reads nothing from it. */
export function post(path: string, body: WireRequest['body'] = {}): WireRequest {
  return { method: 'POST', path, body }
}

export function get(path: string, query: WireRequest['query'] = {}): WireRequest {
  return { method: 'GET', path, query }
}

/** A request that only makes sense with a session. */
export function signedIn(request: WireRequest): WireRequest {
  return { ...request, bearer: true }
}

/** Checks what was typed for each factor; `otp` is the code sent by e-mail or SMS. */
const VERIFY_PATHS = {
  totp: '/two-factor/verify-totp',
  email: '/two-factor/verify-otp',
  sms: '/two-factor/verify-otp',
  backup_code: '/two-factor/verify-backup-code',
} as const satisfies Record<string, string>

function verifyPath(factor: string): string {
  return Object.hasOwn(VERIFY_PATHS, factor)
    ? VERIFY_PATHS[factor as keyof typeof VERIFY_PATHS]
    : VERIFY_PATHS.totp
}

/** The sign-in path of Better Auth, below its base path. */
export function signInEndpoints({ usernames }: SignInSettings): SignInEndpoints {
  return {
    signIn: {
      operation: 'sign_in',
      request: ({ email, password, rememberMe }) =>
        usernames && !email.includes('@')
          ? post('/sign-in/username', { username: email, password, rememberMe })
          : post('/sign-in/email', { email, password, rememberMe }),
      result: readGrant,
    },
    signUp: {
      operation: 'sign_up',
      request: ({ email, password, name, firstName, lastName, redirectUrl }) =>
        post('/sign-up/email', {
          email,
          password,
          // Required by the server, which takes an empty one.
          name: name ?? [firstName, lastName].filter(Boolean).join(' '),
          callbackURL: redirectUrl,
        }),
      result: readSignUp,
    },
    signOut: { operation: 'sign_out', request: () => post('/sign-out'), result: readNothing },
    getSession: { operation: 'silent_auth', request: () => get('/get-session'), result: readGrant },
    // Reading the session renews its cookie; the cached copy beside it would say nothing new.
    refresh: {
      operation: 'refresh',
      request: () => get('/get-session', { disableCookieCache: 'true' }),
      result: readGrant,
    },
    verifyMfa: {
      operation: 'mfa_challenge',
      takes: ['trustDevice'],
      request: ({ factor, code, trustDevice }) => post(verifyPath(factor), { code, trustDevice }),
      result: readGrant,
    },
    sendMfaCode: {
      operation: 'mfa_send_code',
      request: () => post('/two-factor/send-otp'),
      result: readNothing,
    },
    resendVerification: {
      operation: 'email_resend',
      request: ({ email, redirectUrl }) =>
        post('/send-verification-email', { email, callbackURL: redirectUrl }),
      result: readNothing,
    },
    requestPasswordReset: {
      operation: 'password_forgot',
      request: ({ email, redirectUrl }) =>
        post('/request-password-reset', { email, redirectTo: redirectUrl }),
      result: readNothing,
    },
  }
}
