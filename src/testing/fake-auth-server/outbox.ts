import type { Account } from './accounts.js'
import type { FakeClock } from './clock.js'
import type { Counter } from './counter.js'
import type { Policy } from './policy.js'
import { createSentCodes, type SentCodes } from './sent-codes.js'
import { refuse, type Refusals } from './refused.js'

export type LinkKind = Refusals['link']['link']

/** A mail or text message the server has sent. */
export interface Mail {
  kind: LinkKind | 'email_code' | 'sms_code'
  /** An e-mail address or a phone number. */
  to: string
  /** What the link in it would carry, or the code it says. */
  token: string
  /** Epoch milliseconds. */
  sentAt: number
}

export interface Outbox {
  /** Oldest first. */
  mails: readonly Mail[]
  send: (kind: LinkKind, account: Account) => void
  /** Uses a mailed token up and tells whose it was; refuses one that is missing, unknown, used or too old. */
  redeem: (kind: LinkKind, token: string) => string
  codes: SentCodes
}

export function createOutbox(counter: Counter, clock: FakeClock, policy: Policy): Outbox {
  const mails: Mail[] = []
  const links = new Map<
    string,
    { kind: LinkKind; accountId: string; expiresAt: number; used: boolean }
  >()
  const seconds: Record<LinkKind, number> = {
    verify_email: policy.verificationLinkSeconds,
    reset_password: policy.resetLinkSeconds,
    magic_link: policy.magicLinkSeconds,
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
    codes: createSentCodes(counter, clock, policy, (channel, to, code) =>
      mails.push({ kind: `${channel}_code`, to, token: code, sentAt: clock.now() }),
    ),
  }
}
