import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { captcha } from 'better-auth/plugins'
import { JUDGE_PATH, type AltchaJudge } from './altcha-judge.js'
import { emailIn, SIGN_IN_PATH, type Lockout } from './lockout.js'

export interface CaptchaParts {
  origin: string
  judge: AltchaJudge
  lockout: Lockout
  /** Wrong passwords in a row after which an address has to prove that a person is there. */
  after: number
}

/**
 * Better Auth's own captcha plugin, put in front of the sign-in of an address once it has had some wrong passwords.
 * The answer that brings it there says so in `x-captcha-required`.
 */
export function captchaAfter({ origin, judge, lockout, after }: CaptchaParts): BetterAuthPlugin {
  const always = captcha({
    provider: 'hcaptcha',
    secretKey: judge.secret,
    siteVerifyURLOverride: `${origin}${JUDGE_PATH}`,
    endpoints: [SIGN_IN_PATH],
  })

  /** An address that is locked is told so at once: no work is asked for what is refused anyway. */
  const isSuspect = (email: string) =>
    lockout.lockedUntil(email) === null && lockout.wrongPasswords(email) >= after

  const announce = createAuthMiddleware(async (ctx) => {
    if (isSuspect(emailIn(ctx.body))) ctx.setHeader('x-captcha-required', 'altcha')
  })

  return {
    id: 'captcha-after',
    onRequest: async (request, ctx) => {
      if (!new URL(request.url).pathname.endsWith(SIGN_IN_PATH)) return undefined
      if (!isSuspect(await emailOf(request))) return undefined
      return always.onRequest(request, ctx)
    },
    hooks: { after: [{ matcher: ({ path }) => path === SIGN_IN_PATH, handler: announce }] },
  }
}

async function emailOf(request: Request): Promise<string> {
  try {
    return emailIn(await request.clone().json())
  } catch {
    return ''
  }
}
