import { expect } from 'vitest'
import type { AuthCode } from '../../src/errors/catalogue.js'
import type { Operation } from '../../src/errors/operation.js'

export type Expected = Readonly<Record<string, unknown>>

/** A form with one refused field. */
export function oneField(name: string, reason: string): Expected {
  return { kind: 'field_errors', fields: [expect.objectContaining({ name, reason })] }
}

/** Seed 002, table by table. */
// oxfmt-ignore
export const SEED: readonly [code: string, status: number, expected: Expected][] = [
  ['BAD_REQUEST', 400, { kind: 'field_errors', fields: [], description: null }],
  ['UNAUTHORIZED', 401, { kind: 'sign_in_required', reason: 'missing', clearTokens: false }],
  ['FORBIDDEN', 403, { kind: 'permission_denied', reason: 'role' }],
  ['NOT_FOUND', 404, { kind: 'not_found', resource: null }],
  ['CONFLICT', 409, { kind: 'conflict', reason: 'exists_or_state' }],
  ['RATE_LIMIT_EXCEEDED', 429, { kind: 'rate_limited', scope: 'request', until: null }],
  ['INTERNAL_SERVER_ERROR', 500, { kind: 'server_error', reason: 'internal' }],

  ['TOKEN_EXPIRED', 401, { kind: 'silent_recovery', action: 'refresh_token' }],
  ['JWT_ERROR', 401, { kind: 'sign_in_required', reason: 'invalid' }],
  ['INVALID_CREDENTIALS', 401, { kind: 'invalid_credentials' }],
  ['EMAIL_NOT_VERIFIED', 401, { kind: 'verification_required', channel: 'email', resend: true }],
  ['ACCOUNT_LOCKED', 401, { kind: 'account_locked', until: null }],

  ['ORGANIZATION_NOT_ACTIVE', 403, { kind: 'permission_denied', reason: 'organization_inactive' }],
  ['NOT_ORGANIZATION_MEMBER', 403, { kind: 'permission_denied', reason: 'not_member' }],
  ['PLATFORM_OWNER_REQUIRED', 403, { kind: 'permission_denied', reason: 'platform_owner' }],

  ['INVALID_EMAIL', 400, oneField('email', 'format')],
  ['WEAK_PASSWORD', 400, oneField('password', 'weak')],
  ['INVALID_SLUG', 400, oneField('slug', 'format')],
  ['RESERVED_SLUG', 400, oneField('slug', 'taken')],
  ['SLUG_TOO_SHORT', 400, oneField('slug', 'too_short')],
  ['SLUG_TOO_LONG', 400, oneField('slug', 'too_long')],
  ['NAME_TOO_SHORT', 400, oneField('name', 'too_short')],
  ['NAME_TOO_LONG', 400, oneField('name', 'too_long')],
  ['INVALID_URL', 400, oneField('url', 'format')],

  ['ALREADY_EXISTS', 409, { kind: 'conflict', reason: 'exists' }],
  ['SERVICE_LIMIT_EXCEEDED', 400, { kind: 'limit_reached', limit: 'services' }],
  ['TEAM_LIMIT_EXCEEDED', 400, { kind: 'limit_reached', limit: 'members' }],
  ['USER_ALREADY_EXISTS', 409, { kind: 'account_exists', identifier: 'email' }],
  ['INVITATION_EXPIRED', 400, { kind: 'link_invalid', link: 'invitation', reason: 'expired' }],
  ['INVITATION_ALREADY_ACCEPTED', 400, { kind: 'done', what: 'invitation_accepted' }],

  ['MFA_REQUIRED', 401, { kind: 'mfa_required' }],
  ['INVALID_MFA_CODE', 400, { kind: 'invalid_code' }],
  ['MFA_NOT_ENABLED', 400, { kind: 'mfa_enrolment_required', blocking: false }],
  ['MFA_ALREADY_ENABLED', 400, { kind: 'done', what: 'mfa_enabled' }],
  ['NO_BACKUP_CODES', 400, { kind: 'method_unavailable', method: 'backup_code', reason: 'none_left' }],

  ['DEVICE_CODE_EXPIRED', 400, { kind: 'restart_required', reason: 'expired', restart: 'device' }],
  ['DEVICE_CODE_PENDING', 400, { kind: 'pending', what: 'device_authorization' }],
  ['INVALID_DEVICE_CODE', 400, { kind: 'restart_required', reason: 'lost', restart: 'device' }],
  ['INVALID_GRANT_TYPE', 400, { kind: 'configuration_error', reason: 'grant_type' }],

  ['OAUTH_ERROR', 500, { kind: 'method_failed', method: 'oauth', reason: 'provider_error' }],
  ['OAUTH_STATE_MISMATCH', 400, { kind: 'restart_required', reason: 'security_check_failed', restart: 'oauth' }],
  ['OAUTH_CODE_EXPIRED', 400, { kind: 'restart_required', reason: 'expired', restart: 'oauth' }],
  ['PROVIDER_NOT_CONFIGURED', 400, { kind: 'configuration_error', reason: 'provider_not_configured' }],

  ['SAML_NOT_CONFIGURED', 400, { kind: 'configuration_error', reason: 'saml_not_configured' }],
  ['INVALID_SAML_RESPONSE', 400, { kind: 'configuration_error', reason: 'saml_response' }],
  ['SAML_SIGNATURE_INVALID', 400, { kind: 'configuration_error', reason: 'saml_signature' }],
  ['SAML_EXPIRED', 400, { kind: 'restart_required', reason: 'expired', restart: 'sso' }],

  ['INVALID_SCIM_TOKEN', 401, { kind: 'operator_notice', source: 'scim' }],
  ['SCIM_USER_EXISTS', 409, { kind: 'operator_notice', source: 'scim' }],
  ['SCIM_USER_NOT_FOUND', 404, { kind: 'operator_notice', source: 'scim' }],
  ['SCIM_FILTER_INVALID', 400, { kind: 'operator_notice', source: 'scim' }],
  ['INVALID_WEBHOOK_URL', 400, { kind: 'operator_notice', source: 'webhook_config', field: 'url' }],
  ['INVALID_WEBHOOK_EVENT', 400, { kind: 'operator_notice', source: 'webhook_config', field: 'event' }],
  ['WEBHOOK_NAME_EXISTS', 409, { kind: 'operator_notice', source: 'webhook_config', field: 'name' }],

  ['DATABASE_ERROR', 500, { kind: 'server_error', reason: 'internal' }],
  ['STRIPE_ERROR', 500, { kind: 'server_error', reason: 'dependency' }],
  ['EMAIL_SEND_FAILED', 500, { kind: 'method_failed', method: 'email', reason: 'send_failed' }],
  ['ENCRYPTION_ERROR', 500, { kind: 'server_error', reason: 'internal', autoRetry: false }],
]

/** Codes the server emits that the seed leaves out. */
export const UNLISTED: typeof SEED = [
  ['DUPLICATE_CONSTRAINT', 400, { kind: 'conflict', reason: 'exists' }],
  ['TOO_MANY_REQUESTS', 429, { kind: 'rate_limited', scope: 'request' }],
  ['SERVICE_UNAVAILABLE', 503, { kind: 'server_error', reason: 'unavailable' }],
  ['FEATURE_NOT_AVAILABLE_IN_TIER', 403, { kind: 'limit_reached' }],
  ['BILLING_ERROR', 500, { kind: 'server_error', reason: 'dependency' }],
  ['AUDIT_ERROR', 500, { kind: 'server_error', reason: 'internal' }],
  ['IO_ERROR', 500, { kind: 'server_error', reason: 'internal' }],
  ['GENERIC_ERROR', 500, { kind: 'server_error', reason: 'internal' }],
]

// oxfmt-ignore
export const BY_OPERATION: readonly [Operation, code: string, status: number, Expected][] = [
  ['sign_out', 'UNAUTHORIZED', 401, { kind: 'done', what: 'signed_out' }],
  ['sign_out', 'TOKEN_EXPIRED', 401, { kind: 'done', what: 'signed_out' }],
  ['admin', 'UNAUTHORIZED', 401, { kind: 'operator_notice', source: 'admin_api' }],
  ['scim', 'UNAUTHORIZED', 401, { kind: 'operator_notice', source: 'admin_api' }],
  ['refresh', 'TOKEN_EXPIRED', 401, { kind: 'sign_in_required', reason: 'expired' }],
  ['sign_up', 'CONFLICT', 409, { kind: 'account_exists', identifier: 'email' }],
  ['account_link', 'CONFLICT', 409, { kind: 'account_exists', identifier: 'email' }],
  ['sign_up', 'ALREADY_EXISTS', 409, { kind: 'account_exists', identifier: 'email' }],
  ['account_link', 'ALREADY_EXISTS', 409, { kind: 'account_exists', identifier: 'email' }],
  ['sign_up', 'DUPLICATE_CONSTRAINT', 400, { kind: 'account_exists', identifier: 'email' }],
  ['password_change', 'INVALID_CREDENTIALS', 401, oneField('currentPassword', 'incorrect')],
  ['password_change', 'UNAUTHORIZED', 401, oneField('currentPassword', 'incorrect')],
  ['password_change', 'WEAK_PASSWORD', 400, oneField('newPassword', 'weak')],
  ['password_reset', 'WEAK_PASSWORD', 400, oneField('newPassword', 'weak')],
  ['api_call', 'MFA_REQUIRED', 401, { kind: 'step_up_required' }],
  ['mfa_challenge', 'MFA_NOT_ENABLED', 400, { kind: 'restart_required', reason: 'lost' }],
  ['mfa_challenge', 'TOKEN_EXPIRED', 401, { kind: 'restart_required', restart: 'sign_in' }],
  ['mfa_challenge', 'JWT_ERROR', 401, { kind: 'restart_required', restart: 'sign_in' }],
  ['device_verify', 'INVALID_DEVICE_CODE', 400, { kind: 'invalid_code', factor: 'device_user_code' }],
]

type TextRow = readonly [Operation, text: string, code: AuthCode, facts?: Expected]

/** One coarse code, many meanings: the texts that tell them apart, under their code. */
// oxfmt-ignore
export const TEXTS: Readonly<Record<string, readonly TextRow[]>> = {
  UNAUTHORIZED: [
    ['sign_in', 'Invalid email or password', 'invalid_credentials'],
    ['sign_in', 'Password login not available for this account. Please use OAuth login.', 'password_login_unavailable'],
    ['sign_in', 'Please verify your email address before logging in', 'email_unverified'],
    ['mfa_challenge', 'Invalid MFA code', 'code_invalid'],
    ['mfa_challenge', 'Authentication context changed; sign in again', 'flow_invalid'],
    ['mfa_challenge', 'User is no longer active', 'flow_invalid'],
    ['passkey_register', 'Challenge does not belong to user', 'webauthn_failed', { reason: 'failed' }],
    ['password_change', 'Current password is incorrect', 'validation_failed', { fields: [{ name: 'currentPassword', reason: 'incorrect' }] }],
    ['refresh', 'Invalid refresh token', 'token_invalid'],
    ['refresh', 'Refresh token expired', 'session_expired'],
    ['refresh', 'Invalid session', 'token_invalid'],
    ['device_poll', 'Invalid client', 'invalid_client'],
    ['device_poll', 'Not authorized', 'device_flow_lost'],
  ],
  FORBIDDEN: [
    ['sign_in', 'Suspicious login detected. Please contact support.', 'sign_in_blocked'],
    ['passkey_authenticate', 'Additional verification required. Please use another login method.', 'method_disabled', { method: 'webauthn', reason: 'not_allowed' }],
    ['sign_in', 'You do not have access to this service', 'permission_denied'],
    ['sign_in', 'You do not currently have access to it', 'permission_denied'],
    ['sign_in', 'You are not a member of this organization', 'not_organization_member'],
    ['mfa_challenge', 'You are no longer a member of this organization', 'not_organization_member'],
    ['sign_in', "Password login is disabled for this managed domain. Use your organization's identity provider.", 'sso_required', { method: 'password' }],
    ['mfa_send_code', "Magic-link sign-in is disabled for this managed domain. Use your organization's identity provider.", 'sso_required', { method: 'magic_link' }],
    ['sign_in', 'Organization is not active', 'organization_inactive'],
    ['api_call', 'Platform owner access required', 'platform_owner_required'],
  ],
  NOT_FOUND: [
    ['sign_in', 'Organization not found', 'not_found', { resource: 'organization' }],
    ['sign_in', 'Service not found', 'not_found', { resource: 'service' }],
    ['mfa_challenge', 'User not found', 'user_not_found'],
    ['passkey_authenticate', 'User not found', 'passkey_unknown'],
    ['api_call', 'Passkey not found', 'not_found', { resource: 'passkey' }],
    ['account_link', "Identity for provider 'github' not found", 'not_found', { resource: 'identity' }],
  ],
  BAD_REQUEST: [
    ['sign_in', 'service_slug requires org_slug', 'request_misconfigured'],
    ['sign_up', 'redirect_uri requires org_slug and service_slug', 'request_misconfigured'],
    ['sign_up', "redirect_uri 'https://a.example/' is not registered for this service", 'invalid_redirect_uri'],
    ['sign_up', 'No redirect URIs are registered for this service', 'invalid_redirect_uri'],
    ['device_poll', 'Invalid client credentials', 'invalid_client'],
    ['device_poll', 'Device activation URI not configured for this service', 'request_misconfigured'],
    ['sign_up', 'Password must be at least 8 characters long', 'validation_failed', { fields: [{ name: 'password', reason: 'too_short', min: 8 }] }],
    ['password_change', 'New password must be at least 12 characters long', 'validation_failed', { fields: [{ name: 'newPassword', reason: 'too_short', min: 12 }] }],
    ['sign_up', 'Invalid email format', 'validation_failed', { fields: [{ name: 'email', reason: 'format' }] }],
    ['sign_in', 'Invalid email address', 'validation_failed', { fields: [{ name: 'email', reason: 'format' }] }],
    ['sign_up', 'User with this email already exists', 'account_exists'],
    ['email_verify', 'Invalid verification token', 'verification_link_invalid'],
    ['email_verify', 'Verification token has already been used', 'verification_link_used'],
    ['email_verify', 'Verification token has expired', 'verification_link_expired'],
    ['password_reset', 'Invalid reset token', 'reset_link_invalid'],
    ['password_reset', 'Reset token has already been used', 'reset_link_used'],
    ['password_reset', 'Reset token has expired', 'reset_link_expired'],
    ['sign_in', 'Invalid or expired magic link', 'magic_link_invalid'],
    ['sign_in', 'Magic link has expired', 'magic_link_expired'],
    ['sign_in', 'User not found. Please register first.', 'user_not_found'],
    ['sign_in', 'redirect_uri does not match the issued magic link', 'flow_invalid'],
    ['sign_in', 'state does not match the issued magic link', 'state_mismatch', { restart: 'sign_in' }],
    ['mfa_challenge', 'Invalid pre-authentication token', 'flow_invalid'],
    ['mfa_challenge', 'Device authorization context is invalid or expired', 'device_flow_lost'],
    ['mfa_challenge', 'SAML MFA continuation must be submitted to /saml/mfa/verify', 'sso_flow_expired', { reason: 'lost' }],
    ['mfa_enrol', 'Invalid TOTP code', 'totp_invalid'],
    ['mfa_enrol', 'MFA is already enabled', 'mfa_already_enabled'],
    ['mfa_enrol', 'MFA not set up. Please call /api/user/mfa/setup first', 'enrolment_expired', { reason: 'lost' }],
    ['mfa_manage', 'MFA is not enabled', 'mfa_not_enrolled'],
    ['mfa_enrol', 'MFA setup expired, please retry', 'enrolment_expired', { reason: 'expired' }],
    ['passkey_authenticate', 'No passkeys registered for this user', 'passkey_unknown'],
    ['passkey_authenticate', 'Invalid or expired challenge', 'webauthn_failed', { reason: 'timeout' }],
    ['passkey_authenticate', 'Invalid challenge type', 'webauthn_failed', { reason: 'failed' }],
    ['api_call', 'Passkey name cannot be empty', 'validation_failed', { fields: [{ name: 'name', reason: 'required' }] }],
    ['api_call', 'Passkey name cannot exceed 80 characters', 'validation_failed', { fields: [{ name: 'name', reason: 'too_long', max: 80 }] }],
    ['password_change', 'Cannot change password for OAuth-only accounts. Set one first.', 'password_login_unavailable'],
    ['password_reset', 'Password is already set. Use change-password instead.', 'state_conflict', { resource: 'password' }],
    ['refresh', 'Refresh token cannot be empty', 'session_missing'],
    ['refresh', 'Refresh token too long', 'token_invalid'],
    ['account_link', 'Cannot unlink last identity. Set a password first.', 'last_sign_in_method'],
    ['oauth_callback', 'This social account is already linked to a different user', 'oauth_identity_linked'],
    ['oauth_callback', 'Invalid state parameter', 'oauth_state_mismatch'],
    ['oauth_callback', 'Invalid or expired state parameter', 'oauth_flow_expired'],
    ['oauth_callback', 'OAuth callback did not include an authorization code', 'oauth_flow_lost'],
    ['oauth_callback', 'Upstream provider is disabled', 'provider_disabled'],
    ['device_poll', 'Invalid device code', 'device_flow_lost'],
    ['device_poll', 'Invalid grant type', 'grant_type_unsupported'],
    ['device_poll', 'MFA verification required. Please complete MFA verification in your browser before the device can be authorized.', 'device_authorization_pending'],
    ['device_verify', 'Invalid user code format', 'device_user_code_invalid'],
    ['device_verify', 'Invalid user code', 'device_user_code_invalid'],
    ['device_verify', 'Device already authorized', 'device_user_code_invalid'],
  ],
  DUPLICATE_CONSTRAINT: [['profile_update', 'Email is already taken', 'account_exists']],
  INTERNAL_SERVER_ERROR: [
    ['passkey_authenticate', 'WebAuthn service not configured', 'method_disabled', { method: 'webauthn', reason: 'disabled' }],
  ],
  TOO_MANY_REQUESTS: [
    ['sign_up', 'Too many registration attempts. Please try again later.', 'sign_up_rate_limited', { defaultRetryAfterSeconds: 3600 }],
    ['password_forgot', 'Too many password reset requests. Please try again later.', 'email_rate_limited', { defaultRetryAfterSeconds: 3600 }],
    ['email_resend', 'Too many requests. Please try again later.', 'email_rate_limited', { defaultRetryAfterSeconds: 3600 }],
    ['mfa_send_code', 'Too many magic link requests. Please try again later.', 'email_rate_limited', { defaultRetryAfterSeconds: 3600 }],
  ],
  SERVICE_UNAVAILABLE: [
    ['mfa_send_code', 'Email delivery is not configured on this AuthOS instance, so magic-link sign-in is unavailable until SMTP is configured.', 'method_disabled', { method: 'magic_link', reason: 'disabled' }],
    ['password_forgot', 'Email delivery is not configured on this AuthOS instance, so password reset is unavailable until SMTP is configured.', 'method_disabled', { method: 'email', reason: 'disabled' }],
  ],
}
