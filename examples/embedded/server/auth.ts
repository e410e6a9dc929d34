import { randomBytes } from 'node:crypto'
import { betterAuth, type BetterAuthOptions, type BetterAuthPlugin } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { deviceAuthorization, emailOTP, magicLink, twoFactor } from 'better-auth/plugins'
import { passkey } from '@better-auth/passkey'
import { DEVICE_CLIENT_ID } from '../contract.js'
import type { AltchaJudge } from './altcha-judge.js'
import { captchaAfter } from './captcha.js'
import type { DemoDatabase } from './database.js'
import { guests } from './guests.js'
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
  judge: AltchaJudge
  /** Wrong passwords in a row after which signing in wants a captcha. */
  captchaAfter: number
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
  const { origin, database, outbox } = parts
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
    plugins: pluginsFor(parts),
  }
}

function pluginsFor({ origin, outbox, lockout, judge, captchaAfter: after }: AuthParts) {
  return [
    twoFactor(),
    passkey({ rpID: new URL(origin).hostname, rpName: 'Gatewright demo', origin }),
    guests(),
    // Neither of the two makes an account for an address that has none, nor writes to it.
    magicLink({
      disableSignUp: true,
      sendMagicLink: async ({ email, url }, ctx) => {
        const known = await ctx?.context.internalAdapter.findUserByEmail(email)
        if (known) outbox.send({ to: email, subject: 'Your sign-in link', url })
      },
    }),
    emailOTP({
      disableSignUp: true,
      sendVerificationOTP: async ({ email, otp }) =>
        outbox.send({ to: email, subject: `Your sign-in code: ${otp}`, url: origin }),
    }),
    deviceAuthorization({ verificationUri: `${origin}/device`, validateClient: isDemoDevice }),
    lockout.plugin,
    captchaAfter({ origin, judge, lockout, after }),
    stepUp(),
  ] satisfies BetterAuthPlugin[]
}

function isDemoDevice(clientId: string): boolean {
  return clientId === DEVICE_CLIENT_ID
}
