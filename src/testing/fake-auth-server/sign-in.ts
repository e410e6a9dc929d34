import { normalEmail, type Account } from './accounts.js'
import { factorsOf, requireCode, type Challenge } from './challenges.js'
import { requireEmail, requireNewPassword, requireText } from './fields.js'
import { refuse, type SecondFactor, type Nothing } from './refused.js'
import type { Grant } from './sessions.js'
import { accountOf, requireAccount, type Caller, type World } from './world.js'

/** A sign-in either opens a session or asks for a second factor. */
export type SignInResult =
  | { is: 'signed_in'; grant: Grant }
  | { is: 'mfa_required'; challenge: Challenge }

export function signIn(
  world: World,
  input: { email: string; password: string; captchaToken: string },
  caller: Caller,
): SignInResult {
  const email = normalEmail(input.email)
  requireCaptcha(world, input.captchaToken, world.attempts.failures(email))
  requireText({ email, password: input.password })
  const wait = world.useLimit(world.policy.signInLimit, `sign_in ${email}`)
  if (wait > 0) refuse('rate_limited', { scope: 'sign_in', seconds: wait })

  const account = requirePassword(world, email, input.password)
  world.attempts.clear(email)
  if (account.status !== 'active') refuse('disabled', { status: account.status })
  if (world.policy.requiresVerifiedEmail && !account.emailVerified) refuse('unverified')
  if (account.mustResetPassword) refuse('must_reset')
  return factorsOf(account).length > 0
    ? { is: 'mfa_required', challenge: world.challenges.open(account) }
    : { is: 'signed_in', grant: world.sessions.open(account, caller.userAgent) }
}

export function signUp(
  world: World,
  input: {
    email: string
    password: string
    firstName: string
    lastName: string
    captchaToken: string
  },
  caller: Caller,
): { account: Account; grant: Grant | null } {
  const { captchaToken, firstName, lastName, password } = input
  const email = normalEmail(input.email)
  const { policy } = world
  requireCaptcha(world, captchaToken, 0)
  requireText({ email, password })
  requireEmail(email)
  requireNewPassword('password', password, policy.passwordMinLength)
  const wait = world.useLimit(policy.signUpLimit, `sign_up ${email}`)
  if (wait > 0) refuse('rate_limited', { scope: 'sign_up', seconds: wait })
  if (world.accounts.byEmail(email)) refuse('taken')

  const account = world.accounts.add(
    { email, password, firstName, lastName, emailVerified: false },
    world.clock.now(),
  )
  if (policy.mailsOnSignUp) world.outbox.send('verify_email', account)
  const grant = policy.signsInOnSignUp ? world.sessions.open(account, caller.userAgent) : null
  return { account, grant }
}

/** Answers a challenge with a code. */
export function verifyMfa(
  world: World,
  input: { challenge: string; code: string; factor: SecondFactor | null },
  caller: Caller,
): SignInResult {
  requireText({ challenge: input.challenge, code: input.code })
  const challenge = world.challenges.require(input.challenge)
  const { account } = challenge
  if (account.status !== 'active') refuse('disabled', { status: account.status })
  requireCode(account, input.code, input.factor, world.clock.now())
  world.challenges.close(challenge)
  return { is: 'signed_in', grant: world.sessions.open(account, caller.userAgent) }
}

/** Confirms who is signed in: by a password or a code at once, else by a challenge. */
export function stepUp(
  world: World,
  { password, code }: { password: string; code: string },
  caller: Caller,
): SignInResult {
  const { account } = requireAccount(world, caller)
  if (code !== '') {
    requireCode(account, code, null, world.clock.now())
  } else if (password !== '') {
    if (account.password !== password) refuse('wrong_credentials')
  } else {
    if (factorsOf(account).length === 0) refuse('mfa_not_enrolled')
    return { is: 'mfa_required', challenge: world.challenges.open(account) }
  }
  return { is: 'signed_in', grant: world.sessions.open(account, caller.userAgent) }
}

export function listChallengeFactors(
  world: World,
  { challenge }: { challenge: string },
): { account: Account; factors: readonly SecondFactor[] } {
  return world.challenges.require(challenge)
}

/** Chooses the factor a challenge will be answered with; refuses one the account does not have. */
export function chooseFactor(
  world: World,
  { challenge, factor }: { challenge: string; factor: SecondFactor | null },
): { factor: SecondFactor } {
  const { factors } = world.challenges.require(challenge)
  const chosen = factors.find((known) => known === (factor ?? 'totp'))
  return { factor: chosen ?? refuse('mfa_not_enrolled') }
}

export function refresh(world: World, { refreshToken }: { refreshToken: string }): Grant {
  return world.sessions.rotate(refreshToken, (session) => accountOf(world, session))
}

/** Ends the session of the access token or, where the request carries none, of the refresh token. */
export function signOut(
  world: World,
  { refreshToken }: { refreshToken: string },
  caller: Caller,
): Nothing {
  const session = caller.accessToken
    ? world.sessions.byAccessToken(caller.accessToken)
    : world.sessions.byRefreshToken(refreshToken)
  if (!session) {
    return refuse('refresh_token', { reason: refreshToken === '' ? 'missing' : 'invalid' })
  }
  world.sessions.end(session)
  return {}
}

/** Refuses a request that needs a captcha token and carries none, or one that is no longer good. */
export function requireCaptcha({ captcha }: World, token: string, failures: number): void {
  if (!captcha.isDue(failures)) return
  const { siteKey } = captcha
  if (token === '') refuse('captcha_required', { siteKey })
  if (!captcha.redeem(token)) refuse('captcha_failed', { siteKey })
}

function requirePassword(world: World, email: string, password: string): Account {
  const { attempts } = world
  const locked = attempts.lockedFor(email)
  if (locked > 0) return refuse('locked', { seconds: locked })
  const account = world.accounts.byEmail(email)
  if (account?.oauthOnly) return refuse('oauth_only')
  if (account?.password === password) return account
  attempts.fail(email)
  const seconds = attempts.lockedFor(email)
  return seconds > 0 ? refuse('locked', { seconds }) : refuse('wrong_credentials')
}
