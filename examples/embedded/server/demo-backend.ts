import { createAltchaJudge } from './altcha-judge.js'
import { createAuth, type DemoAuth } from './auth.js'
import { createDatabase } from './database.js'
import { createLockout } from './lockout.js'
import { createOrders } from './orders.js'
import { createOutbox, type Mail } from './outbox.js'
import { PASSWORD, seed, type DemoAccount } from './seed.js'

export interface DemoBackendOptions {
  origin: string
  dataDir: string
  lockSeconds: number
  freshSeconds: number
  captchaAfter: number
  trustedOrigins: readonly string[]
}

/** A demo account, and when the lock on it ends. */
interface ListedAccount extends DemoAccount {
  lockedUntil: string | null
}

export interface DemoAccounts {
  /** The same for every account. */
  password: string
  accounts: readonly ListedAccount[]
}

export interface DemoBackend {
  auth: DemoAuth
  /** Answers everything under `/captcha/`. */
  captcha: (request: Request) => Promise<Response>
  /** Answers `/api/orders`. */
  orders: (request: Request) => Promise<Response>
  mails: () => readonly Mail[]
  accounts: () => DemoAccounts
  /** Puts everything back to how it was after the start. */
  reset: () => Promise<DemoAccounts>
  close: () => Promise<void>
}

/** Better Auth on a new database, with the demo accounts in it. */
export async function startDemoBackend(options: DemoBackendOptions): Promise<DemoBackend> {
  const { origin, dataDir, lockSeconds, freshSeconds } = options
  const database = await createDatabase(dataDir)
  const outbox = createOutbox()
  const lockout = createLockout(lockSeconds)
  const judge = createAltchaJudge()
  const auth = await createAuth({ ...options, database, outbox, lockout, judge })
  const sowing = { auth, origin, outbox, lockout }
  let seeded = await seed(sowing)
  let resetting: Promise<DemoAccounts> | null = null

  function accounts(): DemoAccounts {
    return {
      password: PASSWORD,
      accounts: seeded.map((account) => withLock(account, lockout.lockedUntil(account.email))),
    }
  }

  async function restore(): Promise<DemoAccounts> {
    lockout.forget()
    outbox.empty()
    await database.empty()
    seeded = await seed(sowing)
    return accounts()
  }

  return {
    auth,
    captcha: judge.fetch,
    orders: createOrders(auth, freshSeconds),
    mails: outbox.mails,
    accounts,
    reset: () =>
      (resetting ??= restore().finally(() => {
        resetting = null
      })),
    close: database.close,
  }
}

function withLock(account: DemoAccount, until: number | null): ListedAccount {
  return { ...account, lockedUntil: until === null ? null : new Date(until).toISOString() }
}
