import type { AccountEndpoints } from '../backend.js'
import { get, post, signedIn } from './endpoints.js'
import { deviceEndpoints } from './device-endpoints.js'
import {
  readBackupCodes,
  readIdentities,
  readMfaStatus,
  readOptions,
  readPasskeys,
  readProfile,
  readRedirect,
  readCurrentSession,
  readSessions,
  readTotpEnrolment,
  readUser,
} from './wire-account.js'
import { readGrant, readNothing } from './wire.js'

export interface AccountSettings {
  deviceClientId?: string
  stepUpPath?: string
}

/** What Better Auth and its plugins offer an account, beyond signing in. */
export function accountEndpoints({
  deviceClientId,
  stepUpPath,
}: AccountSettings): AccountEndpoints {
  return {
    ...PASSWORD_AND_PROFILE,
    ...TWO_FACTOR,
    ...ONE_TIME_CODES,
    ...PASSKEYS,
    ...IDENTITIES,
    ...SESSIONS,
    ...deviceEndpoints(deviceClientId),
    ...(stepUpPath === undefined ? {} : stepUpAt(stepUpPath)),
  }
}

const PASSWORD_AND_PROFILE: AccountEndpoints = {
  verifyEmail: {
    operation: 'email_verify',
    request: ({ token }) => get('/verify-email', { token }),
    result: readNothing,
  },
  resetPassword: {
    operation: 'password_reset',
    request: ({ token, newPassword }) => post('/reset-password', { token, newPassword }),
    result: readNothing,
  },
  changePassword: {
    operation: 'password_change',
    // Whoever knew the old password loses their session with it.
    request: ({ currentPassword, newPassword }) =>
      signedIn(
        post('/change-password', { currentPassword, newPassword, revokeOtherSessions: true }),
      ),
    result: readGrant,
  },
  changeEmail: {
    operation: 'profile_update',
    request: ({ newEmail, redirectUrl }) =>
      signedIn(post('/change-email', { newEmail, callbackURL: redirectUrl })),
    result: readNothing,
  },
  verifyEmailChange: {
    operation: 'email_verify',
    request: ({ token }) => get('/verify-email', { token }),
    result: readNothing,
  },
  updateProfile: {
    operation: 'profile_update',
    request: ({ changes }) => signedIn(post('/update-user', changes)),
    result: readProfile,
  },
  getUser: { operation: 'silent_auth', request: () => get('/get-session'), result: readUser },
}

const TWO_FACTOR: AccountEndpoints = {
  mfaStatus: {
    operation: 'silent_auth',
    request: () => get('/get-session'),
    result: readMfaStatus,
  },
  startTotpEnrolment: {
    operation: 'mfa_enrol',
    takes: ['password'],
    request: ({ password }) => signedIn(post('/two-factor/enable', { password, method: 'totp' })),
    result: readTotpEnrolment,
  },
  confirmTotpEnrolment: {
    operation: 'mfa_enrol',
    request: ({ code }) => signedIn(post('/two-factor/verify-totp', { code })),
    // The codes came with the secret.
    result: (body) => readNothing(body) && { backupCodes: [] },
  },
  disableMfa: {
    operation: 'mfa_manage',
    takes: ['password'],
    request: ({ password }) => signedIn(post('/two-factor/disable', { password })),
    result: readNothing,
  },
  regenerateBackupCodes: {
    operation: 'mfa_manage',
    takes: ['password'],
    request: ({ password }) => signedIn(post('/two-factor/generate-backup-codes', { password })),
    result: readBackupCodes,
  },
}

// A magic link is spent by opening it: the server answers with a redirect and a cookie, never with JSON alone.
const ONE_TIME_CODES: AccountEndpoints = {
  requestMagicLink: {
    operation: 'mfa_send_code',
    request: ({ email, redirectUrl }) =>
      post('/sign-in/magic-link', {
        email,
        callbackURL: redirectUrl,
        errorCallbackURL: redirectUrl,
      }),
    result: readNothing,
  },
  requestEmailCode: {
    operation: 'mfa_send_code',
    request: ({ email }) => post('/email-otp/send-verification-otp', { email, type: 'sign-in' }),
    result: readNothing,
  },
  verifyEmailCode: {
    operation: 'sign_in',
    request: ({ email, code }) => post('/sign-in/email-otp', { email, otp: code }),
    result: readGrant,
  },
  requestPhoneCode: {
    operation: 'mfa_send_code',
    request: ({ phone }) => post('/phone-number/send-otp', { phoneNumber: phone }),
    result: readNothing,
  },
  verifyPhoneCode: {
    operation: 'sign_in',
    request: ({ phone, code }) => post('/phone-number/verify', { phoneNumber: phone, code }),
    result: readGrant,
  },
  signInAnonymously: {
    operation: 'anonymous_sign_in',
    request: () => post('/sign-in/anonymous'),
    result: readGrant,
  },
}

const PASSKEYS: AccountEndpoints = {
  passkeyRegistrationOptions: {
    operation: 'passkey_register',
    // A name sent here would stand for the account's own in the system's dialog.
    request: () => signedIn(get('/passkey/generate-register-options')),
    result: readOptions,
  },
  registerPasskey: {
    operation: 'passkey_register',
    request: ({ response, name }) =>
      signedIn(post('/passkey/verify-registration', { response, name })),
    result: readNothing,
  },
  passkeySignInOptions: {
    operation: 'passkey_authenticate',
    request: () => get('/passkey/generate-authenticate-options'),
    result: readOptions,
  },
  signInWithPasskey: {
    operation: 'passkey_authenticate',
    request: ({ response }) => post('/passkey/verify-authentication', { response }),
    result: readGrant,
  },
  listPasskeys: {
    operation: 'mfa_manage',
    request: () => signedIn(get('/passkey/list-user-passkeys')),
    result: readPasskeys,
  },
  renamePasskey: {
    operation: 'mfa_manage',
    request: ({ id, name }) => signedIn(post('/passkey/update-passkey', { id, name })),
    result: readNothing,
  },
  deletePasskey: {
    operation: 'mfa_manage',
    request: ({ id }) => signedIn(post('/passkey/delete-passkey', { id })),
    result: readNothing,
  },
}

const IDENTITIES: AccountEndpoints = {
  startOAuth: {
    operation: 'oauth_start',
    request: ({ provider, redirectUrl }) => post('/sign-in/social', oauth(provider, redirectUrl)),
    result: readRedirect,
  },
  listIdentities: {
    operation: 'account_link',
    request: () => signedIn(get('/list-accounts')),
    result: readIdentities,
  },
  linkOAuth: {
    operation: 'account_link',
    request: ({ provider, redirectUrl }) =>
      signedIn(post('/link-social', oauth(provider, redirectUrl))),
    result: readRedirect,
  },
  unlinkIdentity: {
    operation: 'account_link',
    request: ({ id }) => signedIn(post('/unlink-account', { accountId: id })),
    result: readNothing,
  },
  linkPhone: {
    operation: 'account_link',
    request: ({ phone }) => signedIn(post('/phone-number/send-otp', { phoneNumber: phone })),
    result: readNothing,
  },
  verifyLinkPhone: {
    operation: 'account_link',
    request: ({ phone, code }) =>
      signedIn(post('/phone-number/verify', { phoneNumber: phone, code, updatePhoneNumber: true })),
    result: readNothing,
  },
}

const SESSIONS: AccountEndpoints = {
  listSessions: {
    operation: 'session_manage',
    request: () => signedIn(get('/list-sessions')),
    result: readSessions,
  },
  revokeSession: {
    operation: 'session_manage',
    request: ({ id }) => signedIn(post('/revoke-session', { token: id })),
    result: readNothing,
  },
  revokeAllSessions: {
    operation: 'session_manage',
    request: () => signedIn(post('/revoke-sessions')),
    result: readNothing,
  },
  revokeOtherSessions: {
    operation: 'session_manage',
    request: () => signedIn(post('/revoke-other-sessions')),
    result: readNothing,
  },
  currentSession: {
    operation: 'session_manage',
    request: () => signedIn(get('/get-session')),
    result: readCurrentSession,
  },
}

function stepUpAt(path: string): AccountEndpoints {
  return {
    stepUp: {
      operation: 'step_up',
      takes: ['password'],
      request: ({ password }) => signedIn(post(path, { password })),
      result: readNothing,
    },
  }
}

/** The browser goes to the provider by itself, and comes back to one page whatever happens there. */
function oauth(provider: string, redirectUrl: string) {
  return {
    provider,
    callbackURL: redirectUrl,
    errorCallbackURL: redirectUrl,
    disableRedirect: true,
  }
}
