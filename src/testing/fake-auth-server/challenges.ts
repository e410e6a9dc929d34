import { plainCode, type Account } from './accounts.js'
import type { FakeClock } from './clock.js'
import type { Counter } from './counter.js'
import { refuse, type SecondFactor } from './refused.js'
import { totpMatches } from './totp.js'

/** An unfinished sign-in that waits for a second factor. */
export interface Challenge {
  account: Account
  token: string
  factors: readonly SecondFactor[]
  expiresInSeconds: number
}

export interface Challenges {
  open: (account: Account) => Challenge
  /** The challenge behind a token; refuses one that is unknown, spent or too old. */
  require: (token: string) => Challenge
  /** A passed challenge is good once; a wrong code leaves it open. */
  close: (challenge: Challenge) => void
}

export function createChallenges(counter: Counter, clock: FakeClock, seconds: number): Challenges {
  const open = new Map<string, { account: Account; expiresAt: number }>()
  return {
    open: (account) => {
      const token = counter.next('mfa')
      open.set(token, { account, expiresAt: clock.now() + seconds * 1000 })
      return { account, token, factors: factorsOf(account), expiresInSeconds: seconds }
    },
    require: (token) => {
      const known = open.get(token)
      if (!known) return refuse('challenge_unknown')
      const { account, expiresAt } = known
      if (clock.now() >= expiresAt) refuse('challenge_expired')
      return {
        account,
        token,
        factors: factorsOf(account),
        expiresInSeconds: Math.ceil((expiresAt - clock.now()) / 1000),
      }
    },
    close: ({ token }) => void open.delete(token),
  }
}

/** The second factors an account can answer with. */
export function factorsOf(account: Account): readonly SecondFactor[] {
  if (!account.totp?.confirmed) return []
  return account.backupCodes.length > 0 ? ['totp', 'backup_code'] : ['totp']
}

/**
 * Checks a code and uses a backup code up. Where the request does not name the factor, six digits are a TOTP code
 * and anything else a backup code.
 */
export function requireCode(
  account: Account,
  code: string,
  named: SecondFactor | null,
  now: number,
): void {
  if (!account.totp?.confirmed) return refuse('mfa_not_enrolled')
  if (code.trim() === '')
    return refuse('fields', { fields: [{ name: 'code', reason: 'required' }] })
  const factor = named ?? (/^\s*\d{3}\s?\d{3}\s*$/.test(code) ? 'totp' : 'backup_code')
  if (factor === 'totp') {
    if (!totpMatches(account.totp.secret, code, now)) refuse('code_wrong', { factor })
    return
  }
  if (account.backupCodes.length === 0) refuse('backup_codes_spent')
  const left = account.backupCodes.filter((known) => plainCode(known) !== plainCode(code))
  if (left.length === account.backupCodes.length) refuse('code_wrong', { factor })
  account.backupCodes = left
}
