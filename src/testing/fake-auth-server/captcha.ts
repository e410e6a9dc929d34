import type { FakeClock } from './clock.js'
import type { Counter } from './counter.js'

/** When a captcha is asked for: never, always, or after so many wrong passwords for an address. */
export type CaptchaRule = 'never' | 'always' | { afterFailures: number }

/** Turnstile's tokens live five minutes and are good once; so are these. */
const TOKEN_SECONDS = 300

export interface Captcha {
  siteKey: string
  isDue: (failures: number) => boolean
  /** A fresh valid token, as a widget would hand out. */
  solve: () => string
  /** Uses a token up; false when it is unknown, used or too old. */
  redeem: (token: string) => boolean
}

export function createCaptcha(
  rule: CaptchaRule,
  siteKey: string,
  counter: Counter,
  clock: FakeClock,
): Captcha {
  const expiries = new Map<string, number>()
  return {
    siteKey,
    isDue: (failures) =>
      rule === 'always' || (typeof rule === 'object' && failures >= rule.afterFailures),
    solve: () => {
      const token = counter.next('captcha')
      expiries.set(token, clock.now() + TOKEN_SECONDS * 1000)
      return token
    },
    redeem: (token) => {
      const expiresAt = expiries.get(token)
      expiries.delete(token)
      return expiresAt !== undefined && clock.now() < expiresAt
    },
  }
}
