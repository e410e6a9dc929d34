import type { Operation } from '../errors/operation.js'
import type { ActionName, ActionResult, Nothing, SessionGrant, SignUpGrant } from './actions.js'

/** How a success of an action is read where its endpoint does not say it. */
export type UsualResult<A extends ActionName> =
  ActionResult<A> extends SessionGrant
    ? 'session'
    : ActionResult<A> extends SignUpGrant
      ? 'account'
      : ActionResult<A> extends Nothing
        ? 'nothing'
        : ActionResult<A> extends SessionGrant | Nothing
          ? 'session_or_nothing'
          : 'own'

/** How each action's answers are sorted, and how its success is read, where an endpoint does not say otherwise. */
export const ACTION_DEFAULTS = {
  signIn: ['sign_in', 'session'],
  signUp: ['sign_up', 'account'],
  signOut: ['sign_out', 'nothing'],
  refresh: ['refresh', 'session'],
  getSession: ['silent_auth', 'session'],
  verifyMfa: ['mfa_challenge', 'session'],
  sendMfaCode: ['mfa_send_code', 'nothing'],
  resendVerification: ['email_resend', 'nothing'],
  requestPasswordReset: ['password_forgot', 'nothing'],

  verifyEmail: ['email_verify', 'nothing'],
  resetPassword: ['password_reset', 'nothing'],
  changePassword: ['password_change', 'session_or_nothing'],
  setPassword: ['password_change', 'nothing'],
  changeEmail: ['profile_update', 'nothing'],
  verifyEmailChange: ['email_verify', 'nothing'],
  updateProfile: ['profile_update', 'own'],
  getUser: ['api_call', 'own'],

  mfaStatus: ['mfa_manage', 'own'],
  listMfaFactors: ['mfa_challenge', 'own'],
  mfaPasskeyOptions: ['mfa_challenge', 'own'],
  verifyMfaWithPasskey: ['mfa_challenge', 'session'],
  startTotpEnrolment: ['mfa_enrol', 'own'],
  confirmTotpEnrolment: ['mfa_enrol', 'own'],
  disableMfa: ['mfa_manage', 'nothing'],
  countBackupCodes: ['mfa_manage', 'own'],
  regenerateBackupCodes: ['mfa_manage', 'own'],
  stepUp: ['step_up', 'session_or_nothing'],

  requestMagicLink: ['mfa_send_code', 'nothing'],
  verifyMagicLink: ['sign_in', 'session'],
  requestEmailCode: ['mfa_send_code', 'nothing'],
  verifyEmailCode: ['sign_in', 'session'],
  requestPhoneCode: ['mfa_send_code', 'nothing'],
  verifyPhoneCode: ['sign_in', 'session'],
  signInAnonymously: ['anonymous_sign_in', 'session'],

  passkeyRegistrationOptions: ['passkey_register', 'own'],
  registerPasskey: ['passkey_register', 'nothing'],
  passkeySignInOptions: ['passkey_authenticate', 'own'],
  signInWithPasskey: ['passkey_authenticate', 'session'],
  listPasskeys: ['api_call', 'own'],
  renamePasskey: ['api_call', 'nothing'],
  deletePasskey: ['api_call', 'nothing'],

  startOAuth: ['oauth_start', 'own'],
  exchangeOAuthCode: ['oauth_callback', 'session'],
  listIdentities: ['account_link', 'own'],
  linkOAuth: ['account_link', 'own'],
  unlinkIdentity: ['account_link', 'nothing'],
  linkEmail: ['account_link', 'session'],
  linkPhone: ['account_link', 'nothing'],
  verifyLinkPhone: ['account_link', 'nothing'],
  lookupSso: ['sign_in', 'own'],
  getSignInContext: ['api_call', 'own'],
  selectOrganization: ['organization_manage', 'session'],

  listSessions: ['session_manage', 'own'],
  revokeSession: ['session_manage', 'nothing'],
  revokeAllSessions: ['session_manage', 'nothing'],
  revokeOtherSessions: ['session_manage', 'nothing'],
  currentSession: ['session_manage', 'own'],
  listTrustedDevices: ['session_manage', 'own'],
  renameTrustedDevice: ['session_manage', 'nothing'],
  trustDevice: ['session_manage', 'nothing'],
  revokeTrustedDevice: ['session_manage', 'nothing'],
  revokeAllTrustedDevices: ['session_manage', 'nothing'],

  startDeviceFlow: ['device_poll', 'own'],
  pollDeviceFlow: ['device_poll', 'session'],
  verifyDeviceCode: ['device_verify', 'own'],
  approveDevice: ['device_verify', 'nothing'],
  denyDevice: ['device_verify', 'nothing'],

  getLockoutStatus: ['api_call', 'own'],
  unlockAccount: ['admin', 'nothing'],
  getPasswordPolicy: ['api_call', 'own'],
} as const satisfies { readonly [A in ActionName]: readonly [Operation, UsualResult<A>] }
