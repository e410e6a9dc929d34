import type { FakeClock } from './clock.js'
import type { Counter } from './counter.js'
import type { Policy } from './policy.js'
import { refuse, type CodeChannel } from './refused.js'

/** One-time codes on their way to an address or a number. */
export interface SentCodes {
  /** Sends a code; it replaces the one before. */
  send: (channel: CodeChannel, to: string, accountId: string) => void
  /** Uses a code up and tells whose it was; refuses one that is wrong, too old or has been tried too often. */
  redeem: (channel: CodeChannel, to: string, code: string) => string
}

interface SentCode {
  code: string
  accountId: string
  expiresAt: number
  tries: number
}

export function createSentCodes(
  counter: Counter,
  clock: FakeClock,
  { codeSeconds, codeTries }: Policy,
  deliver: (channel: CodeChannel, to: string, code: string) => void,
): SentCodes {
  const sent = new Map<string, SentCode>()
  return {
    send: (channel, to, accountId) => {
      const code = digits(counter.next('code'))
      const expiresAt = clock.now() + codeSeconds * 1000
      sent.set(`${channel} ${to}`, { code, accountId, expiresAt, tries: 0 })
      deliver(channel, to, code)
    },
    redeem: (channel, to, typed) => {
      const known = sent.get(`${channel} ${to}`)
      if (!known || clock.now() >= known.expiresAt) {
        return refuse('sent_code_dead', { channel, reason: 'expired' })
      }
      if (known.tries >= codeTries) refuse('sent_code_dead', { channel, reason: 'too_many_tries' })
      if (typed !== known.code) {
        known.tries += 1
        refuse('code_wrong', { factor: channel })
      }
      sent.delete(`${channel} ${to}`)
      return known.accountId
    },
  }
}

/** Six digits that look like no other code's: the prime spreads neighbouring numbers. */
function digits(id: string): string {
  const n = Number(id.slice(id.lastIndexOf('_') + 1))
  return String((n * 482_711) % 1_000_000).padStart(6, '0')
}
