import type { AuthCode } from '../../src/errors/catalogue.js'
import type { Operation } from '../../src/errors/operation.js'

type Expected = Readonly<Record<string, unknown>>

const USES_OAUTH = 'This account uses OAuth sign-in. Password login is not available.'

type SlugRow = readonly [
  operation: Operation,
  status: number,
  message: string,
  code: AuthCode,
  facts?: Expected,
]

function missing(...names: string[]): Expected {
  return { fields: names.map((name) => ({ name, reason: 'required' })) }
}

/** What newer servers send: each slug of the catalogue, and the messages that split it. */
// oxfmt-ignore
export const SLUGS: Readonly<Record<string, readonly SlugRow[]>> = {
  'invalid-input': [
    ['sign_in', 400, 'Email and password are required.', 'validation_failed', missing('email', 'password')],
    ['password_forgot', 400, 'Email is required.', 'validation_failed', missing('email')],
    ['sign_in', 400, 'Email and OTP code are required.', 'validation_failed', missing('email', 'code')],
    ['mfa_send_code', 400, 'Phone number is required.', 'validation_failed', missing('phone')],
    ['sign_in', 400, 'Phone number and OTP code are required.', 'validation_failed', missing('phone', 'code')],
    ['refresh', 400, 'Refresh token is required.', 'session_missing'],
    ['sign_out', 400, 'Refresh token is required.', 'signed_out'],
    ['email_verify', 400, 'Verification token is required.', 'verification_link_malformed'],
    ['password_reset', 400, 'Password reset token is required.', 'reset_link_malformed'],
    ['password_reset', 400, 'New password is required.', 'validation_failed', missing('newPassword')],
    ['password_change', 400, 'currentPassword and newPassword are required.', 'validation_failed', missing('currentPassword', 'newPassword')],
    ['profile_update', 400, 'newEmail and password are required.', 'validation_failed', missing('newEmail', 'password')],
    ['sign_in', 400, 'Magic link token is required.', 'magic_link_invalid', { reason: 'malformed' }],
    ['mfa_challenge', 400, 'mfaTicket and code are required.', 'validation_failed', missing('code')],
    ['mfa_challenge', 400, 'mfaTicket and recoveryCode are required.', 'validation_failed', missing('code')],
    ['mfa_enrol', 400, 'factorId and code are required.', 'validation_failed', missing('code')],
    ['passkey_register', 400, 'Registration response is required.', 'webauthn_failed'],
    ['passkey_authenticate', 400, 'Authentication response is required.', 'webauthn_failed'],
    ['passkey_authenticate', 400, 'Credential ID is required in the response.', 'webauthn_failed'],
    ['passkey_authenticate', 400, 'clientDataJSON is required in the response.', 'webauthn_failed'],
    ['passkey_authenticate', 400, 'Invalid clientDataJSON.', 'webauthn_failed'],
    ['passkey_authenticate', 400, 'Unknown credential.', 'passkey_unknown'],
    ['passkey_register', 400, 'Registration verification failed.', 'webauthn_failed'],
    ['passkey_register', 400, 'Unexpected registration response origin', 'webauthn_failed'],
    ['sign_up', 400, 'Avatar URL must not exceed 2048 characters.', 'validation_failed', { fields: [{ name: 'avatarUrl', reason: 'too_long', max: 2048 }] }],
    ['profile_update', 400, 'metadata exceeds 16KB limit.', 'validation_failed', { fields: [{ name: 'metadata', reason: 'too_long' }] }],
    ['profile_update', 400, 'emailVisibility must be "public" or "private".', 'validation_failed', { fields: [{ name: 'emailVisibility', reason: 'not_allowed' }] }],
    ['account_link', 400, 'User is not anonymous.', 'not_anonymous', { method: 'password' }],
    ['email_resend', 400, 'Current user has no email address.', 'validation_failed', missing('email')],
    ['account_link', 400, 'Cannot unlink the last sign-in method.', 'last_sign_in_method'],
    ['mfa_manage', 400, 'Either password or TOTP code is required to disable MFA.', 'validation_failed', missing('password', 'code')],
    ['mfa_manage', 400, 'This account has no password set.', 'method_disabled', { method: 'password', reason: 'not_supported' }],
    ['mfa_manage', 400, 'No TOTP factor found.', 'mfa_not_enrolled'],
    ['mfa_challenge', 400, 'No verified TOTP factor found.', 'flow_invalid'],
    ['mfa_challenge', 400, 'No recovery codes available.', 'backup_codes_exhausted'],
    ['sign_up', 400, 'Something new.', 'validation_failed', { fields: [] }],
  ],
  'invalid-email': [
    ['sign_up', 400, 'Invalid email format. Please provide a valid email address.', 'validation_failed', { fields: [{ name: 'email', reason: 'format' }] }],
    ['profile_update', 400, 'Invalid email format.', 'validation_failed', { fields: [{ name: 'newEmail', reason: 'format' }] }],
  ],
  'password-too-short': [
    ['sign_up', 400, 'Password must be at least 8 characters.', 'validation_failed', { fields: [{ name: 'password', reason: 'too_short', min: 8 }] }],
    ['password_change', 400, 'Too short.', 'validation_failed', { fields: [{ name: 'newPassword', reason: 'too_short', min: 8 }] }],
  ],
  'password-too-long': [
    ['sign_in', 400, 'Password must not exceed 256 characters.', 'validation_failed', { fields: [{ name: 'password', reason: 'too_long', max: 256 }] }],
    ['password_reset', 400, 'Password must not exceed 256 characters.', 'validation_failed', { fields: [{ name: 'newPassword', reason: 'too_long', max: 256 }] }],
  ],
  'password-policy': [
    ['password_reset', 400, 'Password must be at least 12 characters.', 'validation_failed', { fields: [{ name: 'newPassword', reason: 'too_short', min: 12 }] }],
    ['sign_up', 400, 'Password must contain at least one digit.', 'validation_failed', { fields: [{ name: 'password', reason: 'weak' }] }],
  ],
  'display-name-too-long': [
    ['sign_up', 400, 'Display name must not exceed 200 characters.', 'validation_failed', { fields: [{ name: 'name', reason: 'too_long', max: 200 }] }],
    ['profile_update', 400, 'Display name must not exceed 200 characters.', 'validation_failed', { fields: [{ name: 'displayName', reason: 'too_long', max: 200 }] }],
  ],
  'invalid-locale': [
    ['profile_update', 400, 'Invalid locale format. Use ISO 639-1.', 'validation_failed', { fields: [{ name: 'locale', reason: 'format' }] }],
  ],
  'invalid-phone': [
    ['mfa_send_code', 400, 'Invalid phone number. Must be in E.164 format.', 'validation_failed', { fields: [{ name: 'phone', reason: 'format' }] }],
  ],
  'no-fields-to-update': [
    ['profile_update', 400, 'No valid fields to update. Allowed fields: displayName.', 'validation_failed', { fields: [] }],
  ],
  'invalid-token': [
    ['email_verify', 400, 'Invalid or expired verification token.', 'verification_link_invalid'],
    ['email_verify', 400, 'Invalid or expired email change token.', 'verification_link_invalid'],
    ['email_verify', 400, 'Gone.', 'verification_link_invalid'],
    ['password_reset', 400, 'Invalid or expired password reset token.', 'reset_link_invalid'],
    ['password_reset', 400, 'Gone.', 'reset_link_invalid'],
    ['sign_in', 400, 'Invalid or expired magic link token.', 'magic_link_invalid'],
    ['sign_in', 400, 'Invalid or expired OTP. Please request a new code.', 'code_expired', { factor: 'email' }],
    ['account_link', 400, 'Invalid or expired OTP. Please request a new code.', 'code_expired', { factor: 'sms' }],
    ['mfa_challenge', 400, 'Invalid or expired MFA ticket.', 'flow_expired', { restart: 'sign_in' }],
    ['oauth_callback', 400, 'Invalid or expired OAuth state.', 'oauth_flow_expired'],
    ['account_link', 400, 'Invalid or expired OAuth link state.', 'oauth_flow_expired'],
    ['oauth_callback', 400, 'Gone.', 'oauth_flow_expired'],
    ['api_call', 400, 'Gone.', 'flow_expired'],
  ],
  'token-expired': [
    ['email_verify', 400, 'Verification token has expired. Please request a new one.', 'verification_link_expired'],
    ['password_reset', 400, 'Password reset token has expired. Please request a new one.', 'reset_link_expired'],
    ['sign_in', 400, 'Magic link has expired. Please request a new one.', 'magic_link_expired'],
    ['password_reset', 400, 'Late.', 'reset_link_expired'],
  ],
  'challenge-expired': [
    ['passkey_register', 400, 'Challenge expired or not found.', 'webauthn_failed', { reason: 'timeout' }],
  ],
  'invalid-totp': [
    ['mfa_enrol', 400, 'Invalid TOTP code. Please try again.', 'totp_invalid'],
    ['mfa_challenge', 401, 'Invalid TOTP code.', 'totp_invalid'],
  ],
  'mfa-already-enrolled': [
    ['mfa_enrol', 400, 'TOTP factor is already verified.', 'mfa_already_enabled'],
    ['mfa_enrol', 409, 'TOTP factor already enrolled. Disable it first to re-enroll.', 'mfa_already_enabled'],
  ],
  'not-found': [
    ['passkey_authenticate', 400, 'No passkeys registered for this user.', 'passkey_unknown'],
    ['mfa_enrol', 404, 'TOTP factor not found.', 'enrolment_expired', { reason: 'lost' }],
    ['account_link', 404, 'Identity not found.', 'not_found', { resource: 'identity' }],
    ['api_call', 404, 'Passkey not found.', 'not_found', { resource: 'passkey' }],
    ['api_call', 404, 'Nothing here.', 'not_found', { resource: null }],
  ],
  'feature-not-enabled': [
    ['passkey_register', 400, 'Passkeys are not enabled.', 'method_disabled', { method: 'webauthn' }],
    ['oauth_start', 400, 'OAuth provider google is not enabled.', 'provider_disabled'],
    ['anonymous_sign_in', 404, 'Anonymous authentication is not enabled.', 'anonymous_disabled'],
    ['mfa_send_code', 404, 'Magic link authentication is not enabled.', 'method_disabled', { method: 'magic_link' }],
    ['mfa_send_code', 404, 'Email OTP authentication is not enabled.', 'method_disabled', { method: 'email' }],
    ['mfa_send_code', 404, 'Phone authentication is not enabled.', 'method_disabled', { method: 'sms' }],
    ['mfa_enrol', 404, 'TOTP MFA is not enabled.', 'method_disabled', { method: 'totp' }],
    ['anonymous_sign_in', 404, 'Off.', 'anonymous_disabled'],
    ['passkey_authenticate', 400, 'Off.', 'method_disabled', { method: 'webauthn' }],
  ],
  'validation-failed': [
    ['oauth_start', 400, 'Unsupported OAuth provider: x', 'provider_unknown'],
    ['oauth_callback', 400, 'Missing code or state parameter.', 'oauth_flow_lost'],
    ['oauth_callback', 400, 'OAuth state provider mismatch.', 'oauth_state_mismatch'],
    ['oauth_callback', 400, 'OAuth error: Upstream down', 'oauth_provider_error', { description: 'Upstream down' }],
    ['oauth_callback', 400, 'OAuth error: access_denied', 'access_denied', { what: 'oauth' }],
    ['api_call', 400, 'Something else.', 'validation_failed'],
  ],
  'invalid-json': [['sign_out', 400, 'Invalid JSON.', 'request_misconfigured']],

  'invalid-credentials': [
    ['sign_in', 401, 'Invalid credentials.', 'invalid_credentials'],
    ['passkey_authenticate', 401, 'Authentication verification failed.', 'webauthn_failed'],
    ['refresh', 401, 'User not found.', 'token_invalid'],
  ],
  unauthenticated: [
    ['api_call', 401, 'Authentication required.', 'session_missing'],
    ['admin', 401, 'No key.', 'admin_key_required'],
  ],
  'invalid-refresh-token': [
    ['refresh', 401, 'Invalid refresh token.', 'token_invalid'],
    ['sign_out', 401, 'Invalid refresh token.', 'signed_out'],
  ],
  'refresh-token-expired': [
    ['refresh', 401, 'Refresh token expired.', 'session_expired'],
    ['sign_out', 401, 'Refresh token expired.', 'signed_out'],
  ],
  'refresh-token-reused': [
    ['refresh', 401, 'Refresh token reuse detected. Session revoked.', 'session_reuse_detected'],
  ],
  'invalid-password': [
    ['password_change', 401, 'Current password is incorrect.', 'validation_failed', { fields: [{ name: 'currentPassword', reason: 'incorrect' }] }],
    ['profile_update', 401, 'Password verification failed.', 'validation_failed', { fields: [{ name: 'password', reason: 'incorrect' }] }],
    ['mfa_manage', 401, 'Invalid password.', 'validation_failed', { fields: [{ name: 'password', reason: 'incorrect' }] }],
  ],
  'invalid-otp': [
    ['sign_in', 401, 'Invalid OTP code.', 'code_invalid', { factor: 'email' }],
    ['account_link', 401, 'Invalid OTP code.', 'code_invalid', { factor: 'sms' }],
  ],
  'invalid-recovery-code': [
    ['mfa_challenge', 401, 'Invalid recovery code.', 'backup_code_invalid'],
  ],

  'account-disabled': [
    ['sign_in', 403, 'This account has been disabled.', 'account_disabled'],
    ['mfa_challenge', 403, 'Account is disabled.', 'account_disabled'],
  ],
  'oauth-only': [
    ['sign_in', 403, USES_OAUTH, 'password_login_unavailable'],
    ['profile_update', 403, 'This account uses OAuth sign-in. Password-based email change is not available.', 'password_login_unavailable'],
  ],
  'anonymous-not-allowed': [
    ['email_resend', 403, 'Anonymous users cannot request verification email.', 'anonymous_account'],
  ],
  'hook-rejected': [
    ['sign_in', 403, "Auth hook 'checkIp' rejected the operation.", 'hook_rejected', { step: 'checkIp', description: null }],
    ['passkey_authenticate', 403, 'Sign-in blocked by hook.', 'hook_rejected', { step: null, description: null }],
    ['mfa_send_code', 403, 'Mail hook rejected the email.', 'hook_rejected', { description: null }],
    ['mfa_send_code', 403, 'SMS hook rejected the SMS.', 'hook_rejected', { description: null }],
    ['api_call', 403, 'Only from the office network.', 'hook_rejected', { step: null, description: 'Only from the office network.' }],
  ],
  'action-not-allowed': [
    ['sign_up', 403, "Auth action 'signUp' is not allowed.", 'action_not_allowed', { step: 'signUp' }],
    ['account_link', 403, 'OTP was not issued for this user.', 'code_invalid', { factor: 'sms' }],
    ['sign_up', 403, 'No.', 'action_not_allowed', { step: null }],
  ],
  forbidden: [
    ['oauth_callback', 403, 'Captcha verification required for OAuth.', 'captcha_required'],
    ['api_call', 403, 'Service key routes only.', 'permission_denied'],
    ['admin', 403, 'No.', 'admin_key_required'],
  ],
  'access-denied': [['api_call', 403, 'No.', 'permission_denied']],

  'user-not-found': [
    ['api_call', 404, 'User not found.', 'user_not_found'],
    ['admin', 404, 'User not found.', 'admin_user_not_found'],
    ['passkey_authenticate', 404, 'User not found.', 'passkey_unknown'],
    ['mfa_challenge', 404, 'User not found.', 'flow_invalid'],
  ],
  'method-not-allowed': [['api_call', 405, 'Method not allowed.', 'request_misconfigured']],
  'email-already-exists': [
    ['sign_up', 409, 'Email already registered.', 'account_exists', { identifier: 'email' }],
    ['profile_update', 409, 'Email is already registered.', 'account_exists'],
  ],
  'phone-already-exists': [
    ['account_link', 409, 'Phone number is already registered to another account.', 'phone_exists'],
  ],
  'already-exists': [
    ['oauth_callback', 409, 'This OAuth account is already linked to another user.', 'oauth_identity_linked'],
    ['account_link', 409, 'This OAuth account is already linked to your user.', 'oauth_identity_linked'],
    ['account_link', 409, 'User already has a phone number linked.', 'state_conflict', { resource: 'phone' }],
  ],
  'record-already-exists': [['api_call', 409, 'Record exists.', 'conflict']],
  'foreign-key-failed': [['api_call', 400, 'Foreign key.', 'validation_failed']],
  'constraint-failed': [['api_call', 400, 'Constraint.', 'validation_failed']],

  'rate-limited': [
    ['api_call', 429, 'Too many requests. Try again later.', 'rate_limited', { defaultRetryAfterSeconds: 60 }],
    ['api_call', 429, 'Too many requests. Retry after 9 seconds.', 'rate_limited', { retryAfterSeconds: 9 }],
    ['sign_up', 429, 'Too many signup attempts. Please try again later.', 'sign_up_rate_limited', { defaultRetryAfterSeconds: 60 }],
    ['sign_in', 429, 'Too many login attempts. Try again later.', 'sign_in_rate_limited', { defaultRetryAfterSeconds: 60 }],
    ['sign_in', 429, 'Slow down.', 'sign_in_rate_limited', { defaultRetryAfterSeconds: 60 }],
    ['mfa_send_code', 429, 'Too many OTP requests for this phone number. Try again later.', 'sms_rate_limited', { defaultRetryAfterSeconds: 3600 }],
    ['account_link', 429, 'Too many OTP requests. Try again later.', 'sms_rate_limited', { defaultRetryAfterSeconds: 3600 }],
    ['mfa_send_code', 429, 'Too many OTP requests for this email. Try again later.', 'email_rate_limited', { defaultRetryAfterSeconds: 3600 }],
    ['sign_in', 429, 'Too many failed OTP attempts. Please request a new code.', 'code_attempts_exhausted', { factor: 'email' }],
    ['account_link', 429, 'Too many failed OTP attempts. Please request a new code.', 'code_attempts_exhausted', { factor: 'sms' }],
    ['email_resend', 429, 'Too many verification email requests. Try again later.', 'email_rate_limited', { defaultRetryAfterSeconds: 3600 }],
    ['profile_update', 429, 'Too many email change requests. Try again later.', 'email_rate_limited', { defaultRetryAfterSeconds: 3600 }],
  ],
  'internal-error': [
    ['sign_up', 500, 'Signup failed. Please try again.', 'server_error'],
    ['oauth_start', 500, 'OAuth provider google is not configured.', 'provider_not_configured'],
  ],
}

/** Answers that even newer servers send without a slug, beyond those of the seed. */
// oxfmt-ignore
export const SLUGLESS: readonly SlugRow[] = [
  ['sign_in', 400, 'Malformed JSON in request body', 'request_misconfigured'],
  ['oauth_start', 400, 'Invalid redirect_url.', 'invalid_redirect_uri'],
  ['password_forgot', 400, 'redirect_url is not allowed.', 'invalid_redirect_uri'],
  ['oauth_start', 400, 'Invalid state.', 'request_misconfigured'],
  ['oauth_start', 400, 'state must not exceed 1024 characters.', 'request_misconfigured'],
  ['sign_in', 400, 'Request validation failed.', 'validation_failed'],
  ['api_call', 404, 'User not found', 'user_not_found'],
  ['account_link', 403, 'This account has been disabled.', 'account_disabled'],
  ['sign_in', 403, "Captcha action mismatch: expected 'signin'.", 'captcha_failed'],
  ['api_call', 404, 'Route GET /api/nowhere not found.', 'not_found'],
  ['oauth_callback', 500, 'OAuth flow failed unexpectedly.', 'server_error'],
  ['api_call', 429, 'Too many requests. Please try again later.', 'rate_limited'],
  ['admin', 403, 'X-EdgeBase-Service-Key is required for admin auth operations.', 'admin_key_required'],
  ['admin', 401, 'Invalid X-EdgeBase-Service-Key for admin auth operations.', 'admin_key_required'],
]
