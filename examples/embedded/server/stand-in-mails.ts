import type { Mail as FakeMail } from '../../../src/testing/index.js'
import type { Mail } from './outbox.js'
import type { StandIn } from './stand-in.js'

const SUBJECTS = {
  verify_email: 'Verify your e-mail address',
  reset_password: 'Set a new password',
  magic_link: 'Your sign-in link',
  email_code: 'Your sign-in code',
  sms_code: 'Your sign-in code',
} as const satisfies Record<FakeMail['kind'], string>

/** The mails of a stand-in as the demo's outbox shows them, newest first. */
export function mailsOf({ server, verifyPage }: StandIn, { origin }: URL): Mail[] {
  const pages: Partial<Record<FakeMail['kind'], string>> = {
    verify_email: verifyPage,
    reset_password: '/reset-password',
    magic_link: '/email-sign-in',
  }
  return server.outbox
    .map(({ kind, to, token, sentAt }, index) => {
      const page = pages[kind]
      return {
        id: index + 1,
        to,
        // A message without a page says its code.
        subject: page ? SUBJECTS[kind] : `${SUBJECTS[kind]}: ${token}`,
        url: page ? `${origin}${page}?token=${encodeURIComponent(token)}` : origin,
        sentAt: new Date(sentAt).toISOString(),
      }
    })
    .toReversed()
}
