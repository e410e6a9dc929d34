import { normalEmail, type Account } from './accounts.js'
import { requireNewPassword, requireText } from './fields.js'
import { refuse, type Nothing } from './refused.js'
import type { Grant, Session } from './sessions.js'
import { requireCaptcha } from './sign-in.js'
import { requireAccount, type Caller, type World } from './world.js'

/** Answers the same for known and unknown addresses; only a known, unverified one gets a mail. */
export function resendVerification(world: World, { email }: { email: string }): Nothing {
  requireText({ email })
  requireMailLimit(world, email)
  const account = world.accounts.byEmail(email)
  if (account && !account.emailVerified) world.outbox.send('verify_email', account)
  return {}
}

/** The same for backends that ask for the bearer instead of an address. */
export function resendOwnVerification(world: World, _: Nothing, caller: Caller): Nothing {
  const { account } = requireAccount(world, caller)
  return resendVerification(world, { email: account.email })
}

export function verifyEmail(world: World, { token }: { token: string }): Nothing {
  const account = world.accounts.byId(world.outbox.redeem('verify_email', token))
  if (!account) return refuse('user_unknown')
  account.emailVerified = true
  return {}
}

/** Answers the same for known and unknown addresses; an account without a password gets no mail. */
export function requestPasswordReset(
  world: World,
  { email, captchaToken }: { email: string; captchaToken: string },
): Nothing {
  requireCaptcha(world, captchaToken, 0)
  requireText({ email })
  requireMailLimit(world, email)
  const account = world.accounts.byEmail(email)
  if (account && !account.oauthOnly) world.outbox.send('reset_password', account)
  return {}
}

/** Sets the new password, lifts a lockout or forced reset, and ends every session of the account. */
export function resetPassword(
  world: World,
  { token, newPassword }: { token: string; newPassword: string },
): Nothing {
  if (token === '') refuse('link', { link: 'reset_password', reason: 'missing' })
  requireText({ newPassword })
  requireNewPassword('newPassword', newPassword, world.policy.passwordMinLength)
  const account = world.accounts.byId(world.outbox.redeem('reset_password', token))
  if (!account) return refuse('user_unknown')
  account.password = newPassword
  account.mustResetPassword = false
  world.attempts.clear(account.email)
  world.sessions.endAll(account.id)
  return {}
}

/** Sets the new password, ends every session of the account and opens a new one. */
export function changePassword(
  world: World,
  passwords: { currentPassword: string; newPassword: string },
  caller: Caller,
): Grant {
  const { account, session } = replacePassword(world, passwords, caller)
  world.sessions.endAll(account.id)
  return world.sessions.open(account, session.userAgent)
}

/** Sets the new password and ends every other session of the account. */
export function changePasswordAndStay(
  world: World,
  passwords: { currentPassword: string; newPassword: string },
  caller: Caller,
): Nothing {
  const { account, session } = replacePassword(world, passwords, caller)
  for (const other of world.sessions.liveOf(account.id)) {
    if (other !== session) world.sessions.end(other)
  }
  return {}
}

function replacePassword(
  world: World,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  caller: Caller,
): { account: Account; session: Session } {
  const { account, session } = requireAccount(world, caller)
  requireText({ currentPassword, newPassword })
  requireNewPassword('newPassword', newPassword, world.policy.passwordMinLength)
  if (account.oauthOnly) refuse('oauth_only')
  if (account.password !== currentPassword) refuse('wrong_current_password')
  account.password = newPassword
  return { account, session }
}

/** Verification, reset and sign-in links share one counter per address. */
export function requireMailLimit(world: World, email: string): void {
  const wait = world.useLimit(world.policy.mailLimit, `mail ${normalEmail(email)}`)
  if (wait > 0) refuse('rate_limited', { scope: 'mail', seconds: wait })
}
