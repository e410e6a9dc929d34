import { createAccounts, type Account, type Accounts } from './accounts.js'
import { createAttempts, createRateLimiter, type Attempts, type RateLimiter } from './attempts.js'
import { createCaptcha, type Captcha, type CaptchaRule } from './captcha.js'
import { createChallenges, type Challenges } from './challenges.js'
import { createFakeClock, type ClockOptions, type FakeClock } from './clock.js'
import { createCounter, type Counter } from './counter.js'
import { createOutbox, type Outbox } from './outbox.js'
import type { Policy } from './policy.js'
import { refuse } from './refused.js'
import { createSessions, type Session, type Sessions } from './sessions.js'

/** Everything one fake server knows. Two servers share nothing. */
export interface World {
  policy: Policy
  clock: FakeClock
  counter: Counter
  accounts: Accounts
  attempts: Attempts
  useLimit: RateLimiter
  captcha: Captcha
  challenges: Challenges
  sessions: Sessions
  outbox: Outbox
}

export interface WorldOptions {
  policy: Policy
  clock: ClockOptions
  captcha: CaptchaRule
  captchaSiteKey: string
}

export function createWorld({ policy, captcha, captchaSiteKey, ...options }: WorldOptions): World {
  const clock = createFakeClock(options.clock)
  const counter = createCounter()
  return {
    policy,
    clock,
    counter,
    accounts: createAccounts(counter),
    attempts: createAttempts(policy.lockout, clock),
    useLimit: createRateLimiter(clock),
    captcha: createCaptcha(captcha, captchaSiteKey, counter, clock),
    challenges: createChallenges(counter, clock, policy.challengeSeconds),
    sessions: createSessions(counter, clock, policy),
    outbox: createOutbox(counter, clock, policy),
  }
}

/** Who sent a request, as far as its headers tell. */
export interface Caller {
  accessToken: string
  userAgent: string
}

/** The signed-in account behind a request; refuses a request without a good access token. */
export function requireAccount(
  world: World,
  caller: Caller,
): { account: Account; session: Session } {
  const session = world.sessions.byAccessToken(caller.accessToken)
  return { account: accountOf(world, session), session }
}

/** The account a session belongs to; refuses a session whose account is blocked or gone. */
export function accountOf(world: World, session: Session): Account {
  const account = world.accounts.byId(session.accountId)
  if (!account) return refuse('user_unknown')
  if (account.status !== 'active') return refuse('disabled', { status: account.status })
  return account
}
