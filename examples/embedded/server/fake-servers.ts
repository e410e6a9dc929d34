import type { Backend } from '../../../src/backends/backend.js'
import { authSvc } from '../../../src/backends/auth-svc/index.js'
import { authos } from '../../../src/backends/authos/index.js'
import { calimatic } from '../../../src/backends/calimatic/index.js'
import { edgebase } from '../../../src/backends/edgebase/index.js'
import { intelliauth } from '../../../src/backends/intelliauth/index.js'
import type { AuthClient } from '../../../src/client/auth-client.js'
import { createAuthClient } from '../../../src/client/index.js'
import {
  authSvcDialect,
  authosDialect,
  calimaticDialect,
  createFakeAuthServer,
  edgebaseDialect,
  intelliauthDialect,
  type Dialect,
  type FakeAccount,
  type FakeAuthServer,
  type Mail as FakeMail,
} from '../../../src/testing/index.js'
import type { Mail } from './outbox.js'
import { PASSWORD } from './seed.js'

/** What a visitor meets when signing in to a stand-in with the right password. */
export type FakeState =
  | 'plain'
  | 'totp'
  | 'unverified'
  | 'locked'
  | 'disabled'
  | 'suspended'
  | 'must_reset'

const TOTP_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const BACKUP_CODES = ['AAAA-2222', 'BBBB-3333', 'CCCC-4444', 'DDDD-5555', 'EEEE-6666']

const ACCOUNTS: Readonly<Record<FakeState, Omit<FakeAccount, 'password'>>> = {
  plain: { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
  totp: {
    email: 'totp@example.com',
    firstName: 'Grace',
    lastName: 'Hopper',
    factors: { totp: TOTP_SECRET, backupCodes: BACKUP_CODES },
  },
  unverified: {
    email: 'unverified@example.com',
    firstName: 'Alan',
    lastName: 'Turing',
    emailVerified: false,
  },
  locked: { email: 'locked@example.com', firstName: 'Annie', lastName: 'Easley' },
  disabled: {
    email: 'disabled@example.com',
    firstName: 'Edsger',
    lastName: 'Dijkstra',
    status: 'disabled',
  },
  suspended: {
    email: 'suspended@example.com',
    firstName: 'Barbara',
    lastName: 'Liskov',
    status: 'suspended',
  },
  must_reset: {
    email: 'reset@example.com',
    firstName: 'Katherine',
    lastName: 'Johnson',
    mustResetPassword: true,
  },
}

const WRONG_PASSWORDS = 5

const STATES = Object.keys(ACCOUNTS) as FakeState[]

interface Parts {
  dialect: Dialect
  backend: Backend
}

const at = (id: string) => ({ baseUrl: `/fake/${id}` })

const PARTS: readonly Parts[] = [
  // Behind the app's own relay, which a browser needs there anyway, an answer can name the rest of a lock.
  {
    dialect: calimaticDialect({ lockoutDetails: true }),
    backend: calimatic(at('calimatic')),
  },
  { dialect: authSvcDialect(), backend: authSvc(at('auth-svc')) },
  { dialect: authosDialect(), backend: authos(at('authos')) },
  { dialect: intelliauthDialect(), backend: intelliauth(at('intelliauth')) },
  { dialect: edgebaseDialect(), backend: edgebase(at('edgebase')) },
]

/**
 * Answers everything under `/fake/<backend>/`: a stand-in for each documented backend, in its own words, with
 * accounts in every state it knows, and `/fake/<backend>/dev/` for what only a demo may tell.
 */
export function createFakeServers(): (request: Request) => Promise<Response> {
  const sites = new Map(PARTS.map((parts) => [parts.dialect.id, createSite(parts)]))
  return async (request) => {
    const [, , id = ''] = new URL(request.url).pathname.split('/')
    const site = sites.get(id)
    if (site) return site(request)
    const message = `No stand-in for ${id}. There are ${[...sites.keys()].join(', ')}.`
    return Response.json({ message }, { status: 404 })
  }
}

function createSite(parts: Parts): (request: Request) => Promise<Response> {
  const base = `/fake/${parts.dialect.id}`
  let site = openSite(parts)

  const routes = new Map<string, (url: URL) => Promise<Response>>([
    [`GET ${base}/dev/accounts`, async () => Response.json(accountsOf(await site))],
    [`GET ${base}/dev/outbox`, async (url) => Response.json({ mails: mailsOf(await site, url) })],
    [
      `GET ${base}/dev/follow`,
      async ({ searchParams, origin }) => {
        const { outbox, followLink } = (await site).server
        const mail = outbox.find(({ token }) => token === searchParams.get('token'))
        if (mail) followLink(mail)
        return new Response(null, { status: 303, headers: { location: `${origin}/` } })
      },
    ],
    [
      `POST ${base}/dev/reset`,
      async () => {
        site = openSite(parts)
        return Response.json(accountsOf(await site))
      },
    ],
  ])
  return async (request) => {
    const url = new URL(request.url)
    const route = routes.get(`${request.method} ${url.pathname}`)
    if (!route) return (await site).server.fetch(request)
    const response = await route(url)
    response.headers.set('cache-control', 'no-store')
    return response
  }
}

interface Site {
  server: FakeAuthServer
  states: readonly FakeState[]
  /** Where a verification mail leads: a page of the app, or the server's own where no route takes the token. */
  verifyPage: string
}

/** A fresh stand-in that follows real time, with the lock already on. */
async function openSite({ dialect, backend }: Parts): Promise<Site> {
  const basePath = `/fake/${dialect.id}`
  const server = createFakeAuthServer({
    dialect,
    basePath,
    clock: { followsRealTime: true },
    accounts: STATES.map((state) => ({ ...ACCOUNTS[state], password: PASSWORD })),
  })
  const client = createAuthClient({ backend, fetch: server.fetch })
  const { email } = ACCOUNTS.locked
  for (let n = 0; n < WRONG_PASSWORDS; n++) await client.signIn({ email, password: 'a wrong one' })
  return {
    server,
    states: await statesMet(client),
    verifyPage: (await client.supports('verifyEmail')) ? '/verify-email' : `${basePath}/dev/follow`,
  }
}

/** Signs in to each account: what a backend has no words for, it answers with the plainest one it has. */
async function statesMet(client: AuthClient): Promise<readonly FakeState[]> {
  const met: FakeState[] = []
  for (const state of STATES) {
    const { kind } = await client.signIn({ email: ACCOUNTS[state].email, password: PASSWORD })
    const plain = kind === 'signed_in' || kind === 'invalid_credentials'
    if (state === 'plain' || !plain) met.push(state)
  }
  return met
}

function accountsOf({ states }: Site) {
  const accounts = states.map((state) => {
    const { email, firstName, lastName } = ACCOUNTS[state]
    const account = { email, name: `${firstName} ${lastName}`, state }
    const totp = { secret: TOTP_SECRET, backupCodes: BACKUP_CODES }
    return state === 'totp' ? { ...account, totp } : account
  })
  return { password: PASSWORD, accounts }
}

const MAILS = {
  verify_email: 'Verify your e-mail address',
  reset_password: 'Set a new password',
  magic_link: 'Your sign-in link',
  email_code: 'Your sign-in code',
  sms_code: 'Your sign-in code',
} as const satisfies Record<FakeMail['kind'], string>

function mailsOf({ server, verifyPage }: Site, { origin }: URL): Mail[] {
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
        subject: page ? MAILS[kind] : `${MAILS[kind]}: ${token}`,
        url: page ? `${origin}${page}?token=${encodeURIComponent(token)}` : origin,
        sentAt: new Date(sentAt).toISOString(),
      }
    })
    .toReversed()
}
