/** At most so many within a fixed window. */
export interface Limit {
  max: number
  perSeconds: number
}

/** How a server behaves where backends differ. A dialect sets what its reference documents. */
export interface Policy {
  /** Locks an account after so many wrong passwords in a row; null for a backend without lockout. */
  lockout: { failures: number; seconds: number } | null
  /** Attempts per e-mail address, successful ones included; null for no limit. */
  signInLimit: Limit | null
  signUpLimit: Limit | null
  /** Verification and reset mails together, per e-mail address. */
  mailLimit: Limit | null
  /** Sign-in waits until the address is verified. */
  requiresVerifiedEmail: boolean
  /** A new account is signed in at once. */
  signsInOnSignUp: boolean
  mailsOnSignUp: boolean
  passwordMinLength: number
  accessTokenSeconds: number
  refreshTokenSeconds: number
  /** An access token is good until it expires, whatever becomes of its session. */
  statelessAccessTokens: boolean
  /** What happens when a refresh token is used a second time. */
  reuse: ReuseRule
  /** Life of an MFA challenge. */
  challengeSeconds: number
  backupCodes: number
  verificationLinkSeconds: number
  resetLinkSeconds: number
  magicLinkSeconds: number
  /** Asking for a magic link with an unknown address opens an account. */
  opensAccountByLink: boolean
  /** One-time codes sent to one address or number. */
  codeLimit: Limit | null
  /** Life of a one-time code, and how many wrong ones may be typed for it. */
  codeSeconds: number
  codeTries: number
}

/** How a second use of a refresh token is taken. */
export interface ReuseRule {
  /** For so long after a rotation the old token is answered with the current pair. */
  graceSeconds: number
  /** `previous`: only the token before the current one is recognised as reused. */
  recognises: 'any' | 'previous'
  /** What a recognised reuse ends. */
  ends: 'nothing' | 'session' | 'all_sessions'
}

export const DEFAULT_POLICY: Policy = {
  lockout: { failures: 5, seconds: 15 * 60 },
  signInLimit: null,
  signUpLimit: null,
  mailLimit: null,
  requiresVerifiedEmail: true,
  signsInOnSignUp: false,
  mailsOnSignUp: true,
  passwordMinLength: 8,
  accessTokenSeconds: 15 * 60,
  refreshTokenSeconds: 7 * 24 * 3600,
  statelessAccessTokens: false,
  reuse: { graceSeconds: 0, recognises: 'any', ends: 'session' },
  challengeSeconds: 300,
  backupCodes: 10,
  verificationLinkSeconds: 24 * 3600,
  resetLinkSeconds: 3600,
  magicLinkSeconds: 15 * 60,
  opensAccountByLink: false,
  codeLimit: null,
  codeSeconds: 300,
  codeTries: 5,
}
