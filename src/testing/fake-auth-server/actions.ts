import {
  listSessions,
  listSessionsOf,
  lockoutStatus,
  profile,
  publicSettings,
  revokeSession,
  revokeSessionById,
  revokeSessionsOf,
  unlock,
} from './own-account.js'
import {
  changePassword,
  changePasswordAndStay,
  requestPasswordReset,
  resendOwnVerification,
  resendVerification,
  resetPassword,
  verifyEmail,
} from './recovery.js'
import {
  requestEmailCode,
  requestMagicLink,
  requestPhoneCode,
  verifyEmailCode,
  verifyMagicLink,
  verifyPhoneCode,
} from './passwordless.js'
import {
  confirmTotp,
  countBackupCodes,
  disableTotp,
  mfaStatus,
  regenerateBackupCodes,
  startTotp,
} from './second-factors.js'
import {
  chooseFactor,
  listChallengeFactors,
  refresh,
  signIn,
  signOut,
  signUp,
  stepUp,
  verifyMfa,
} from './sign-in.js'
import type { Caller, World } from './world.js'
import type { Nothing } from './refused.js'

/** What a fake server can do, whatever the backend calls it. Each gives its result or refuses. */
export const ACTIONS = {
  signIn,
  signUp,
  verifyMfa,
  listChallengeFactors,
  chooseFactor,
  stepUp,
  refresh,
  signOut,
  resendVerification,
  resendOwnVerification,
  verifyEmail,
  requestPasswordReset,
  resetPassword,
  changePassword,
  changePasswordAndStay,
  requestMagicLink,
  verifyMagicLink,
  requestEmailCode,
  verifyEmailCode,
  requestPhoneCode,
  verifyPhoneCode,
  startTotp,
  confirmTotp,
  disableTotp,
  mfaStatus,
  countBackupCodes,
  regenerateBackupCodes,
  profile,
  listSessions,
  revokeSession,
  listSessionsOf,
  revokeSessionById,
  revokeSessionsOf,
  lockoutStatus,
  unlock,
  publicSettings,
} as const satisfies Record<string, (world: World, input: never, caller: Caller) => unknown>

export type ActionName = keyof typeof ACTIONS
export type ActionInput<A extends ActionName> =
  Parameters<(typeof ACTIONS)[A]> extends [World, infer Input, ...unknown[]] ? Input : Nothing
export type ActionResult<A extends ActionName> = ReturnType<(typeof ACTIONS)[A]>
