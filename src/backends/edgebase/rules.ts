import type { FieldReason } from '../../errors/failure-data.js'
import type { Operation, OperationContext } from '../../errors/operation.js'
import type { CodeEntry, MessageRule } from '../backend.js'
import { waitSeconds } from '../retry-after.js'
import { HOUR, MINUTE, NEW_PASSWORD_AT, WRONG_CURRENT_PASSWORD } from './codes.js'

/** A text, and the slugs under which it says more than they do; null stands for no slug at all. */
interface Row extends Omit<MessageRule, 'code'> {
  readonly slugs: readonly (string | null)[]
}

const UNSLUGGED = [null]
const INVALID_INPUT = ['invalid-input', null]
const INVALID_TOKEN = ['invalid-token', null]
const TOKEN_EXPIRED = ['token-expired', null]
const NOT_FOUND = ['not-found', null]
const NOT_ENABLED = ['feature-not-enabled', null]
const VALIDATION = ['validation-failed', null]
const RATE_LIMITED = ['rate-limited', null]
const HOOK = ['hook-rejected', null]
const CAPTCHA = ['captcha_required', 'forbidden', null]
const PASSWORD_RULES = ['password-too-short', 'password-policy', null]

const PASSWORD_TOO_SHORT = /^Password must be at least (\d{1,4}) characters/
const ANY_TEXT = /^\s*\S[^]*/

// Requests that carry no access token, or end the session anyway.
const OUTSIDE_SESSION: ReadonlySet<Operation> = new Set(['refresh', 'sign_out', 'silent_auth'])

// With `release` off a bad token counts as none, so this text may mean an expired one.
const bearerIgnored = ({ hadToken, operation }: OperationContext): boolean =>
  hadToken && !OUTSIDE_SESSION.has(operation)

// oxfmt-ignore
const FIELD_TEXTS: readonly Row[] = [
  required('Email and password are required.', 'email', 'password'),
  required('Email is required.', 'email'),
  required('Email and OTP code are required.', 'email', 'code'),
  required('Phone number is required.', 'phone'),
  required('Phone number and OTP code are required.', 'phone', 'code'),
  required('New password is required.', 'newPassword'),
  required('currentPassword and newPassword are required.', 'currentPassword', 'newPassword'),
  required('newEmail and password are required.', 'newEmail', 'password'),
  required('mfaTicket and code are required.', 'code'),
  required('mfaTicket and recoveryCode are required.', 'code'),
  required('factorId and code are required.', 'code'),
  required('Either password or TOTP code is required to disable MFA.', 'password', 'code'),
  required('Current user has no email address.', 'email'),
  { slugs: UNSLUGGED, message: /^Invalid email format/, at: ['profile_update'], is: refused('newEmail', 'format') },
  { slugs: UNSLUGGED, message: /^Invalid email format/, is: refused('email', 'format') },
  { slugs: PASSWORD_RULES, message: PASSWORD_TOO_SHORT, at: NEW_PASSWORD_AT, is: ([, min]) => refused('newPassword', 'too_short', { min: Number(min) }) },
  { slugs: PASSWORD_RULES, message: PASSWORD_TOO_SHORT, is: ([, min]) => refused('password', 'too_short', { min: Number(min) }) },
  { slugs: INVALID_INPUT, message: /^emailVisibility must be /, is: refused('emailVisibility', 'not_allowed') },
  { slugs: INVALID_INPUT, message: /^Avatar URL must not exceed /, is: refused('avatarUrl', 'too_long', { max: 2048 }) },
  { slugs: INVALID_INPUT, message: /^metadata exceeds /, is: refused('metadata', 'too_long') },
  { slugs: UNSLUGGED, message: /^No valid fields to update/, is: 'validation_failed' },
]

// oxfmt-ignore
const SIGN_IN_TEXTS: readonly Row[] = [
  { slugs: UNSLUGGED, message: 'Invalid credentials.', is: 'invalid_credentials' },
  { slugs: UNSLUGGED, message: /^Email (?:is )?already registered\b/, is: 'account_exists' },
  { slugs: UNSLUGGED, message: /^Phone number is already registered\b/, is: 'phone_exists' },
  { slugs: UNSLUGGED, message: /^This account uses OAuth sign-in\./, is: 'password_login_unavailable' },
  { slugs: UNSLUGGED, message: /^(?:This account has been|Account is) disabled\./, is: 'account_disabled' },
  { slugs: UNSLUGGED, message: /^Anonymous (?:accounts|users) cannot /, is: 'anonymous_account' },
  { slugs: UNSLUGGED, message: 'Current password is incorrect.', is: WRONG_CURRENT_PASSWORD },
  { slugs: UNSLUGGED, message: /^(?:Invalid password|Password verification failed)\./, is: refused('password', 'incorrect') },
  { slugs: INVALID_INPUT, message: 'This account has no password set.', is: { code: 'method_disabled', method: 'password', reason: 'not_supported' } },
]

// oxfmt-ignore
const LIMIT_TEXTS: readonly Row[] = [
  { slugs: RATE_LIMITED, message: /^Too many requests\. Retry after (\d{1,6}) seconds/, is: ([, seconds]) => ({ code: 'rate_limited', retryAfterSeconds: waitSeconds(Number(seconds)) }) },
  { slugs: RATE_LIMITED, message: /^Too many requests\./, is: { code: 'rate_limited', defaultRetryAfterSeconds: MINUTE } },
  { slugs: RATE_LIMITED, message: /^Too many signup attempts/, is: { code: 'sign_up_rate_limited', defaultRetryAfterSeconds: MINUTE } },
  { slugs: RATE_LIMITED, message: /^Too many login attempts/, is: { code: 'sign_in_rate_limited', defaultRetryAfterSeconds: MINUTE } },
  // No wait helps: the code is spent.
  { slugs: RATE_LIMITED, message: /^Too many failed OTP attempts/, at: ['account_link'], is: { code: 'code_attempts_exhausted', factor: 'sms' } },
  { slugs: RATE_LIMITED, message: /^Too many failed OTP attempts/, is: { code: 'code_attempts_exhausted', factor: 'email' } },
  { slugs: RATE_LIMITED, message: /^Too many (?:OTP requests for this email|verification email requests|email change requests)/, is: { code: 'email_rate_limited', defaultRetryAfterSeconds: HOUR } },
  { slugs: RATE_LIMITED, message: /^Too many OTP requests/, is: { code: 'sms_rate_limited', defaultRetryAfterSeconds: HOUR } },
]

// oxfmt-ignore
const OAUTH_TEXTS: readonly Row[] = [
  { slugs: VALIDATION, message: /^Unsupported OAuth provider: /, is: 'provider_unknown' },
  { slugs: NOT_ENABLED, message: /^OAuth provider [^]{1,200} is not enabled\./, is: 'provider_disabled' },
  { slugs: ['internal-error', null], message: /^OAuth provider [^]{1,200} is not configured\./, is: 'provider_not_configured' },
  { slugs: VALIDATION, at: ['oauth_callback'], message: /^OAuth error: [^]*(?:denied|cancel)/i, is: 'access_denied' },
  { slugs: VALIDATION, message: /^OAuth error: ([^]*)/, is: ([, description]) => ({ code: 'oauth_provider_error', description: description ?? null }) },
  { slugs: VALIDATION, message: /^Missing code or state parameter/, is: 'oauth_flow_lost' },
  { slugs: INVALID_TOKEN, message: /^Invalid or expired OAuth (?:link )?state/, is: 'oauth_flow_expired' },
  { slugs: VALIDATION, message: /^OAuth state provider mismatch/, is: 'oauth_state_mismatch' },
  { slugs: ['already-exists', null], message: 'User already has a phone number linked.', is: { code: 'state_conflict', resource: 'phone' } },
  { slugs: UNSLUGGED, message: /^This OAuth account is already linked/, is: 'oauth_identity_linked' },
  { slugs: ['validation-failed', 'invalid-input', null], message: 'Only anonymous users can link with OAuth.', is: 'not_anonymous' },
  { slugs: INVALID_INPUT, message: 'User is not anonymous.', is: { code: 'not_anonymous', method: 'password' } },
  { slugs: INVALID_INPUT, message: /^Cannot unlink the last/, is: 'last_sign_in_method' },
]

// oxfmt-ignore
const SESSION_TEXTS: readonly Row[] = [
  { slugs: INVALID_INPUT, message: 'Refresh token is required.', at: ['sign_out'], is: 'signed_out' },
  { slugs: INVALID_INPUT, message: 'Refresh token is required.', is: 'session_missing' },
  { slugs: UNSLUGGED, message: /^(?:Invalid refresh token|Refresh token expired)\./, at: ['sign_out'], is: 'signed_out' },
  { slugs: UNSLUGGED, message: 'Invalid refresh token.', is: 'token_invalid' },
  { slugs: UNSLUGGED, message: 'Refresh token expired.', is: 'session_expired' },
  { slugs: UNSLUGGED, message: /^Refresh token reuse detected/, is: 'session_reuse_detected' },
  { slugs: ['unauthenticated', null], message: 'Authentication required.', when: bearerIgnored, is: 'access_token_invalid' },
  { slugs: UNSLUGGED, message: 'Authentication required.', is: 'session_missing' },
]

// oxfmt-ignore
const LINK_TEXTS: readonly Row[] = [
  { slugs: INVALID_INPUT, message: 'Verification token is required.', is: 'verification_link_malformed' },
  { slugs: INVALID_TOKEN, message: /^Invalid or expired (?:verification|email change) token/, is: 'verification_link_invalid' },
  { slugs: TOKEN_EXPIRED, message: /^Verification token has expired/, is: 'verification_link_expired' },
  { slugs: INVALID_INPUT, message: 'Password reset token is required.', is: 'reset_link_malformed' },
  { slugs: INVALID_TOKEN, message: /^Invalid or expired password reset token/, is: 'reset_link_invalid' },
  { slugs: TOKEN_EXPIRED, message: /^Password reset token has expired/, is: 'reset_link_expired' },
  { slugs: INVALID_INPUT, message: 'Magic link token is required.', is: { code: 'magic_link_invalid', reason: 'malformed' } },
  { slugs: INVALID_TOKEN, message: /^Invalid or expired magic link/, is: 'magic_link_invalid' },
  { slugs: TOKEN_EXPIRED, message: /^Magic link has expired/, is: 'magic_link_expired' },
]

// oxfmt-ignore
const FACTOR_TEXTS: readonly Row[] = [
  { slugs: INVALID_TOKEN, message: /^Invalid or expired OTP\b/, at: ['account_link'], is: { code: 'code_expired', factor: 'sms' } },
  { slugs: INVALID_TOKEN, message: /^Invalid or expired OTP\b/, is: { code: 'code_expired', factor: 'email' } },
  { slugs: UNSLUGGED, message: /^Invalid OTP code\./, at: ['account_link'], is: { code: 'code_invalid', factor: 'sms' } },
  { slugs: UNSLUGGED, message: /^Invalid OTP code\./, is: { code: 'code_invalid', factor: 'email' } },
  { slugs: INVALID_TOKEN, message: /^Invalid or expired MFA ticket/, is: 'flow_expired' },
  { slugs: UNSLUGGED, message: /^Invalid TOTP code\./, is: 'totp_invalid' },
  { slugs: UNSLUGGED, message: /^Invalid recovery code\./, is: 'backup_code_invalid' },
  { slugs: ['action-not-allowed', null], message: 'OTP was not issued for this user.', is: { code: 'code_invalid', factor: 'sms' } },
  { slugs: INVALID_INPUT, message: /^No (?:verified )?TOTP factor found/, at: ['mfa_challenge'], is: 'flow_invalid' },
  { slugs: INVALID_INPUT, message: /^No (?:verified )?TOTP factor found/, is: 'mfa_not_enrolled' },
  { slugs: INVALID_INPUT, message: /^No recovery codes available/, is: 'backup_codes_exhausted' },
  { slugs: NOT_FOUND, message: 'TOTP factor not found.', is: { code: 'enrolment_expired', reason: 'lost' } },
  { slugs: UNSLUGGED, message: /^TOTP factor (?:is )?already /, is: 'mfa_already_enabled' },
  { slugs: INVALID_INPUT, message: 'Unknown credential.', is: 'passkey_unknown' },
  { slugs: NOT_FOUND, message: /^No passkeys registered/, is: 'passkey_unknown' },
  { slugs: NOT_FOUND, message: 'Passkey not found.', is: { code: 'not_found', resource: 'passkey' } },
  { slugs: NOT_FOUND, message: 'Identity not found.', is: { code: 'not_found', resource: 'identity' } },
]

// oxfmt-ignore
const FEATURE_TEXTS: readonly Row[] = [
  { slugs: NOT_ENABLED, message: /^Anonymous authentication is not enabled/, is: 'anonymous_disabled' },
  { slugs: NOT_ENABLED, message: /^Magic link authentication is not enabled/, is: { code: 'method_disabled', method: 'magic_link' } },
  { slugs: NOT_ENABLED, message: /^Email OTP authentication is not enabled/, is: { code: 'method_disabled', method: 'email' } },
  { slugs: NOT_ENABLED, message: /^Phone authentication is not enabled/, is: { code: 'method_disabled', method: 'sms' } },
  { slugs: NOT_ENABLED, message: /^TOTP MFA is not enabled/, is: { code: 'method_disabled', method: 'totp' } },
  { slugs: NOT_ENABLED, message: /^Passkeys are not enabled/, is: { code: 'method_disabled', method: 'webauthn' } },
]

// oxfmt-ignore
const OTHER_TEXTS: readonly Row[] = [
  { slugs: ['forbidden', null], message: /^(?:Unauthorized\. )?Service Key required/, is: 'admin_key_required' },
  { slugs: UNSLUGGED, message: /^(?:Invalid )?X-EdgeBase-Service-Key /, is: 'admin_key_required' },
  { slugs: UNSLUGGED, message: /^User not found/, at: ['admin'], is: 'admin_user_not_found' },
  { slugs: UNSLUGGED, message: /^User not found/, at: ['refresh'], is: 'token_invalid' },
  { slugs: UNSLUGGED, message: /^User not found/, is: 'user_not_found' },
  { slugs: CAPTCHA, message: /^Captcha verification required/, is: 'captcha_required' },
  { slugs: CAPTCHA, message: /^Captcha (?:verification failed|action mismatch)/, is: 'captcha_failed' },
  { slugs: UNSLUGGED, message: 'Captcha service unavailable.', is: 'captcha_service_unavailable' },
  { slugs: UNSLUGGED, message: /^(?:Invalid redirect_url\.|redirect_url is not allowed\.)/, is: 'invalid_redirect_uri' },
  { slugs: UNSLUGGED, message: /^(?:Invalid state\.|state must not exceed |Malformed JSON|Invalid JSON)/, is: 'request_misconfigured' },
]

/** A hook that gives no reason is named by the server; any other text is the hook's own. */
// oxfmt-ignore
const HOOK_TEXTS: readonly Row[] = [
  { slugs: HOOK, message: /^Auth hook '([^']{1,200})' rejected the operation\./, is: ([, step]) => ({ code: 'hook_rejected', step: step ?? null }) },
  { slugs: HOOK, message: /^Password reset was blocked by the (\w{1,200}) hook\./, is: ([, step]) => ({ code: 'hook_rejected', step: step ?? null }) },
  { slugs: HOOK, message: /^(?:Sign-in blocked by hook|Mail hook rejected the email|SMS hook rejected the SMS)\./, is: 'hook_rejected' },
  { slugs: ['action-not-allowed', null], message: /^Auth action '([^']{1,200})' is not allowed\./, is: ([, step]) => ({ code: 'action_not_allowed', step: step ?? null }) },
  { slugs: ['hook-rejected'], message: ANY_TEXT, is: ([said]) => hookSaid(said) },
  { slugs: UNSLUGGED, status: 403, at: ['sign_up', 'sign_in', 'password_reset'], message: ANY_TEXT, is: ([said]) => hookSaid(said) },
]

/** What only the text tells: all of it for documented servers, the rest for those that send slugs. */
export const RULES: readonly MessageRule[] = [
  ...FIELD_TEXTS,
  ...SIGN_IN_TEXTS,
  ...LIMIT_TEXTS,
  ...OAUTH_TEXTS,
  ...SESSION_TEXTS,
  ...LINK_TEXTS,
  ...FACTOR_TEXTS,
  ...FEATURE_TEXTS,
  ...OTHER_TEXTS,
  ...HOOK_TEXTS,
].flatMap(({ slugs, ...rule }) => slugs.map((code) => ({ ...rule, code })))

function required(message: string, ...names: string[]): Row {
  const fields = names.map((name) => ({ name, reason: 'required' }) as const)
  return { slugs: INVALID_INPUT, message, is: { code: 'validation_failed', fields } }
}

function refused(
  name: string,
  reason: FieldReason,
  bounds: { min?: number; max?: number } = {},
): CodeEntry {
  return { code: 'validation_failed', fields: [{ name, reason, ...bounds }] }
}

function hookSaid(description: string | undefined): CodeEntry {
  return { code: 'hook_rejected', description: description ?? null }
}
