import type { MessageRule } from '../backend.js'
import { EMAIL_COUNTER_SECONDS, WRONG_CURRENT_PASSWORD } from './codes.js'

// What the guard in front of every signed-in route says.
const GUARD =
  /^(?:Not authenticated|Missing or invalid Authorization header|Session revoked or expired|User not found)$/

type Row = Omit<MessageRule, 'code'>

/**
 * The server has one coarse code per status and puts the meaning into the text,
 * so each coarse code has its own list of texts. The finer codes of the seed never come here.
 */
// oxfmt-ignore
const TEXTS = {
  UNAUTHORIZED: [
    { at: ['sign_out'], is: 'signed_out' },
    { at: ['admin', 'scim'], is: 'admin_key_required' },
    { message: 'Invalid email or password', is: 'invalid_credentials' },
    { message: /^Password login not available/, is: 'password_login_unavailable' },
    { message: 'Please verify your email address before logging in', is: 'email_unverified' },
    { message: 'Invalid MFA code', is: 'code_invalid' },
    { message: 'Authentication context changed; sign in again', is: 'flow_invalid' },
    { message: 'User is no longer active', is: 'flow_invalid' },
    { message: 'Challenge does not belong to user', is: 'webauthn_failed' },
    { message: 'Current password is incorrect', is: WRONG_CURRENT_PASSWORD },
    // Reused, unknown, revoked and suspended all read the same.
    { message: 'Invalid refresh token', is: 'token_invalid' },
    { message: 'Refresh token expired', is: 'session_expired' },
    { message: 'Invalid session', is: 'token_invalid' },
    { message: GUARD, when: ({ hadToken }) => hadToken, is: 'access_token_invalid' },
    { message: GUARD, is: 'session_missing' },
    { message: 'Invalid client', is: 'invalid_client' },
    { message: 'Not authorized', at: ['device_poll'], is: 'device_flow_lost' },
  ],
  // A library check may answer before the server's own TOKEN_EXPIRED: refresh once as well.
  JWT_ERROR: [
    { when: ({ hadToken, operation }) => hadToken && operation !== 'sign_out', is: 'access_token_invalid' },
  ],
  FORBIDDEN: [
    { message: /^Suspicious login detected/, is: 'sign_in_blocked' },
    { message: /^Additional verification required\. Please use another login method/, is: { code: 'method_disabled', method: 'webauthn', reason: 'not_allowed' } },
    { message: /^Magic-link sign-in is disabled for this managed domain/, is: { code: 'sso_required', method: 'magic_link' } },
    { message: / is disabled for this managed domain\b/, is: 'sso_required' },
    { message: /^(?:You are not|You are no longer|Not) a member\b/, is: 'not_organization_member' },
    { message: /^You do not (?:currently )?have access\b/, is: 'permission_denied' },
    { message: /^Organization is not active/, is: 'organization_inactive' },
    { message: /^Platform owner access required/, is: 'platform_owner_required' },
  ],
  NOT_FOUND: [
    { message: 'User not found', at: ['passkey_authenticate'], is: 'passkey_unknown' },
    { message: 'User not found', is: 'user_not_found' },
    { message: 'Organization not found', is: { code: 'not_found', resource: 'organization' } },
    { message: 'Service not found', is: { code: 'not_found', resource: 'service' } },
    { message: 'Passkey not found', is: { code: 'not_found', resource: 'passkey' } },
    { message: /^Identity for provider /, is: { code: 'not_found', resource: 'identity' } },
  ],
  BAD_REQUEST: [
    // Form fields
    { message: /^(?:New password|Password) must be at least (\d{1,4}) characters/, at: ['password_reset', 'password_change'], is: ([, min]) => tooShort('newPassword', min) },
    { message: /^(?:New password|Password) must be at least (\d{1,4}) characters/, is: ([, min]) => tooShort('password', min) },
    { message: /^Invalid email (?:format|address)/, is: { code: 'validation_failed', fields: [{ name: 'email', reason: 'format' }] } },
    { message: 'Passkey name cannot be empty', is: { code: 'validation_failed', fields: [{ name: 'name', reason: 'required' }] } },
    { message: /^Passkey name cannot exceed /, is: { code: 'validation_failed', fields: [{ name: 'name', reason: 'too_long', max: 80 }] } },
    { message: 'User with this email already exists', is: 'account_exists' },

    // Integration faults
    { message: 'service_slug requires org_slug', is: 'request_misconfigured' },
    { message: /^redirect_uri requires /, is: 'request_misconfigured' },
    { message: /^redirect_uri '/, is: 'invalid_redirect_uri' },
    { message: /^No redirect URIs are registered/, is: 'invalid_redirect_uri' },
    { message: 'Invalid client credentials', is: 'invalid_client' },
    { message: /^Device activation URI not configured/, is: 'request_misconfigured' },

    // Links in mail
    { message: 'Invalid verification token', is: 'verification_link_invalid' },
    { message: 'Verification token has already been used', is: 'verification_link_used' },
    { message: /^Verification token has expired/, is: 'verification_link_expired' },
    { message: 'Invalid reset token', is: 'reset_link_invalid' },
    { message: 'Reset token has already been used', is: 'reset_link_used' },
    { message: /^Reset token has expired/, is: 'reset_link_expired' },
    { message: 'Invalid or expired magic link', is: 'magic_link_invalid' },
    { message: /^Magic link has expired/, is: 'magic_link_expired' },
    // Starting again would send another link that cannot work either.
    { message: /^User not found\. Please register first/, is: 'user_not_found' },
    { message: /^redirect_uri does not match/, is: 'flow_invalid' },
    { message: /^state does not match/, is: { code: 'state_mismatch', restart: 'sign_in' } },

    // Second factor
    { message: 'Invalid pre-authentication token', is: 'flow_invalid' },
    { message: /^Device authorization context is invalid or expired/, is: 'device_flow_lost' },
    { message: /^SAML MFA continuation must be submitted/, is: { code: 'sso_flow_expired', reason: 'lost' } },
    { message: 'Invalid TOTP code', is: 'totp_invalid' },
    { message: 'MFA is already enabled', is: 'mfa_already_enabled' },
    { message: /^MFA not set up/, is: { code: 'enrolment_expired', reason: 'lost' } },
    { message: 'MFA is not enabled', is: 'mfa_not_enrolled' },
    { message: /^MFA setup expired/, is: 'enrolment_expired' },

    // Passkeys and identities
    { message: 'No passkeys registered for this user', is: 'passkey_unknown' },
    { message: 'Invalid or expired challenge', is: { code: 'webauthn_failed', reason: 'timeout' } },
    { message: 'Invalid challenge type', is: 'webauthn_failed' },
    { message: /^Cannot change password for OAuth-only/, is: 'password_login_unavailable' },
    { message: /^Password is already set/, is: { code: 'state_conflict', resource: 'password' } },
    { message: /^Cannot unlink last identity/, is: 'last_sign_in_method' },
    { message: /^This social account is already linked/, is: 'oauth_identity_linked' },

    // Session
    { message: 'Refresh token cannot be empty', is: 'session_missing' },
    { message: /^Refresh token (?:is )?too long/, is: 'token_invalid' },

    // OAuth and device flow
    { message: 'Invalid state parameter', is: 'oauth_state_mismatch' },
    { message: 'Invalid or expired state parameter', is: 'oauth_flow_expired' },
    { message: /^OAuth callback did not include/, is: 'oauth_flow_lost' },
    { message: /^Upstream provider is disabled/, is: 'provider_disabled' },
    { message: 'Invalid device code', is: 'device_flow_lost' },
    { message: 'Invalid grant type', is: 'grant_type_unsupported' },
    // The person is still at it in a browser: keep asking.
    { message: /^MFA verification required\./, is: 'device_authorization_pending' },
    { message: /^Invalid user code/, is: 'device_user_code_invalid' },
    { message: 'Device already authorized', is: 'device_user_code_invalid' },
  ],
  DUPLICATE_CONSTRAINT: [{ message: /^Email is already taken/, is: 'account_exists' }],
  TOO_MANY_REQUESTS: [
    { message: /^Too many registration attempts/, is: { code: 'sign_up_rate_limited', defaultRetryAfterSeconds: EMAIL_COUNTER_SECONDS } },
    { message: /^Too many (?:password reset|magic link) requests/, is: { code: 'email_rate_limited', defaultRetryAfterSeconds: EMAIL_COUNTER_SECONDS } },
  ],
  INTERNAL_SERVER_ERROR: [
    { message: /^WebAuthn service not configured/, is: { code: 'method_disabled', method: 'webauthn' } },
  ],
  SERVICE_UNAVAILABLE: [
    { message: /^Email delivery is not configured on this AuthOS instance, so magic-link /, is: { code: 'method_disabled', method: 'magic_link' } },
    { message: /^Email delivery is not configured/, is: { code: 'method_disabled', method: 'email' } },
  ],
} as const satisfies Readonly<Record<string, readonly Row[]>>

// Answers of guards and of the web framework: text without an envelope.
// oxfmt-ignore
const PLAIN_TEXTS = [
  { code: null, message: /^Platform owner access required/, is: 'platform_owner_required' },
  { code: null, message: /^Expected request with `Content-Type/, is: 'request_misconfigured' },
  { code: null, message: /^Failed to (?:parse|buffer) the request body/, is: 'request_misconfigured' },
] as const satisfies readonly MessageRule[]

/** The texts of the coarse codes, each list under its code. The first that fits wins. */
export const RULES: readonly MessageRule[] = [
  ...Object.entries<readonly Row[]>(TEXTS).flatMap(([code, rows]) =>
    rows.map((row) => ({ ...row, code })),
  ),
  ...PLAIN_TEXTS,
]

function tooShort(name: string, min: string | undefined) {
  return {
    code: 'validation_failed',
    fields: [{ name, reason: 'too_short', min: Number(min) }],
  } as const
}
