import type { Factor } from '../errors/operation.js'

/** A signed-in person, as far as the backend tells. */
export interface AuthUser {
  /** The backend's own. */
  id: string
  /** Null when the backend does not say, or there is none. */
  email: string | null
  /** To address the user by; null when the backend does not say. */
  name: string | null
  /** Null when the backend does not say. */
  emailVerified: boolean | null
}

/** What a backend hands out when somebody is signed in. Tokens are null where a cookie carries the session. */
export interface SessionGrant {
  user: AuthUser | null
  accessToken: string | null
  refreshToken: string | null
  /** Life of the access token in seconds, or null when unknown. */
  expiresInSeconds: number | null
}

/** A new account. `session` is null when the address has to be verified first. */
export interface SignUpGrant {
  user: AuthUser | null
  session: SessionGrant | null
}

/** A secret for an authenticator app, not in force before the first code. */
export interface TotpEnrolment {
  /** Base32, for typing it into the app. */
  secret: string
  /** `otpauth:` URI for the QR code. */
  uri: string
  /** Backup codes, where the backend hands them out at this point already. */
  backupCodes: readonly string[]
  /** The backend's handle for confirming it, or null. */
  factorId: string | null
}

/** A session of the user, on this device or another. */
export interface DeviceSession {
  id: string
  /** Whether it is this one; null when the backend does not say. */
  current: boolean | null
  userAgent: string | null
  ipAddress: string | null
  /** Epoch milliseconds. */
  createdAt: number | null
  /** Epoch milliseconds. */
  lastActiveAt: number | null
}

/** A passkey of the account. */
export interface Passkey {
  id: string
  /** What the user's device knows it by, where the backend tells. */
  credentialId?: string
  /** What the user calls it; null where the backend keeps no names. */
  name: string | null
  /** Epoch milliseconds, or null. */
  createdAt: number | null
}

/** A device that is asked for no second factor, or was. */
export interface TrustedDevice {
  id: string
  name: string | null
  /** Epoch milliseconds, or null. */
  lastUsedAt: number | null
  trusted: boolean
}

/** A way in that is linked to the account: a provider, or the account's own password. */
export interface Identity {
  id: string
  /** The backend's id of it; `password` for the account's own. */
  provider: string
  /** False for the last way to sign in; null when the backend does not say. */
  canUnlink: boolean | null
}

/** A second factor of the account. */
export interface MfaFactor {
  id: string
  kind: Factor
  /** What the user calls it, or the end of its number; null when there is nothing. */
  label: string | null
  /** False while its enrolment is not finished. */
  verified: boolean
}

/** The codes of a device without a keyboard (RFC 8628, 3.2). */
export interface DeviceAuthorization {
  deviceCode: string
  userCode: string
  verificationUri: string
  expiresInSeconds: number
  intervalSeconds: number
}

/** How near to a lock an account is. */
export interface LockoutStatus {
  locked: boolean
  /** Until the lock ends; null when the backend does not say. */
  remainingSeconds: number | null
  /** Before the account is locked; null when the backend does not say. */
  attemptsRemaining: number | null
}

/** What the server asks of a new password. Null: it does not say. */
export interface PasswordPolicy {
  /** In code points. */
  minLength: number | null
  /** In code points. */
  maxLength: number | null
  /** Characters of which there has to be one at least. */
  requires: readonly ('uppercase' | 'lowercase' | 'digit' | 'special')[]
}

/** Public facts a backend offers before sign-in. */
export interface SignInContext {
  captchaSiteKey: string | null
  providers: readonly string[]
  organization: string | null
}

/** Where a backend sends a given e-mail address to sign in. */
export interface SsoRoute {
  method: 'password' | 'sso' | 'oauth'
  connectionId: string | null
  providerName: string | null
}

/** A request that asks for nothing back. */
export type Nothing = Record<string, never>

/** WebAuthn options or responses as the W3C JSON forms; opaque here. */
export type WebAuthnJson = Record<string, unknown>

/** What an action takes and what it gives. */
interface Act<Input, Result> {
  input: Input
  result: Result
}

/** A request for a message to an e-mail address. */
export interface EmailRequest {
  email: string
  redirectUrl?: string
  captchaToken?: string
}

/** What the sign-in path needs: loaded with the backend. */
export interface SignInActions {
  signIn: Act<
    { email: string; password: string; captchaToken?: string; rememberMe?: boolean },
    SessionGrant
  >
  signUp: Act<
    {
      email: string
      password: string
      name?: string
      firstName?: string
      lastName?: string
      captchaToken?: string
      redirectUrl?: string
    },
    SignUpGrant
  >
  signOut: Act<{ refreshToken: string | null }, Nothing>
  refresh: Act<{ refreshToken: string | null }, SessionGrant>
  getSession: Act<Nothing, SessionGrant>
  verifyMfa: Act<
    {
      challenge: string
      factor: Factor
      code: string
      factorId?: string
      trustDevice?: boolean
    },
    SessionGrant
  >
  sendMfaCode: Act<{ challenge: string; factor: Factor; factorId?: string }, Nothing>
  resendVerification: Act<EmailRequest, Nothing>
  requestPasswordReset: Act<EmailRequest, Nothing>
}

/** The rest of an account's life: loaded when first used. */
export interface AccountActions {
  verifyEmail: Act<{ token: string }, Nothing>
  resetPassword: Act<{ token: string; newPassword: string }, Nothing>
  changePassword: Act<{ currentPassword: string; newPassword: string }, SessionGrant | Nothing>
  setPassword: Act<{ newPassword: string }, Nothing>
  changeEmail: Act<{ newEmail: string; password: string; redirectUrl?: string }, Nothing>
  verifyEmailChange: Act<{ token: string }, Nothing>
  updateProfile: Act<{ changes: Record<string, unknown> }, { user: AuthUser | null }>
  getUser: Act<Nothing, { user: AuthUser }>

  mfaStatus: Act<Nothing, { enabled: boolean; factors: readonly MfaFactor[] }>
  listMfaFactors: Act<{ challenge: string }, { factors: readonly MfaFactor[] }>
  /** Starts a ceremony for the WebAuthn factor of a challenge. */
  mfaPasskeyOptions: Act<{ challenge: string; factorId?: string }, { options: WebAuthnJson }>
  verifyMfaWithPasskey: Act<
    { challenge: string; factorId?: string; response: WebAuthnJson },
    SessionGrant
  >
  /** `challenge` is that of a sign-in which cannot finish without the enrolment. */
  startTotpEnrolment: Act<{ password?: string; challenge?: string }, TotpEnrolment>
  confirmTotpEnrolment: Act<
    { code: string; factorId?: string; challenge?: string },
    { backupCodes: readonly string[] }
  >
  disableMfa: Act<{ code?: string; password?: string }, Nothing>
  countBackupCodes: Act<Nothing, { remaining: number }>
  regenerateBackupCodes: Act<
    { code?: string; password?: string },
    { backupCodes: readonly string[] }
  >
  stepUp: Act<{ password?: string; code?: string; level?: string }, SessionGrant | Nothing>

  requestMagicLink: Act<EmailRequest, Nothing>
  verifyMagicLink: Act<{ token: string }, SessionGrant>
  requestEmailCode: Act<EmailRequest, Nothing>
  verifyEmailCode: Act<{ email: string; code: string }, SessionGrant>
  requestPhoneCode: Act<{ phone: string; captchaToken?: string }, Nothing>
  verifyPhoneCode: Act<{ phone: string; code: string }, SessionGrant>
  signInAnonymously: Act<{ captchaToken?: string }, SessionGrant>

  passkeyRegistrationOptions: Act<
    { name?: string },
    { options: WebAuthnJson; challengeId?: string }
  >
  registerPasskey: Act<{ response: WebAuthnJson; challengeId?: string; name?: string }, Nothing>
  passkeySignInOptions: Act<{ email?: string }, { options: WebAuthnJson; challengeId?: string }>
  signInWithPasskey: Act<{ response: WebAuthnJson; challengeId?: string }, SessionGrant>
  listPasskeys: Act<Nothing, { passkeys: readonly Passkey[] }>
  renamePasskey: Act<{ id: string; name: string }, Nothing>
  deletePasskey: Act<{ id: string }, Nothing>

  startOAuth: Act<
    {
      provider: string
      redirectUrl: string
      captchaToken?: string
      /**
       * RFC 6749 `state`. A backend that gives it back without showing it in the address it answers with
       * names it in its endpoint's `takes`.
       */
      state?: string
      /** The S256 challenge of RFC 7636, for backends whose codes the client exchanges. */
      codeChallenge?: string
      /** The device code that the sign-in is to approve, where it is approved by signing in. */
      userCode?: string
    },
    { url: string }
  >
  exchangeOAuthCode: Act<{ code: string; verifier: string; redirectUrl: string }, SessionGrant>
  listIdentities: Act<Nothing, { identities: readonly Identity[] }>
  linkOAuth: Act<
    { provider: string; redirectUrl: string; state?: string; codeChallenge?: string },
    { url: string }
  >
  unlinkIdentity: Act<{ id: string }, Nothing>
  linkEmail: Act<{ email: string; password: string }, SessionGrant>
  linkPhone: Act<{ phone: string }, Nothing>
  verifyLinkPhone: Act<{ phone: string; code: string }, Nothing>
  lookupSso: Act<{ email: string }, SsoRoute>
  getSignInContext: Act<Nothing, SignInContext>
  selectOrganization: Act<{ id: string }, SessionGrant>

  listSessions: Act<{ userId?: string }, { sessions: readonly DeviceSession[] }>
  revokeSession: Act<{ id: string }, Nothing>
  revokeAllSessions: Act<Nothing, Nothing>
  /** Ends all sessions but the one that asks. */
  revokeOtherSessions: Act<Nothing, Nothing>
  /** Tells which of the listed sessions is the one that asks, where the list does not. */
  currentSession: Act<Nothing, { id: string }>
  listTrustedDevices: Act<Nothing, { devices: readonly TrustedDevice[] }>
  renameTrustedDevice: Act<{ id: string; name: string }, Nothing>
  trustDevice: Act<{ id: string }, Nothing>
  revokeTrustedDevice: Act<{ id: string }, Nothing>
  revokeAllTrustedDevices: Act<Nothing, Nothing>

  startDeviceFlow: Act<Nothing, DeviceAuthorization>
  pollDeviceFlow: Act<{ deviceCode: string }, SessionGrant>
  verifyDeviceCode: Act<{ userCode: string }, { providers: readonly string[] }>
  approveDevice: Act<{ userCode: string }, Nothing>
  denyDevice: Act<{ userCode: string }, Nothing>

  getLockoutStatus: Act<{ userId: string }, LockoutStatus>
  unlockAccount: Act<{ userId: string }, Nothing>
  getPasswordPolicy: Act<Nothing, PasswordPolicy>
}

/** Every action the kit knows. A backend implements those its contract has. */
export type Actions = SignInActions & AccountActions

/** The name of one request to a backend, such as `signIn` or `revokeSession`. */
export type ActionName = keyof Actions

/** What an action takes. */
export type ActionInput<A extends ActionName> = Actions[A]['input']

/** What an action gives when it succeeds. */
export type ActionResult<A extends ActionName> = Actions[A]['result']

/** Actions whose success signs somebody in. */
export type GrantingAction = {
  [A in ActionName]: ActionResult<A> extends SessionGrant ? A : never
}[ActionName]
