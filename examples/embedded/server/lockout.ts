import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'

interface Tally {
  /** Wrong passwords in a row, and attempts still being checked. */
  attempts: number
  /** Epoch milliseconds. */
  lockedUntil: number | null
}

/** Wrong passwords in a row that lock an account. */
export const ATTEMPTS = 5

export interface Lockout {
  plugin: BetterAuthPlugin
  /** When the lock on an address ends, as epoch milliseconds; null when it is not locked. */
  lockedUntil: (email: string) => number | null
  /** How many there have been in a row. */
  wrongPasswords: (email: string) => number
  /** Locks an address at once. */
  lock: (email: string) => void
  forget: () => void
}

export const SIGN_IN_PATH = '/sign-in/email'

/**
 * Locks an address after some wrong passwords in a row, known or not: 423 ACCOUNT_LOCKED with Retry-After.
 * Each wrong password before that says how many are left.
 */
export function createLockout(seconds: number): Lockout {
  const tallies = new Map<string, Tally>()

  function tallyOf(email: string): Tally {
    const known = tallies.get(email)
    if (known && (known.lockedUntil === null || known.lockedUntil > Date.now())) return known
    const fresh: Tally = { attempts: 0, lockedUntil: null }
    tallies.set(email, fresh)
    return fresh
  }

  function lockedError(tally: Tally): APIError {
    tally.lockedUntil ??= Date.now() + seconds * 1000
    const left = Math.max(Math.ceil((tally.lockedUntil - Date.now()) / 1000), 1)
    const body = {
      code: 'ACCOUNT_LOCKED',
      message: 'Too many wrong passwords. This account is locked for a while.',
      retryAfterSeconds: left,
      lockedUntil: new Date(tally.lockedUntil).toISOString(),
    }
    return new APIError('LOCKED', body, { 'Retry-After': String(left) })
  }

  const before = createAuthMiddleware(async (ctx) => {
    const tally = tallyOf(emailIn(ctx.body))
    if (tally.attempts >= ATTEMPTS) throw lockedError(tally)
    // Counted before the password is checked, so that guesses made at once count as well.
    tally.attempts += 1
  })

  const after = createAuthMiddleware(async (ctx) => {
    const email = emailIn(ctx.body)
    const tally = tallyOf(email)
    const { returned } = ctx.context
    const code = returned instanceof APIError ? returned.body?.code : null
    if (code === 'ACCOUNT_LOCKED') return
    if (code === null || code === 'EMAIL_NOT_VERIFIED') {
      tallies.delete(email)
    } else if (code !== 'INVALID_EMAIL_OR_PASSWORD') {
      tally.attempts -= 1
    } else if (tally.attempts >= ATTEMPTS) {
      throw lockedError(tally)
    } else {
      throw new APIError('UNAUTHORIZED', {
        code,
        message: 'Invalid email or password',
        attemptsRemaining: ATTEMPTS - tally.attempts,
      })
    }
  })

  const onSignIn = ({ path }: { path?: string | undefined }) => path === SIGN_IN_PATH
  return {
    plugin: {
      id: 'lockout',
      hooks: {
        before: [{ matcher: onSignIn, handler: before }],
        after: [{ matcher: onSignIn, handler: after }],
      },
      onResponse: asLocked,
    },
    lockedUntil: (email) => {
      const until = tallies.get(email)?.lockedUntil ?? null
      return until !== null && until > Date.now() ? until : null
    },
    wrongPasswords: (email) => tallyOf(email).attempts,
    lock: (email) => {
      tallies.set(email, { attempts: ATTEMPTS, lockedUntil: Date.now() + seconds * 1000 })
    },
    forget: () => tallies.clear(),
  }
}

/** An error thrown after an endpoint replaces its body and headers, but the endpoint's 401 stays: mended here. */
async function asLocked(response: Response): Promise<{ response: Response } | undefined> {
  if (response.status !== 401) return undefined
  const text = await response.clone().text()
  if (!text.includes('"ACCOUNT_LOCKED"')) return undefined
  return { response: new Response(text, { status: 423, headers: response.headers }) }
}

/** The address in the body of a sign-in, however it was typed; '' without one. */
export function emailIn(body: unknown): string {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : null
  return typeof email === 'string' ? email.toLowerCase() : ''
}
