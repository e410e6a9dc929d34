import type { Backend } from '../backend.js'
import { requireBaseUrl } from '../base-url.js'
import { CODES, CODES_BY_OPERATION } from './codes.js'
import { signInEndpoints } from './endpoints.js'
import { readChallenge, readError } from './wire.js'

/** Where the IntelliAuth tenant is, and as which client to speak to it. */
export interface IntelliauthOptions {
  /** The tenant's address, or a path on the app's own origin. */
  baseUrl: string
  /** The app's public OAuth client; `/oauth2/token` asks for it. */
  clientId?: string
  /** What the app asks for when it sends users to `/oauth2/authorize`, such as `openid email`. Default: what the server gives unasked. */
  scope?: string
  /** Whose captcha token sign-in sends, in IntelliAuth's words; `turnstile` by default. */
  captchaProvider?: string
}

/**
 * The IntelliAuth backend (seed 003).
 *
 * @throws when `baseUrl` is missing or is no address.
 */
export function intelliauth({
  baseUrl,
  clientId,
  scope,
  captchaProvider = 'turnstile',
}: IntelliauthOptions): Backend {
  return {
    id: 'intelliauth',
    baseUrl: requireBaseUrl('intelliauth', baseUrl),
    session: 'token',
    codes: CODES,
    codesByOperation: CODES_BY_OPERATION,
    readError,
    readChallenge,
    endpoints: signInEndpoints({ clientId, captchaProvider }),
    loadAccountEndpoints: async () =>
      (await import('./account-endpoints.js')).accountEndpoints({ clientId, scope }),
    // Seed 003 does not say that the password was right where an account is disabled, unverified or to be reset.
    provedAtSignIn: [],
  }
}
