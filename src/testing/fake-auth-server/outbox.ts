import type { Account } from './accounts.js'
import type { FakeClock } from './clock.js'
import type { Counter } from './counter.js'
import type { Policy } from './policy.js'
import { refuse, type Refusals } from './refused.js'

export type MailKind = Refusals['link']['link']

/** A mail the server has sent. `token` is what the link in it would carry. */
export interface Mail {
  kind: MailKind
  to: string
  token: string
  /** Epoch milliseconds. */
  sentAt: number
}

export interface Outbox {
  /** Oldest first. */
  mails: readonly Mail[]
  send: (kind: MailKind, account: Account) => void
  /** Uses a mailed token up and tells whose it was; refuses one that is missing, unknown, used or too old. */
  redeem: (kind: MailKind, token: string) => string
}

export function createOutbox(counter: Counter, clock: FakeClock, policy: Policy): Outbox {
  const mails: Mail[] = []
  const links = new Map<
    string,
    { kind: MailKind; accountId: string; expiresAt: number; used: boolean }
  >()
  const seconds: Record<MailKind, number> = {
    verify_email: policy.verificationLinkSeconds,
    reset_password: policy.resetLinkSeconds,
  }
  return {
    mails,
    send: (kind, account) => {
      const token = counter.next(kind)
      const sentAt = clock.now()
      links.set(token, {
        kind,
        accountId: account.id,
        expiresAt: sentAt + seconds[kind] * 1000,
        used: false,
      })
      mails.push({ kind, to: account.email, token, sentAt })
    },
    redeem: (kind, token) => {
      if (token === '') refuse('link', { link: kind, reason: 'missing' })
      const link = links.get(token)
      if (link?.kind !== kind) return refuse('link', { link: kind, reason: 'unknown' })
      if (link.used) refuse('link', { link: kind, reason: 'used' })
      if (clock.now() >= link.expiresAt) refuse('link', { link: kind, reason: 'expired' })
      link.used = true
      return link.accountId
    },
  }
}
