import type { Counter } from './counter.js'
import { requireTotpSecret, totpSecret } from './totp.js'

/** An account that exists when the server starts. */
export interface FakeAccount {
  email: string
  /** Left out: an account that has never had a password. */
  password?: string
  /** With its country code (E.164). */
  phone?: string
  firstName?: string
  lastName?: string
  /** Default true. */
  emailVerified?: boolean
  /** Default `active`. */
  status?: AccountStatus
  /** The right password is refused until a new one is set through a reset mail. */
  mustResetPassword?: boolean
  /** Created through an OAuth provider: password sign-in is refused. */
  oauthOnly?: boolean
  factors?: {
    /** Base32 secret of an authenticator app. */
    totp?: string
    /** Each is accepted once, with or without dashes. */
    backupCodes?: readonly string[]
  }
}

/** Whether an account may sign in. */
export type AccountStatus = 'active' | 'disabled' | 'suspended'

/** An account as the server keeps it. */
export interface Account {
  readonly id: string
  readonly createdAt: number
  email: string
  phone: string | null
  password: string | null
  firstName: string
  lastName: string
  emailVerified: boolean
  status: AccountStatus
  mustResetPassword: boolean
  oauthOnly: boolean
  totp: Totp | null
  backupCodes: string[]
}

export interface Totp {
  factorId: string
  secret: string
  confirmed: boolean
  createdAt: number
}

/** What `editAccount` may change: anything but the address. */
export type AccountChanges = Partial<Omit<FakeAccount, 'email'>>

export interface Accounts {
  add: (account: FakeAccount, now: number) => Account
  byEmail: (email: string) => Account | undefined
  byPhone: (phone: string) => Account | undefined
  byId: (id: string) => Account | undefined
  edit: (account: Account, changes: AccountChanges, now: number) => void
  startTotp: (account: Account, backupCodes: number, now: number) => Totp
  newBackupCodes: (account: Account, count: number) => void
}

/** Addresses are compared as backends compare them: trimmed, in lower case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

export function createAccounts(counter: Counter): Accounts {
  const byEmail = new Map<string, Account>()
  const byId = new Map<string, Account>()

  const newTotp = (secret: string, confirmed: boolean, now: number): Totp => ({
    factorId: counter.next('factor'),
    secret,
    confirmed,
    createdAt: now,
  })

  const edit: Accounts['edit'] = (account, { factors, ...changes }, now) => {
    Object.assign(account, changes)
    if (!factors) return
    const { totp, backupCodes = [] } = factors
    account.totp =
      totp === undefined ? null : newTotp(requireTotpSecret(account.email, totp), true, now)
    account.backupCodes = [...backupCodes]
  }

  const newBackupCodes: Accounts['newBackupCodes'] = (account, count) => {
    account.backupCodes = Array.from({ length: count }, () => backupCode(counter.next(account.id)))
  }

  return {
    add: ({ email, ...rest }, now) => {
      const account: Account = {
        id: counter.uuid(),
        createdAt: now,
        email: normalEmail(email),
        phone: null,
        password: null,
        firstName: '',
        lastName: '',
        emailVerified: true,
        status: 'active',
        mustResetPassword: false,
        oauthOnly: false,
        totp: null,
        backupCodes: [],
      }
      edit(account, rest, now)
      byEmail.set(account.email, account)
      byId.set(account.id, account)
      return account
    },
    byEmail: (email) => byEmail.get(normalEmail(email)),
    byPhone: (phone) => [...byId.values()].find((account) => account.phone === phone),
    byId: (id) => byId.get(id),
    edit,
    startTotp: (account, backupCodes, now) => {
      account.totp = newTotp(totpSecret(counter.next(account.id)), false, now)
      newBackupCodes(account, backupCodes)
      return account.totp
    },
    newBackupCodes,
  }
}

/** Strips what people add or leave out when they copy a code. */
export function plainCode(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase()
}

/** `XXXX-XXXX`, always the same for the same seed. */
function backupCode(seed: string): string {
  const text = totpSecret(seed)
  return `${text.slice(0, 4)}-${text.slice(4, 8)}`
}
