/** What the caller asked the backend to do. The same wire word can mean different things at different operations. */
export const OPERATIONS = [
  'sign_in',
  'sign_up',
  'sign_out',
  'refresh',
  'silent_auth',
  'api_call',
  'mfa_challenge',
  'mfa_send_code',
  'mfa_enrol',
  'mfa_manage',
  'step_up',
  'oauth_start',
  'oauth_callback',
  'sso_callback',
  'device_poll',
  'device_verify',
  'email_verify',
  'email_resend',
  'password_forgot',
  'password_reset',
  'password_change',
  'account_link',
  'anonymous_sign_in',
  'profile_update',
  'session_manage',
  'organization_manage',
  'invitation_accept',
  'captcha',
  'passkey_register',
  'passkey_authenticate',
  'admin',
  'scim',
  'webhook_config',
  'webhook_delivery',
] as const

/** The name of an operation, such as `sign_in` or `mfa_challenge`. */
export type Operation = (typeof OPERATIONS)[number]

/** A second factor, in the words of the seeds. */
export type Factor =
  | 'totp'
  | 'sms'
  | 'email'
  | 'webauthn'
  | 'backup_code'
  | 'push'
  | 'device_user_code'

/** Everything the sort may know about a call besides the answer itself. */
export interface OperationContext {
  operation: Operation
  /** 1 for the first try, 2 for the replay after a refresh. */
  attempt: number
  /** True when the request carried an access token. */
  hadToken: boolean
  /** The factor a code was typed for, where the operation checks one. */
  factor?: Factor
}

/** The context of a plain first call. */
export function firstCall(operation: Operation): OperationContext {
  return { operation, attempt: 1, hadToken: false }
}
