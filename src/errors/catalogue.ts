import type { FailureData } from './failure-data.js'

/** What a program should do about a code. */
export type ProgramResponse =
  | 'show_error'
  | 'show_fields'
  | 'show_conflict'
  | 'count_down'
  | 'resend_verification'
  | 'set_password'
  | 'challenge_mfa'
  | 'enrol_mfa'
  | 're_enter_code'
  | 'step_up'
  | 'solve_captcha'
  | 'choose'
  | 'complete_details'
  | 'continue_interactively'
  | 'offer_fallback'
  | 'offer_sign_in'
  | 'request_new_link'
  | 'make_room'
  | 'restart'
  | 'refresh'
  | 'retry_once'
  | 'retry'
  | 'poll'
  | 'reload'
  | 'sign_in'
  | 'finish'
  | 'return_to_form'
  | 'stop'
  | 'do_not_retry'
  | 'narrow_scope'
  | 'report_configuration'
  | 'report_operator'
  | 'report_unknown'

/**
 * Who may send the request again, and when.
 * `backoff` lets the client repeat idempotent calls by itself; a submission always waits for the user.
 */
export type RetryRule = 'never' | 'user' | 'after_wait' | 'backoff' | 'once' | 'poll'

/** One code: the kind of state it leads to and what that state says and asks for. */
export interface CatalogueRow {
  kind: string
  /** Facts the code settles by itself. */
  data: FailureData & Readonly<Record<string, unknown>>
  /** Key below `codes` in `locales/`, or null where nothing is to be shown. */
  copy: string | null
  response: ProgramResponse
  retry: RetryRule
  /** The server's own text may be shown, as plain text, cut and cleaned. */
  serverText?: true
  /** The code this one becomes when its single silent attempt has been used up. */
  then?: string
}

/**
 * Every code the kit knows. The codes of seed 003 (IntelliAuth) keep their names, copy and response;
 * what the other backends add is named in the same style.
 */
export const CATALOGUE = {
  // Sign-in outcome (seed 003, family 1, and what the other backends add)
  invalid_credentials: { kind: 'invalid_credentials', data: {}, copy: 'invalid_credentials', response: 'show_error', retry: 'user' },
  account_disabled: { kind: 'account_disabled', data: { reason: 'disabled' }, copy: 'account_disabled', response: 'stop', retry: 'never' },
  account_suspended: { kind: 'account_disabled', data: { reason: 'suspended' }, copy: 'account_suspended', response: 'stop', retry: 'never' },
  account_banned: { kind: 'account_disabled', data: { reason: 'banned' }, copy: 'account_disabled', response: 'stop', retry: 'never' },
  account_locked: { kind: 'account_locked', data: {}, copy: 'account_locked', response: 'count_down', retry: 'after_wait' },
  email_unverified: { kind: 'verification_required', data: { channel: 'email', resend: true }, copy: 'email_unverified', response: 'resend_verification', retry: 'user' },
  phone_unverified: { kind: 'verification_required', data: { channel: 'phone', resend: true }, copy: 'phone_unverified', response: 'resend_verification', retry: 'user' },
  password_must_be_reset: { kind: 'password_reset_required', data: {}, copy: 'password_must_be_reset', response: 'set_password', retry: 'never' },
  mfa_required: { kind: 'mfa_required', data: {}, copy: null, response: 'challenge_mfa', retry: 'never' },
  mfa_enrolment_required: { kind: 'mfa_enrolment_required', data: { blocking: true }, copy: 'mfa_enrolment_required', response: 'enrol_mfa', retry: 'never' },
  mfa_not_enrolled: { kind: 'mfa_enrolment_required', data: { blocking: false }, copy: 'mfa_not_enrolled', response: 'enrol_mfa', retry: 'never' },
  step_up_required: { kind: 'step_up_required', data: {}, copy: null, response: 'step_up', retry: 'once' },
  captcha_required: { kind: 'captcha_required', data: { reason: 'required' }, copy: null, response: 'solve_captcha', retry: 'user' },
  captcha_failed: { kind: 'captcha_required', data: { reason: 'failed' }, copy: 'captcha_failed', response: 'solve_captcha', retry: 'user' },
  selection_required: { kind: 'selection_required', data: { of: 'organization' }, copy: 'selection_required', response: 'choose', retry: 'never' },
  account_selection_required: { kind: 'selection_required', data: { of: 'account' }, copy: 'account_selection_required', response: 'choose', retry: 'never' },
  details_required: { kind: 'details_required', data: {}, copy: 'details_required', response: 'complete_details', retry: 'never' },

  // OAuth, OpenID Connect and SAML (seed 003, family 2; RFC 6749; OpenID Connect Core 3.1.2.6)
  invalid_redirect_uri: { kind: 'configuration_error', data: { reason: 'redirect_uri' }, copy: 'invalid_client', response: 'report_configuration', retry: 'never' },
  invalid_client: { kind: 'configuration_error', data: { reason: 'client' }, copy: 'invalid_client', response: 'report_configuration', retry: 'never' },
  invalid_grant: { kind: 'sign_in_required', data: { reason: 'expired', clearTokens: true }, copy: 'session_expired', response: 'sign_in', retry: 'never' },
  invalid_scope: { kind: 'configuration_error', data: { reason: 'scope' }, copy: 'invalid_scope', response: 'narrow_scope', retry: 'never' },
  unauthorized_client: { kind: 'configuration_error', data: { reason: 'client' }, copy: 'invalid_client', response: 'report_configuration', retry: 'never' },
  consent_required: { kind: 'interaction_required', data: { reason: 'consent' }, copy: 'consent_required', response: 'continue_interactively', retry: 'never' },
  interaction_required: { kind: 'interaction_required', data: { reason: 'interaction' }, copy: 'interaction_required', response: 'continue_interactively', retry: 'never' },
  state_mismatch: { kind: 'restart_required', data: { reason: 'security_check_failed', restart: 'home' }, copy: 'state_mismatch', response: 'restart', retry: 'user' },
  oauth_state_mismatch: { kind: 'restart_required', data: { reason: 'security_check_failed', restart: 'oauth' }, copy: 'state_mismatch', response: 'restart', retry: 'user' },
  oauth_flow_expired: { kind: 'restart_required', data: { reason: 'expired', restart: 'oauth' }, copy: 'flow_expired', response: 'restart', retry: 'user' },
  oauth_flow_lost: { kind: 'restart_required', data: { reason: 'lost', restart: 'oauth' }, copy: 'flow_invalid', response: 'restart', retry: 'user' },
  sso_flow_expired: { kind: 'restart_required', data: { reason: 'expired', restart: 'sso' }, copy: 'flow_expired', response: 'restart', retry: 'user' },
  pkce_required: { kind: 'configuration_error', data: { reason: 'pkce' }, copy: 'invalid_client', response: 'report_configuration', retry: 'never' },
  grant_type_unsupported: { kind: 'configuration_error', data: { reason: 'grant_type' }, copy: 'invalid_client', response: 'report_configuration', retry: 'never' },
  request_misconfigured: { kind: 'configuration_error', data: { reason: 'request' }, copy: 'invalid_client', response: 'report_configuration', retry: 'never' },
  provider_unknown: { kind: 'configuration_error', data: { reason: 'provider_unknown' }, copy: 'invalid_client', response: 'report_configuration', retry: 'never' },
  provider_disabled: { kind: 'configuration_error', data: { reason: 'provider_disabled' }, copy: 'invalid_client', response: 'report_configuration', retry: 'never' },
  provider_not_configured: { kind: 'configuration_error', data: { reason: 'provider_not_configured' }, copy: 'invalid_client', response: 'report_configuration', retry: 'never' },
  saml_not_configured: { kind: 'configuration_error', data: { reason: 'saml_not_configured' }, copy: 'invalid_client', response: 'report_configuration', retry: 'never' },
  saml_response_invalid: { kind: 'configuration_error', data: { reason: 'saml_response' }, copy: 'invalid_client', response: 'report_configuration', retry: 'never' },
  saml_signature_invalid: { kind: 'configuration_error', data: { reason: 'saml_signature' }, copy: 'invalid_client', response: 'report_configuration', retry: 'never' },
  oauth_provider_error: { kind: 'method_failed', data: { method: 'oauth', reason: 'provider_error' }, copy: 'oauth_provider_error', response: 'offer_fallback', retry: 'user', serverText: true },
  access_denied: { kind: 'cancelled', data: { what: 'oauth', certain: true }, copy: null, response: 'return_to_form', retry: 'user' },

  // Tokens and sessions (seed 003, family 3)
  token_expired: { kind: 'silent_recovery', data: { action: 'refresh_token' }, copy: null, response: 'refresh', retry: 'once', then: 'session_expired' },
  access_token_invalid: { kind: 'silent_recovery', data: { action: 'refresh_token' }, copy: null, response: 'refresh', retry: 'once', then: 'token_invalid' },
  silent_auth_failed: { kind: 'silent_recovery', data: { action: 'retry_once' }, copy: null, response: 'retry_once', retry: 'once', then: 'session_missing' },
  session_expired: { kind: 'sign_in_required', data: { reason: 'expired', clearTokens: true }, copy: 'session_expired', response: 'sign_in', retry: 'never' },
  session_revoked: { kind: 'sign_in_required', data: { reason: 'revoked', clearTokens: true }, copy: 'session_revoked', response: 'sign_in', retry: 'never' },
  session_reuse_detected: { kind: 'sign_in_required', data: { reason: 'reuse_detected', clearTokens: true }, copy: 'session_reuse_detected', response: 'sign_in', retry: 'never' },
  token_invalid: { kind: 'sign_in_required', data: { reason: 'invalid', clearTokens: true }, copy: 'session_expired', response: 'sign_in', retry: 'never' },
  session_missing: { kind: 'sign_in_required', data: { reason: 'missing', clearTokens: false }, copy: 'session_missing', response: 'sign_in', retry: 'never' },
  login_required: { kind: 'sign_in_required', data: { reason: 'login_required', clearTokens: false }, copy: 'session_missing', response: 'sign_in', retry: 'never' },

  // Factors and flow (seed 003, family 4)
  totp_invalid: { kind: 'invalid_code', data: { factor: 'totp' }, copy: 'totp_invalid', response: 're_enter_code', retry: 'user' },
  backup_code_invalid: { kind: 'invalid_code', data: { factor: 'backup_code' }, copy: 'backup_code_invalid', response: 're_enter_code', retry: 'user' },
  code_invalid: { kind: 'invalid_code', data: {}, copy: 'code_invalid', response: 're_enter_code', retry: 'user' },
  code_expired: { kind: 'invalid_code', data: {}, copy: 'code_expired', response: 're_enter_code', retry: 'user' },
  code_attempts_exhausted: { kind: 'invalid_code', data: {}, copy: 'code_attempts_exhausted', response: 're_enter_code', retry: 'user' },
  device_user_code_invalid: { kind: 'invalid_code', data: { factor: 'device_user_code' }, copy: 'device_user_code_invalid', response: 're_enter_code', retry: 'user' },
  webauthn_failed: { kind: 'method_failed', data: { method: 'webauthn', reason: 'failed' }, copy: 'webauthn_failed', response: 'offer_fallback', retry: 'user' },
  sms_send_failed: { kind: 'method_failed', data: { method: 'sms', reason: 'send_failed' }, copy: 'sms_send_failed', response: 'offer_fallback', retry: 'user' },
  email_send_failed: { kind: 'method_failed', data: { method: 'email', reason: 'send_failed' }, copy: 'email_send_failed', response: 'offer_fallback', retry: 'user' },
  method_failed: { kind: 'method_failed', data: { method: 'password', reason: 'failed' }, copy: 'method_failed', response: 'offer_fallback', retry: 'user' },
  sms_rate_limited: { kind: 'rate_limited', data: { scope: 'code_send' }, copy: 'sms_rate_limited', response: 'count_down', retry: 'after_wait' },
  flow_expired: { kind: 'restart_required', data: { reason: 'expired', restart: 'sign_in' }, copy: 'flow_expired', response: 'restart', retry: 'user' },
  flow_invalid: { kind: 'restart_required', data: { reason: 'lost', restart: 'sign_in' }, copy: 'flow_invalid', response: 'restart', retry: 'user' },
  enrolment_expired: { kind: 'restart_required', data: { reason: 'expired', restart: 'enrolment' }, copy: 'enrolment_expired', response: 'restart', retry: 'user' },
  step_up_expired: { kind: 'restart_required', data: { reason: 'expired', restart: 'step_up' }, copy: 'step_up_expired', response: 'restart', retry: 'user' },
  device_flow_expired: { kind: 'restart_required', data: { reason: 'expired', restart: 'device' }, copy: 'device_flow_expired', response: 'restart', retry: 'user' },
  device_flow_lost: { kind: 'restart_required', data: { reason: 'lost', restart: 'device' }, copy: 'device_flow_expired', response: 'restart', retry: 'user' },
  link_on_other_device: { kind: 'restart_required', data: { reason: 'different_device', restart: 'sign_in' }, copy: 'link_on_other_device', response: 'restart', retry: 'user' },
  device_authorization_pending: { kind: 'pending', data: { what: 'device_authorization' }, copy: 'device_authorization_pending', response: 'poll', retry: 'poll' },
  device_slow_down: { kind: 'pending', data: { what: 'device_authorization' }, copy: 'device_authorization_pending', response: 'poll', retry: 'poll' },
  password_login_unavailable: { kind: 'method_unavailable', data: { method: 'password', reason: 'account_uses_provider' }, copy: 'password_login_unavailable', response: 'offer_fallback', retry: 'never' },
  sso_required: { kind: 'method_unavailable', data: { method: 'password', reason: 'sso_required' }, copy: 'sso_required', response: 'offer_fallback', retry: 'never' },
  method_disabled: { kind: 'method_unavailable', data: { method: 'password', reason: 'disabled' }, copy: 'method_disabled', response: 'offer_fallback', retry: 'never' },
  anonymous_disabled: { kind: 'method_unavailable', data: { method: 'anonymous', reason: 'disabled' }, copy: 'method_disabled', response: 'offer_fallback', retry: 'never' },
  anonymous_account: { kind: 'method_unavailable', data: { method: 'password', reason: 'anonymous_account' }, copy: 'anonymous_account', response: 'offer_fallback', retry: 'never' },
  not_anonymous: { kind: 'method_unavailable', data: { method: 'oauth', reason: 'not_anonymous' }, copy: 'not_anonymous', response: 'offer_fallback', retry: 'never' },
  backup_codes_exhausted: { kind: 'method_unavailable', data: { method: 'backup_code', reason: 'none_left' }, copy: 'backup_codes_exhausted', response: 'offer_fallback', retry: 'never' },
  passkey_unknown: { kind: 'method_unavailable', data: { method: 'webauthn', reason: 'not_allowed' }, copy: 'passkey_unknown', response: 'offer_fallback', retry: 'never' },
  request_cancelled: { kind: 'cancelled', data: { what: 'password', certain: true }, copy: null, response: 'return_to_form', retry: 'user' },
  cancelled: { kind: 'cancelled', data: { what: 'webauthn', certain: false }, copy: 'cancelled', response: 'return_to_form', retry: 'user' },

  // Links
  verification_link_malformed: { kind: 'link_invalid', data: { link: 'verify_email', reason: 'malformed', resend: true }, copy: 'link_invalid', response: 'request_new_link', retry: 'never' },
  verification_link_invalid: { kind: 'link_invalid', data: { link: 'verify_email', reason: 'invalid', resend: true }, copy: 'link_invalid', response: 'request_new_link', retry: 'never' },
  verification_link_expired: { kind: 'link_invalid', data: { link: 'verify_email', reason: 'expired', resend: true }, copy: 'link_invalid', response: 'request_new_link', retry: 'never' },
  verification_link_used: { kind: 'link_invalid', data: { link: 'verify_email', reason: 'used', resend: true }, copy: 'verification_link_used', response: 'request_new_link', retry: 'never' },
  reset_link_malformed: { kind: 'link_invalid', data: { link: 'reset_password', reason: 'malformed', resend: true }, copy: 'link_invalid', response: 'request_new_link', retry: 'never' },
  reset_link_invalid: { kind: 'link_invalid', data: { link: 'reset_password', reason: 'invalid', resend: true }, copy: 'link_invalid', response: 'request_new_link', retry: 'never' },
  reset_link_expired: { kind: 'link_invalid', data: { link: 'reset_password', reason: 'expired', resend: true }, copy: 'link_invalid', response: 'request_new_link', retry: 'never' },
  reset_link_used: { kind: 'link_invalid', data: { link: 'reset_password', reason: 'used', resend: true }, copy: 'link_invalid', response: 'request_new_link', retry: 'never' },
  magic_link_invalid: { kind: 'link_invalid', data: { link: 'magic_link', reason: 'invalid', resend: true }, copy: 'link_invalid', response: 'request_new_link', retry: 'never' },
  magic_link_expired: { kind: 'link_invalid', data: { link: 'magic_link', reason: 'expired', resend: true }, copy: 'link_invalid', response: 'request_new_link', retry: 'never' },
  invitation_expired: { kind: 'link_invalid', data: { link: 'invitation', reason: 'expired', resend: false }, copy: 'invitation_expired', response: 'request_new_link', retry: 'never' },

  // Transport and server (seed 003, family 5)
  network_error: { kind: 'network_error', data: {}, copy: 'network_error', response: 'retry', retry: 'backoff' },
  timed_out: { kind: 'network_error', data: { timeout: true }, copy: 'network_error', response: 'retry', retry: 'backoff' },
  offline: { kind: 'network_error', data: { offline: true }, copy: 'offline', response: 'retry', retry: 'backoff' },
  rate_limited: { kind: 'rate_limited', data: { scope: 'request' }, copy: 'rate_limited', response: 'count_down', retry: 'after_wait' },
  sign_in_rate_limited: { kind: 'rate_limited', data: { scope: 'sign_in' }, copy: 'sign_in_rate_limited', response: 'count_down', retry: 'after_wait' },
  sign_up_rate_limited: { kind: 'rate_limited', data: { scope: 'sign_up' }, copy: 'sign_up_rate_limited', response: 'count_down', retry: 'after_wait' },
  email_rate_limited: { kind: 'rate_limited', data: { scope: 'code_send' }, copy: 'email_rate_limited', response: 'count_down', retry: 'after_wait' },
  server_error: { kind: 'server_error', data: { reason: 'internal', autoRetry: true }, copy: 'server_error', response: 'retry', retry: 'backoff' },
  service_unavailable: { kind: 'server_error', data: { reason: 'unavailable', autoRetry: true }, copy: 'service_unavailable', response: 'retry', retry: 'backoff' },
  dependency_failed: { kind: 'server_error', data: { reason: 'dependency', autoRetry: true }, copy: 'server_error', response: 'retry', retry: 'backoff' },
  server_fault: { kind: 'server_error', data: { reason: 'internal', autoRetry: false }, copy: 'server_error', response: 'retry', retry: 'user' },
  captcha_service_unavailable: { kind: 'server_error', data: { reason: 'captcha_service', autoRetry: true }, copy: 'captcha_service_unavailable', response: 'retry', retry: 'backoff' },
  not_found: { kind: 'not_found', data: {}, copy: 'not_found', response: 'do_not_retry', retry: 'never' },
  user_not_found: { kind: 'not_found', data: { resource: 'user' }, copy: 'not_found', response: 'do_not_retry', retry: 'never' },
  unknown: { kind: 'unknown', data: {}, copy: 'unknown', response: 'report_unknown', retry: 'user' },

  // Authorization and data (seed 003, family 6)
  permission_denied: { kind: 'permission_denied', data: { reason: 'role' }, copy: 'permission_denied', response: 'do_not_retry', retry: 'never' },
  scope_denied: { kind: 'permission_denied', data: { reason: 'scope' }, copy: 'permission_denied', response: 'do_not_retry', retry: 'never' },
  organization_inactive: { kind: 'permission_denied', data: { reason: 'organization_inactive' }, copy: 'organization_inactive', response: 'do_not_retry', retry: 'never' },
  not_organization_member: { kind: 'permission_denied', data: { reason: 'not_member' }, copy: 'not_organization_member', response: 'do_not_retry', retry: 'never' },
  platform_owner_required: { kind: 'permission_denied', data: { reason: 'platform_owner' }, copy: 'permission_denied', response: 'do_not_retry', retry: 'never' },
  validation_failed: { kind: 'field_errors', data: {}, copy: 'validation_failed', response: 'show_fields', retry: 'user', serverText: true },
  conflict: { kind: 'conflict', data: { reason: 'exists' }, copy: 'conflict', response: 'show_conflict', retry: 'user' },
  state_conflict: { kind: 'conflict', data: { reason: 'exists_or_state' }, copy: 'conflict', response: 'show_conflict', retry: 'user' },
  account_exists: { kind: 'account_exists', data: { identifier: 'email' }, copy: 'account_exists', response: 'offer_sign_in', retry: 'never' },
  phone_exists: { kind: 'account_exists', data: { identifier: 'phone' }, copy: 'phone_exists', response: 'offer_sign_in', retry: 'never' },
  username_exists: { kind: 'account_exists', data: { identifier: 'username' }, copy: 'username_exists', response: 'offer_sign_in', retry: 'never' },
  oauth_identity_linked: { kind: 'account_exists', data: { identifier: 'oauth_identity' }, copy: 'oauth_identity_linked', response: 'offer_sign_in', retry: 'never' },
  precondition_failed: { kind: 'stale', data: {}, copy: 'precondition_failed', response: 'reload', retry: 'user' },
  session_limit_reached: { kind: 'limit_reached', data: { limit: 'sessions' }, copy: 'session_limit_reached', response: 'make_room', retry: 'user' },
  member_limit_reached: { kind: 'limit_reached', data: { limit: 'members' }, copy: 'member_limit_reached', response: 'make_room', retry: 'user' },
  service_limit_reached: { kind: 'limit_reached', data: { limit: 'services' }, copy: 'member_limit_reached', response: 'make_room', retry: 'user' },
  factor_limit_reached: { kind: 'limit_reached', data: { limit: 'factors' }, copy: 'factor_limit_reached', response: 'make_room', retry: 'user' },
  plan_limit_reached: { kind: 'limit_reached', data: { limit: 'services' }, copy: 'member_limit_reached', response: 'make_room', retry: 'user' },

  // Custom actions and hooks (seed 003, custom Action; seed 004, auth hooks)
  step_blocked: { kind: 'blocked_by_policy', data: {}, copy: 'step_blocked', response: 'do_not_retry', retry: 'user', serverText: true },
  hook_rejected: { kind: 'blocked_by_policy', data: {}, copy: 'step_blocked', response: 'do_not_retry', retry: 'user', serverText: true },
  action_not_allowed: { kind: 'blocked_by_policy', data: {}, copy: 'step_blocked', response: 'do_not_retry', retry: 'user' },
  identity_email_differs: { kind: 'blocked_by_policy', data: {}, copy: 'identity_email_differs', response: 'do_not_retry', retry: 'user' },
  last_sign_in_method: { kind: 'blocked_by_policy', data: {}, copy: 'last_sign_in_method', response: 'do_not_retry', retry: 'user' },
  sign_in_blocked: { kind: 'blocked_by_policy', data: {}, copy: 'sign_in_blocked', response: 'do_not_retry', retry: 'never' },
  step_timeout: { kind: 'server_error', data: { reason: 'action_timeout', autoRetry: false }, copy: 'server_error', response: 'retry', retry: 'user' },
  step_error: { kind: 'server_error', data: { reason: 'action_error', autoRetry: false }, copy: 'server_error', response: 'retry', retry: 'user' },

  // Goals already reached: an error code on the wire, a success for the user
  signed_in: { kind: 'done', data: { what: 'signed_in' }, copy: 'signed_in', response: 'finish', retry: 'never' },
  signed_out: { kind: 'done', data: { what: 'signed_out' }, copy: 'signed_out', response: 'finish', retry: 'never' },
  session_already_revoked: { kind: 'done', data: { what: 'session_revoked' }, copy: 'session_already_revoked', response: 'finish', retry: 'never' },
  invitation_already_accepted: { kind: 'done', data: { what: 'invitation_accepted' }, copy: 'invitation_already_accepted', response: 'finish', retry: 'never' },
  mfa_already_enabled: { kind: 'done', data: { what: 'mfa_enabled' }, copy: 'mfa_already_enabled', response: 'finish', retry: 'never' },
  email_verified: { kind: 'done', data: { what: 'email_verified' }, copy: 'email_verified', response: 'finish', retry: 'never' },
  request_accepted: { kind: 'done', data: { what: 'request_accepted' }, copy: 'request_accepted', response: 'finish', retry: 'never' },
  completed: { kind: 'done', data: { what: 'completed' }, copy: 'completed', response: 'finish', retry: 'never' },

  // Operator notices: never for end users (seed 002, SCIM and webhooks; seed 003, delivery feed; seed 004, admin API)
  admin_key_required: { kind: 'operator_notice', data: { source: 'admin_api', severity: 'error' }, copy: null, response: 'report_operator', retry: 'never' },
  admin_user_not_found: { kind: 'operator_notice', data: { source: 'admin_api', severity: 'warning' }, copy: null, response: 'report_operator', retry: 'never' },
  scim_token_invalid: { kind: 'operator_notice', data: { source: 'scim', severity: 'error' }, copy: null, response: 'report_operator', retry: 'never' },
  scim_user_exists: { kind: 'operator_notice', data: { source: 'scim', severity: 'warning' }, copy: null, response: 'report_operator', retry: 'never' },
  scim_user_not_found: { kind: 'operator_notice', data: { source: 'scim', severity: 'warning' }, copy: null, response: 'report_operator', retry: 'never' },
  scim_filter_invalid: { kind: 'operator_notice', data: { source: 'scim', severity: 'warning' }, copy: null, response: 'report_operator', retry: 'never' },
  webhook_url_invalid: { kind: 'operator_notice', data: { source: 'webhook_config', severity: 'warning', field: 'url' }, copy: null, response: 'report_operator', retry: 'never' },
  webhook_event_invalid: { kind: 'operator_notice', data: { source: 'webhook_config', severity: 'warning', field: 'event' }, copy: null, response: 'report_operator', retry: 'never' },
  webhook_name_exists: { kind: 'operator_notice', data: { source: 'webhook_config', severity: 'warning', field: 'name' }, copy: null, response: 'report_operator', retry: 'never' },
  receiver_5xx: { kind: 'operator_notice', data: { source: 'webhook_delivery', severity: 'warning' }, copy: null, response: 'report_operator', retry: 'never' },
  receiver_4xx: { kind: 'operator_notice', data: { source: 'webhook_delivery', severity: 'warning' }, copy: null, response: 'report_operator', retry: 'never' },
  receiver_timeout: { kind: 'operator_notice', data: { source: 'webhook_delivery', severity: 'warning' }, copy: null, response: 'report_operator', retry: 'never' },
  receiver_tls_failed: { kind: 'operator_notice', data: { source: 'webhook_delivery', severity: 'warning' }, copy: null, response: 'report_operator', retry: 'never' },
  dlq_max_attempts: { kind: 'operator_notice', data: { source: 'webhook_delivery', severity: 'error' }, copy: null, response: 'report_operator', retry: 'never' },
} as const satisfies Record<string, CatalogueRow>

/** A code of the catalogue: the finest distinction that copy or the program needs. */
export type AuthCode = keyof typeof CATALOGUE

/** True for a code of the catalogue; safe for names such as `constructor`. */
export function isAuthCode(value: unknown): value is AuthCode {
  return typeof value === 'string' && Object.hasOwn(CATALOGUE, value)
}

/** The catalogue row of a code. */
export function rowOf(code: AuthCode): CatalogueRow {
  return CATALOGUE[code]
}
