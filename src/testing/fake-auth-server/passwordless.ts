import { normalEmail, type Account } from './accounts.js'
import { factorsOf } from './challenges.js'
import { requireEmail, requireText } from './fields.js'
import { requireMailLimit } from './recovery.js'
import { refuse, type CodeChannel, type Nothing } from './refused.js'
import type { Grant } from './sessions.js'
import { requireCaptcha, type SignInResult } from './sign-in.js'
import type { Caller, World } from './world.js'

/** Answers the same for known and unknown addresses. `limited`: the mail counts against the address's limit. */
export function requestMagicLink(
  world: World,
  { email, captchaToken, limited }: { email: string; captchaToken: string; limited: boolean },
): Nothing {
  requireCaptcha(world, captchaToken, 0)
  requireText({ email })
  requireEmail(email)
  if (limited) requireMailLimit(world, email)
  const known = world.accounts.byEmail(email)
  const account = known ?? (world.policy.opensAccountByLink ? newAccount(world, email) : null)
  if (account) world.outbox.send('magic_link', account)
  return {}
}

/** Following the link proves the address. It asks for no second factor. */
export function verifyMagicLink(world: World, { token }: { token: string }, caller: Caller): Grant {
  const account = requireActive(world, world.outbox.redeem('magic_link', token))
  account.emailVerified = true
  return world.sessions.open(account, caller.userAgent)
}

/** Answers the same for known and unknown addresses. */
export function requestEmailCode(world: World, { email }: { email: string }): Nothing {
  requireText({ email })
  requireEmail(email)
  return sendCode(world, 'email', normalEmail(email), world.accounts.byEmail(email))
}

export function verifyEmailCode(
  world: World,
  { email, code }: { email: string; code: string },
  caller: Caller,
): SignInResult {
  requireText({ email, code })
  const account = requireActive(world, world.outbox.codes.redeem('email', normalEmail(email), code))
  account.emailVerified = true
  return admit(world, account, caller)
}

/** Answers the same for known and unknown numbers. */
export function requestPhoneCode(
  world: World,
  { phone, captchaToken }: { phone: string; captchaToken: string },
): Nothing {
  requireCaptcha(world, captchaToken, 0)
  requireText({ phone })
  return sendCode(world, 'sms', phone, world.accounts.byPhone(phone))
}

export function verifyPhoneCode(
  world: World,
  { phone, code }: { phone: string; code: string },
  caller: Caller,
): SignInResult {
  requireText({ phone, code })
  return admit(world, requireActive(world, world.outbox.codes.redeem('sms', phone, code)), caller)
}

function sendCode(
  world: World,
  channel: CodeChannel,
  to: string,
  account: Account | undefined,
): Nothing {
  const seconds = world.useLimit(world.policy.codeLimit, `${channel} ${to}`)
  if (seconds > 0) refuse('rate_limited', { scope: `${channel}_code`, seconds })
  if (account) world.outbox.codes.send(channel, to, account.id)
  return {}
}

function admit(world: World, account: Account, { userAgent }: Caller): SignInResult {
  return factorsOf(account).length > 0
    ? { is: 'mfa_required', challenge: world.challenges.open(account) }
    : { is: 'signed_in', grant: world.sessions.open(account, userAgent) }
}

function newAccount(world: World, email: string): Account {
  return world.accounts.add({ email, emailVerified: false }, world.clock.now())
}

function requireActive(world: World, accountId: string): Account {
  const account = world.accounts.byId(accountId)
  if (!account) return refuse('user_unknown')
  if (account.status !== 'active') refuse('disabled', { status: account.status })
  return account
}
