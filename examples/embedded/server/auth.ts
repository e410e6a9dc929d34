import { randomBytes } from 'node:crypto'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { twoFactor } from 'better-auth/plugins'
import type { DemoDatabase } from './database.js'
import type { Lockout } from './lockout.js'
import type { Outbox } from './outbox.js'
import { stepUp } from './step-up.js'

export interface AuthParts {
  origin: string
  /** Other origins whose pages may call, such as a development server's. */
  trustedOrigins: readonly string[]
  database: DemoDatabase
  outbox: Outbox
  lockout: Lockout
  /** How long a session may do what wants a recent sign-in. */
  freshSeconds: number
}

/** A real Better Auth, with its tables made. */
export async function createAuth(parts: AuthParts) {
  const options = optionsFor(parts)
  await (await getMigrations(options)).runMigrations()
  return betterAuth(options)
}

export type DemoAuth = Awaited<ReturnType<typeof createAuth>>

function optionsFor(parts: AuthParts): BetterAuthOptions {
  const { origin, database, outbox, lockout } = parts
  // Mails lead to pages of the demo app instead of straight to the server's own routes.
  const page = (path: string, token: string) =>
    `${origin}${path}?token=${encodeURIComponent(token)}`
  return {
    appName: 'Gatewright demo',
    baseURL: origin,
    // The database is new at each start; nothing signed by an earlier one should be believed.
    secret: randomBytes(32).toString('base64url'),
    database: { db: database.db, type: 'sqlite' },
    trustedOrigins: [...parts.trustedOrigins],
    telemetry: { enabled: false },
    // A refused sign-in is no news here; a fault of the server is.
    logger: { log: (level, ...words) => level === 'error' && console.error(...words) },
    // Three sign-ins in ten seconds are the default: the lockout after five could never be seen.
    rateLimit: { enabled: false },
    session: { freshAge: parts.freshSeconds },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) =>
        outbox.send({
          to: user.email,
          subject: 'Set a new password',
          url: page('/reset-password', token),
        }),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendVerificationEmail: async ({ user, token }) =>
        outbox.send({
          to: user.email,
          subject: 'Verify your e-mail address',
          url: page('/verify-email', token),
        }),
    },
    plugins: [twoFactor(), lockout.plugin, stepUp()],
  }
}
