import type { AuthClient } from '../../../src/client/auth-client.js'
import { createAuthClient } from '../../../src/client/index.js'
import {
  createFakeAuthServer,
  type FakeAccount,
  type FakeAuthServer,
} from '../../../src/testing/index.js'
import { PASSWORD } from './seed.js'
import { spokenBy } from './spoken-actions.js'
import type { StandInParts } from './stand-in-parts.js'

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

export interface StandIn {
  server: FakeAuthServer
  /** Names of the kit's actions that it has a route for, out of those the backend's contract has. */
  actions: readonly string[]
  accounts: ReturnType<typeof accountsIn>
  /** Where a verification mail leads: a page of the app, or the server's own where no route takes the token. */
  verifyPage: string
}

/** A fresh stand-in that follows real time, with the lock already on. */
export async function openStandIn(parts: StandInParts): Promise<StandIn> {
  const { dialect, backend } = parts
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
  const actions = await spokenBy(parts)
  return {
    server,
    actions,
    accounts: accountsIn(await statesMet(client)),
    verifyPage: actions.includes('verifyEmail') ? '/verify-email' : `${basePath}/dev/follow`,
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

function accountsIn(states: readonly FakeState[]) {
  const accounts = states.map((state) => {
    const { email, firstName, lastName } = ACCOUNTS[state]
    const account = { email, name: `${firstName} ${lastName}`, state }
    const totp = { secret: TOTP_SECRET, backupCodes: BACKUP_CODES }
    return state === 'totp' ? { ...account, totp } : account
  })
  return { password: PASSWORD, accounts }
}
