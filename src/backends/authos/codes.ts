import type { Operation } from '../../errors/operation.js'
import type { CodeEntry, CodeTable } from '../backend.js'
import { OAUTH_REDIRECT_CODES } from '../oauth-redirect.js'

/** One counter per e-mail address serves register, forgot, resend and magic link: 5 in an hour. */
export const EMAIL_COUNTER_SECONDS = 3600

/** Seed 002 in its order, then the codes the server emits and the seed leaves out. */
export const CODES = {
  BAD_REQUEST: 'validation_failed',
  UNAUTHORIZED: 'session_missing',
  FORBIDDEN: 'permission_denied',
  NOT_FOUND: 'not_found',
  // "Already exists or state conflict": one code for both.
  CONFLICT: 'state_conflict',
  RATE_LIMIT_EXCEEDED: 'rate_limited',
  INTERNAL_SERVER_ERROR: 'server_error',

  TOKEN_EXPIRED: 'token_expired',
  JWT_ERROR: 'token_invalid',
  INVALID_CREDENTIALS: 'invalid_credentials',
  EMAIL_NOT_VERIFIED: 'email_unverified',
  ACCOUNT_LOCKED: 'account_locked',

  ORGANIZATION_NOT_ACTIVE: 'organization_inactive',
  NOT_ORGANIZATION_MEMBER: 'not_organization_member',
  PLATFORM_OWNER_REQUIRED: 'platform_owner_required',

  INVALID_EMAIL: { code: 'validation_failed', fields: [{ name: 'email', reason: 'format' }] },
  WEAK_PASSWORD: { code: 'validation_failed', fields: [{ name: 'password', reason: 'weak' }] },
  INVALID_SLUG: { code: 'validation_failed', fields: [{ name: 'slug', reason: 'format' }] },
  RESERVED_SLUG: { code: 'validation_failed', fields: [{ name: 'slug', reason: 'taken' }] },
  SLUG_TOO_SHORT: {
    code: 'validation_failed',
    fields: [{ name: 'slug', reason: 'too_short', min: 3 }],
  },
  SLUG_TOO_LONG: {
    code: 'validation_failed',
    fields: [{ name: 'slug', reason: 'too_long', max: 50 }],
  },
  NAME_TOO_SHORT: {
    code: 'validation_failed',
    fields: [{ name: 'name', reason: 'too_short', min: 2 }],
  },
  NAME_TOO_LONG: {
    code: 'validation_failed',
    fields: [{ name: 'name', reason: 'too_long', max: 100 }],
  },
  INVALID_URL: { code: 'validation_failed', fields: [{ name: 'url', reason: 'format' }] },

  ALREADY_EXISTS: 'conflict',
  SERVICE_LIMIT_EXCEEDED: 'service_limit_reached',
  TEAM_LIMIT_EXCEEDED: 'member_limit_reached',
  USER_ALREADY_EXISTS: 'account_exists',
  INVITATION_EXPIRED: 'invitation_expired',
  INVITATION_ALREADY_ACCEPTED: 'invitation_already_accepted',

  // One field takes either code.
  MFA_REQUIRED: { code: 'mfa_required', factors: [{ kind: 'totp' }, { kind: 'backup_code' }] },
  INVALID_MFA_CODE: 'code_invalid',
  MFA_NOT_ENABLED: 'mfa_not_enrolled',
  MFA_ALREADY_ENABLED: 'mfa_already_enabled',
  NO_BACKUP_CODES: 'backup_codes_exhausted',

  DEVICE_CODE_EXPIRED: 'device_flow_expired',
  DEVICE_CODE_PENDING: 'device_authorization_pending',
  INVALID_DEVICE_CODE: 'device_flow_lost',
  INVALID_GRANT_TYPE: 'grant_type_unsupported',

  // A 500 whose cause is the provider.
  OAUTH_ERROR: 'oauth_provider_error',
  OAUTH_STATE_MISMATCH: 'oauth_state_mismatch',
  OAUTH_CODE_EXPIRED: 'oauth_flow_expired',
  PROVIDER_NOT_CONFIGURED: 'provider_not_configured',

  SAML_NOT_CONFIGURED: 'saml_not_configured',
  INVALID_SAML_RESPONSE: 'saml_response_invalid',
  SAML_SIGNATURE_INVALID: 'saml_signature_invalid',
  SAML_EXPIRED: 'sso_flow_expired',

  INVALID_SCIM_TOKEN: 'scim_token_invalid',
  SCIM_USER_EXISTS: 'scim_user_exists',
  SCIM_USER_NOT_FOUND: 'scim_user_not_found',
  SCIM_FILTER_INVALID: 'scim_filter_invalid',

  INVALID_WEBHOOK_URL: 'webhook_url_invalid',
  INVALID_WEBHOOK_EVENT: 'webhook_event_invalid',
  WEBHOOK_NAME_EXISTS: 'webhook_name_exists',

  DATABASE_ERROR: 'server_error',
  STRIPE_ERROR: 'dependency_failed',
  EMAIL_SEND_FAILED: 'email_send_failed',
  // Repeating the call cannot help.
  ENCRYPTION_ERROR: 'server_fault',

  DUPLICATE_CONSTRAINT: 'conflict',
  TOO_MANY_REQUESTS: 'rate_limited',
  SERVICE_UNAVAILABLE: 'service_unavailable',
  FEATURE_NOT_AVAILABLE_IN_TIER: 'plan_limit_reached',
  BILLING_ERROR: 'dependency_failed',
  AUDIT_ERROR: 'server_error',
  IO_ERROR: 'server_error',
  GENERIC_ERROR: 'server_error',
} as const satisfies CodeTable

/** The answer to a wrong current password: a 401 that says nothing of the session. */
export const WRONG_CURRENT_PASSWORD = {
  code: 'validation_failed',
  fields: [{ name: 'currentPassword', reason: 'incorrect' }],
} as const satisfies CodeEntry

const ADDRESS_TAKEN = {
  CONFLICT: 'account_exists',
  ALREADY_EXISTS: 'account_exists',
  DUPLICATE_CONSTRAINT: 'account_exists',
} as const satisfies CodeTable

const WEAK_NEW_PASSWORD = {
  WEAK_PASSWORD: { code: 'validation_failed', fields: [{ name: 'newPassword', reason: 'weak' }] },
} as const satisfies CodeTable

const LINK_COUNTER = {
  TOO_MANY_REQUESTS: {
    code: 'email_rate_limited',
    defaultRetryAfterSeconds: EMAIL_COUNTER_SECONDS,
  },
} as const satisfies CodeTable

/** Codes whose meaning depends on what was asked. */
export const CODES_BY_OPERATION = {
  sign_up: {
    ...ADDRESS_TAKEN,
    TOO_MANY_REQUESTS: {
      code: 'sign_up_rate_limited',
      defaultRetryAfterSeconds: EMAIL_COUNTER_SECONDS,
    },
  },
  account_link: ADDRESS_TAKEN,
  email_resend: LINK_COUNTER,
  password_forgot: LINK_COUNTER,
  password_reset: WEAK_NEW_PASSWORD,
  password_change: {
    ...WEAK_NEW_PASSWORD,
    UNAUTHORIZED: WRONG_CURRENT_PASSWORD,
    INVALID_CREDENTIALS: WRONG_CURRENT_PASSWORD,
  },
  // The token refused here is the pre-authentication token.
  mfa_challenge: {
    TOKEN_EXPIRED: 'flow_expired',
    JWT_ERROR: 'flow_expired',
    MFA_NOT_ENABLED: 'flow_invalid',
  },
  api_call: { MFA_REQUIRED: 'step_up_required' },
  device_verify: { INVALID_DEVICE_CODE: 'device_user_code_invalid' },
  oauth_callback: OAUTH_REDIRECT_CODES,
  sign_out: { TOKEN_EXPIRED: 'signed_out' },
} as const satisfies Partial<Record<Operation, CodeTable>>
