import type { Account } from './accounts.js'
import { refuse, type Nothing } from './refused.js'
import type { Session } from './sessions.js'
import { requireAccount, type Caller, type World } from './world.js'

export function profile(world: World, _: Nothing, caller: Caller): Account {
  return requireAccount(world, caller).account
}

export interface SessionList {
  sessions: readonly Session[]
  currentId: string
}

export function listSessions(world: World, _: Nothing, caller: Caller): SessionList {
  const { account, session } = requireAccount(world, caller)
  return { sessions: world.sessions.liveOf(account.id), currentId: session.id }
}

/** What to do with a session id that names no live session of the caller. */
type Gone = 'refuse' | 'ignore'

export function revokeSession(
  world: World,
  { id, gone }: { id: string; gone: Gone },
  caller: Caller,
): Nothing {
  const { account } = requireAccount(world, caller)
  const session = world.sessions.byId(id)
  const theirs = session?.accountId === account.id && !session.ended
  if (theirs) world.sessions.end(session)
  else if (gone === 'refuse') refuse('session_unknown')
  return {}
}

/** The sessions of an account named by its id or by the bearer, for backends behind an app's own server. */
export function listSessionsOf(
  world: World,
  { userId }: { userId: string },
  caller: Caller,
): SessionList {
  const account = namedAccount(world, userId, caller)
  return { sessions: world.sessions.liveOf(account.id), currentId: '' }
}

export function revokeSessionById(world: World, { id }: { id: string }): Nothing {
  const session = world.sessions.byId(id)
  if (!session) return refuse('user_unknown')
  if (session.ended) refuse('session_unknown')
  world.sessions.end(session)
  return {}
}

export function revokeSessionsOf(
  world: World,
  { userId }: { userId: string },
  caller: Caller,
): Nothing {
  world.sessions.endAll(namedAccount(world, userId, caller).id)
  return {}
}

export interface LockoutStatus {
  remainingSeconds: number
  failures: number
  /** Null for a backend without lockout. */
  rule: { failures: number; seconds: number } | null
}

export function lockoutStatus(world: World, { userId }: { userId: string }): LockoutStatus {
  const { email } = accountById(world, userId)
  return {
    remainingSeconds: world.attempts.lockedFor(email),
    failures: world.attempts.failures(email),
    rule: world.policy.lockout,
  }
}

export function unlock(world: World, { userId }: { userId: string }): Nothing {
  world.attempts.clear(accountById(world, userId).email)
  return {}
}

/** What a sign-in page may know before anybody has signed in. */
export interface PublicSettings {
  captchaSiteKey: string | null
  passwordMinLength: number
}

export function publicSettings(world: World): PublicSettings {
  return {
    captchaSiteKey: world.captcha.isDue(Number.POSITIVE_INFINITY) ? world.captcha.siteKey : null,
    passwordMinLength: world.policy.passwordMinLength,
  }
}

function accountById(world: World, userId: string): Account {
  return world.accounts.byId(userId) ?? refuse('user_unknown')
}

function namedAccount(world: World, userId: string, caller: Caller): Account {
  return userId === '' ? requireAccount(world, caller).account : accountById(world, userId)
}
