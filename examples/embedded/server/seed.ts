import { type TOTP, URI } from 'otpauth'
import type { DemoAuth } from './auth.js'
import type { Lockout } from './lockout.js'
import type { Outbox } from './outbox.js'

/** The password of every demo account. */
export const PASSWORD = 'correct horse battery staple'

export interface DemoAccount {
  email: string
  name: string
  /** What a visitor meets when signing in with the right password. */
  state: 'plain' | 'totp' | 'unverified' | 'locked'
  totp?: { secret: string; uri: string; backupCodes: readonly string[] }
}

const ACCOUNTS: readonly DemoAccount[] = [
  { email: 'ada@example.com', name: 'Ada Lovelace', state: 'plain' },
  { email: 'totp@example.com', name: 'Grace Hopper', state: 'totp' },
  { email: 'unverified@example.com', name: 'Alan Turing', state: 'unverified' },
  { email: 'locked@example.com', name: 'Annie Easley', state: 'locked' },
]

export interface SeedParts {
  auth: DemoAuth
  origin: string
  outbox: Outbox
  lockout: Lockout
}

/** Makes the demo accounts the way a visitor would: through the server's own routes. */
export async function seed({ auth, origin, outbox, lockout }: SeedParts): Promise<DemoAccount[]> {
  const visitor = new Visitor(auth, origin)
  const accounts: DemoAccount[] = []
  for (const account of ACCOUNTS) {
    const { email, name, state } = account
    await visitor.post('/sign-up/email', { email, name, password: PASSWORD }, 200)
    if (state !== 'unverified') {
      await visitor.verifyAddress(email, outbox)
      outbox.discard(email)
    }
    if (state === 'locked') lockout.lock(email)
    const totp = state === 'totp' ? await visitor.enrolTotp(email) : null
    accounts.push(totp ? { ...account, totp } : account)
  }
  return accounts
}

/** Calls the server in process, one account at a time. */
class Visitor {
  readonly #auth: DemoAuth
  readonly #origin: string

  constructor(auth: DemoAuth, origin: string) {
    this.#auth = auth
    this.#origin = origin
  }

  async post(path: string, body: unknown, expected: number, cookie = ''): Promise<Response> {
    const request = new Request(`${this.#origin}/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#origin, cookie },
      body: JSON.stringify(body),
    })
    return this.#send(request, expected)
  }

  async verifyAddress(email: string, outbox: Outbox): Promise<void> {
    const mail = outbox.mails().find(({ to }) => to === email)
    const token = mail && new URL(mail.url).searchParams.get('token')
    await this.#send(
      new Request(`${this.#origin}/api/auth/verify-email?token=${encodeURIComponent(token ?? '')}`),
      200,
    )
  }

  async enrolTotp(email: string): Promise<DemoAccount['totp']> {
    const signedIn = await this.post('/sign-in/email', { email, password: PASSWORD }, 200)
    const cookie = cookiesOf(signedIn)
    const enabled = await this.post('/two-factor/enable', { password: PASSWORD }, 200, cookie)
    const { totpURI, backupCodes } = (await enabled.json()) as {
      totpURI: string
      backupCodes: string[]
    }
    const totp = URI.parse(totpURI) as TOTP
    await this.post('/two-factor/verify-totp', { code: totp.generate() }, 200, cookie)
    return { secret: totp.secret.base32, uri: totpURI, backupCodes }
  }

  async #send(request: Request, expected: number): Promise<Response> {
    const response = await this.#auth.handler(request)
    if (response.status === expected) return response
    throw new Error(
      `Demo server: seeding stopped at ${request.method} ${new URL(request.url).pathname}, which answered ` +
        `${response.status} instead of ${expected}: ${await response.text()}`,
    )
  }
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
