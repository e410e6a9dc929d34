import type { Operation } from '../../errors/operation.js'
import type { CodeTable } from '../backend.js'
import { OAUTH_REDIRECT_CODES } from '../oauth-redirect.js'

/** Seed 003, its families in their order: the catalogue took its names from here. */
export const CODES = {
  // What `/oauth2` may say besides; where both know a word, the index below decides.
  ...OAUTH_REDIRECT_CODES,

  invalid_credentials: 'invalid_credentials',
  account_disabled: 'account_disabled',
  account_locked: 'account_locked',
  email_unverified: 'email_unverified',
  password_must_be_reset: 'password_must_be_reset',
  mfa_required: 'mfa_required',
  mfa_enrolment_required: 'mfa_enrolment_required',
  step_up_required: 'step_up_required',
  captcha_required: 'captcha_required',

  invalid_redirect_uri: 'invalid_redirect_uri',
  invalid_client: 'invalid_client',
  invalid_grant: 'invalid_grant',
  invalid_scope: 'invalid_scope',
  unauthorized_client: 'unauthorized_client',
  consent_required: 'consent_required',
  state_mismatch: 'state_mismatch',
  pkce_required: 'pkce_required',

  token_expired: 'token_expired',
  session_expired: 'session_expired',
  session_revoked: 'session_revoked',
  silent_auth_failed: 'silent_auth_failed',

  totp_invalid: 'totp_invalid',
  webauthn_failed: 'webauthn_failed',
  sms_send_failed: 'sms_send_failed',
  sms_rate_limited: 'sms_rate_limited',
  backup_code_invalid: 'backup_code_invalid',
  flow_expired: 'flow_expired',
  flow_invalid: 'flow_invalid',

  network_error: 'network_error',
  rate_limited: 'rate_limited',
  server_error: 'server_error',
  service_unavailable: 'service_unavailable',
  not_found: 'not_found',

  permission_denied: 'permission_denied',
  validation_failed: 'validation_failed',
  conflict: 'conflict',
  precondition_failed: 'precondition_failed',

  receiver_5xx: 'receiver_5xx',
  receiver_4xx: 'receiver_4xx',
  receiver_timeout: 'receiver_timeout',
  receiver_tls_failed: 'receiver_tls_failed',
  dlq_max_attempts: 'dlq_max_attempts',

  step_blocked: 'step_blocked',
  step_timeout: 'step_timeout',
  step_error: 'step_error',

  // The SDK's own word, absent from the index: the method needs a session.
  not_authenticated: 'session_missing',

  // RFC 6749 5.2.
  unsupported_grant_type: 'grant_type_unsupported',
  // IntelliAuth is the authorization server itself, not a provider behind it.
  temporarily_unavailable: 'service_unavailable',
} as const satisfies CodeTable

/** Codes whose meaning depends on what was asked. */
export const CODES_BY_OPERATION = {
  sign_in: { invalid_grant: 'invalid_credentials' },
  sign_up: { conflict: 'account_exists' },
  sign_out: { invalid_grant: 'signed_out' },
  oauth_callback: { invalid_grant: 'oauth_flow_expired' },
  device_poll: { invalid_grant: 'device_flow_expired' },
  account_link: { conflict: 'account_exists' },
} as const satisfies Partial<Record<Operation, CodeTable>>
