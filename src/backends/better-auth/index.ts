import type { Backend } from '../backend.js'
import { requireBaseUrl } from '../base-url.js'
import { CODES_BY_OPERATION, RULES } from './codes-by-operation.js'
import { CODES } from './codes.js'
import { signInEndpoints } from './endpoints.js'
import { readChallenge, readError } from './wire.js'

/** Where the Better Auth server is, and which plugins it has. */
export interface BetterAuthOptions {
  /** Address of the server up to and including `/api/auth`, or a path on the app's own origin. */
  baseUrl: string
  /** The server has the username plugin: an identifier without an `@` signs in as a user name. Default false. */
  usernames?: boolean
  /** The server has the deviceAuthorization plugin, which knows this app by that client id. */
  deviceClientId?: string
  /**
   * Route of a plugin of yours that takes `{ password }` and makes the session fresh again.
   * Better Auth has none of its own; without it, signing in again does the same.
   */
  stepUpPath?: string
}

/**
 * The Better Auth backend (version 1.7): the session is in an HttpOnly cookie.
 *
 * @throws when `baseUrl` is missing or is no address.
 */
export function betterAuth(options: BetterAuthOptions): Backend {
  return {
    id: 'better-auth',
    baseUrl: requireBaseUrl('betterAuth', options.baseUrl),
    session: 'cookie',
    codes: CODES,
    codesByOperation: CODES_BY_OPERATION,
    rules: RULES,
    readError,
    readChallenge,
    endpoints: signInEndpoints({ usernames: options.usernames === true }),
    loadAccountEndpoints: async () =>
      (await import('./account-endpoints.js')).accountEndpoints(options),
    captchaHeader: 'x-captcha-response',
    // Its source (1.7.6): by e-mail and by user name the password is checked first; a ban is found when the session is
    // made. A sign-in by phone number names an unverified number before it looks at the password.
    provedAtSignIn: ['email_unverified', 'account_banned'],
  }
}
