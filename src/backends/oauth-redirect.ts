import * as z from 'zod/mini'
import type { CodeTable, WireAnswer, WireError } from './backend.js'

/**
 * Codes an authorization server puts on the redirect address:
 * RFC 6749 4.1.2.1, then OpenID Connect Core 3.1.2.6.
 */
export const OAUTH_REDIRECT_CODES = {
  access_denied: 'access_denied',
  invalid_request: 'request_misconfigured',
  unauthorized_client: 'unauthorized_client',
  unsupported_response_type: 'request_misconfigured',
  invalid_scope: 'invalid_scope',
  server_error: 'oauth_provider_error',
  temporarily_unavailable: 'oauth_provider_error',
  interaction_required: 'interaction_required',
  login_required: 'login_required',
  account_selection_required: 'account_selection_required',
  consent_required: 'consent_required',
} as const satisfies CodeTable

const RedirectError = z.object({
  error: z.string(),
  error_description: z.optional(z.string()),
})

/**
 * Reads `error` and `error_description` of a redirect address, taken as an answer's body.
 * A code of the provider's own counts as `server_error`: the provider failed.
 */
export function readOAuthRedirect({ body }: WireAnswer): WireError | null {
  const redirect = RedirectError.safeParse(body)
  if (!redirect.success) return null
  const { error, error_description: description } = redirect.data
  const code = Object.hasOwn(OAUTH_REDIRECT_CODES, error) ? error : 'server_error'
  return description
    ? { code, message: description, data: { description } }
    : { code, message: error }
}
