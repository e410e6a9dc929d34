export interface Mail {
  id: number
  to: string
  subject: string
  /** The page of the demo app that the mail leads to. */
  url: string
  sentAt: string
}

/** The demo's post office: mails wait in memory, to be read at a page instead of being sent. */
export interface Outbox {
  /** Newest first. */
  mails: () => readonly Mail[]
  send: (mail: Pick<Mail, 'to' | 'subject' | 'url'>) => void
  discard: (to: string) => void
  empty: () => void
}

export function createOutbox(): Outbox {
  let mails: Mail[] = []
  let lastId = 0
  return {
    mails: () => mails,
    send: (mail) => {
      lastId += 1
      mails = [{ id: lastId, sentAt: new Date().toISOString(), ...mail }, ...mails]
    },
    discard: (to) => {
      mails = mails.filter((mail) => mail.to !== to)
    },
    empty: () => {
      mails = []
    },
  }
}
