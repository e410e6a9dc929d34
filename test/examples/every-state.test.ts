import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEVICE_CLIENT_ID, ORDERS_PATH, STEP_UP_PATH } from '../../examples/embedded/contract.js'
import type { DemoAccounts } from '../../examples/embedded/server/demo-backend.js'
import { createFakeServers } from '../../examples/embedded/server/fake-servers.js'
import { STAND_INS } from '../../examples/embedded/server/stand-in-parts.js'
import {
  startDemoServer,
  type DemoServer,
} from '../../examples/embedded/server/start-demo-server.js'
import { WAYS, type BackendId, type Way } from '../../examples/embedded/states/ways.js'
import type { Backend } from '../../src/backends/backend.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { stepUpQueueOf } from '../../src/client/step-up-queue.js'
import { CATALOGUE } from '../../src/errors/catalogue.js'
import type { Operation } from '../../src/errors/operation.js'
import { SEEDS } from '../contract/seed-rows.js'
import { openBrowser, type Browser } from './browser.js'

const PASSWORD = 'correct horse battery staple'
const FRESH_SECONDS = 1
const WRONG = 'a wrong password'
const ANOTHER_CODE = '000000'

let directory: string
let server: DemoServer

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'every-state-'))
  server = await startDemoServer({
    dataDir: directory,
    freshSeconds: FRESH_SECONDS,
    fakeServers: createFakeServers(),
  })
})

afterAll(async () => {
  await server.close()
  await rm(directory, { recursive: true })
})

const KINDS = [...new Set(Object.values(CATALOGUE).map(({ kind }) => kind))]

const BACKENDS = new Map<BackendId, Backend>([
  [
    'better-auth',
    betterAuth({
      baseUrl: '/api/auth',
      stepUpPath: STEP_UP_PATH,
      deviceClientId: DEVICE_CLIENT_ID,
    }),
  ],
  ...STAND_INS.map(({ backend }) => [backend.id as BackendId, backend] as const),
])

const as = (name: string, password = PASSWORD) => ({ email: `${name}@example.com`, password })

type Deed = (browser: Browser) => Promise<unknown>

const signIn =
  (name: string, password?: string): Deed =>
  ({ client }) =>
    client.signIn(as(name, password))

const signUp =
  (password: string): Deed =>
  ({ client }) =>
    client.signUp({ ...as('newcomer', password), firstName: 'New', lastName: 'Comer' })

/** Signs in first, as somebody without a second factor. */
const inside =
  (deed: Deed): Deed =>
  async (browser) => {
    expect(await signIn('ada')(browser)).toMatchObject({ kind: 'signed_in' })
    await deed(browser)
  }

const guessCode: Deed = async ({ client }) => {
  const asked = await client.signIn(as('totp'))
  if (asked.kind !== 'mfa_required') throw new Error(asked.kind)
  const { challenge } = asked
  await client.verifyMfa({ challenge, factor: 'totp', code: ANOTHER_CODE })
}

const followOldLink: Deed = ({ client }) => client.perform('verifyEmail', { token: 'made-up' })

const placeOrder: Deed = ({ client }) =>
  client.fetch(server.origin + ORDERS_PATH, {
    method: 'POST',
    body: JSON.stringify({ item: 'Tea' }),
  })

/** What sends the request whose answer is armed. */
const DEEDS: Partial<Record<Operation, Deed>> = {
  sign_in: signIn('ada'),
  sign_up: signUp(PASSWORD),
  mfa_challenge: guessCode,
  mfa_enrol: inside(({ client }) => client.perform('startTotpEnrolment', {})),
  mfa_send_code: ({ client }) => client.perform('requestMagicLink', { email: as('ada').email }),
  email_verify: followOldLink,
  password_reset: ({ client }) =>
    client.perform('resetPassword', { token: 'made-up', newPassword: PASSWORD }),
  api_call: inside(({ client }) => client.perform('getUser', {})),
}

/** What the app of the account with a second factor shows now. */
async function rightCode(): Promise<string> {
  const response = await fetch(`${server.origin}/dev/accounts`)
  const { accounts } = (await response.json()) as DemoAccounts
  const secret = accounts.find(({ totp }) => totp)?.totp?.secret ?? ''
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate()
}

async function grownOld(): Promise<void> {
  await after(FRESH_SECONDS * 1000 + 100)
}

/** What leads to the states that a server needs no help for. */
const UNAIDED: Readonly<Record<string, Deed>> = {
  invalid_credentials: signIn('ada', WRONG),
  account_locked: signIn('locked'),
  verification_required: signIn('unverified'),
  mfa_required: signIn('totp'),
  invalid_code: guessCode,
  link_invalid: followOldLink,
  field_errors: signUp('abc'),
  operator_notice: ({ client }) => client.perform('unlockAccount', { userId: 'nobody' }),
  captcha_required: async (browser) => {
    for (let n = 1; n <= 4; n++) await signIn('guessed', WRONG)(browser)
  },
  step_up_required: inside(async (browser) => {
    await grownOld()
    await expect(placeOrder(browser)).rejects.toMatchObject({ state: { kind: 'step_up_required' } })
  }),
  sign_in_required: inside(async (browser) => {
    await browser.client.perform('revokeAllSessions', {})
    await placeOrder(browser)
  }),
  cancelled: inside(async (browser) => {
    await grownOld()
    const queue = stepUpQueueOf(browser.client)
    queue.attend()
    const ordering = queue.run(() => placeOrder(browser))
    await expect.poll(queue.getRequest).not.toBeNull()
    queue.cancel()
    await expect(ordering).rejects.toMatchObject({ state: { kind: 'cancelled' } })
  }),
  restart_required: async (browser) => {
    const { client } = browser
    await signIn('totp')(browser)
    const code = { challenge: '', factor: 'totp', code: ANOTHER_CODE } as const
    for (let n = 1; n <= 6; n++) await client.verifyMfa(code)
  },
  pending: async ({ client }) => {
    const started = await client.perform('startDeviceFlow', {})
    if (started.kind !== 'succeeded') throw new Error(started.kind)
    await client.perform('pollDeviceFlow', { deviceCode: started.value.deviceCode })
  },
  done: async (browser) => {
    await signIn('totp')(browser)
    const factor = { challenge: '', factor: 'totp', code: await rightCode() } as const
    expect(await browser.client.verifyMfa(factor)).toMatchObject({ kind: 'signed_in' })
    await browser.client.perform('startTotpEnrolment', { password: PASSWORD })
  },
}

async function arm({ backend, operation, answer }: Way): Promise<void> {
  if (answer === null) return
  const response = await fetch(`${server.origin}/fake/${backend}/dev/force`, {
    method: 'POST',
    body: JSON.stringify({ operation, answer }),
  })
  expect(response.status).toBe(200)
}

describe('every kind of state', () => {
  it('has a way to it in the demo, and nothing else has', () => {
    expect(Object.keys(WAYS).toSorted()).toEqual(KINDS.toSorted())
    expect(Object.entries(WAYS).filter(([, ways]) => ways.length === 0)).toEqual([])
  })

  it('is armed with rows of the error references', () => {
    const strangers = Object.values(WAYS)
      .flat()
      .filter(({ backend, answer }) => {
        if (answer === null || typeof answer === 'string' || backend === 'acme') return false
        return !SEEDS.some(
          (seed) =>
            seed.backend === backend &&
            (answer.status ?? null) === seed.status &&
            (answer.code ?? null) === seed.code &&
            (answer.code !== undefined || answer.message === seed.message),
        )
      })
    expect(strangers).toEqual([])
  })

  for (const [kind, ways] of Object.entries(WAYS)) {
    for (const way of ways) {
      it(`${kind} is reached at ${way.backend}: ${way.how}`, async () => {
        const backend = BACKENDS.get(way.backend)
        const deed = way.answer === null ? UNAIDED[kind] : DEEDS[way.operation]
        if (!backend || !deed) throw new Error('Nobody knows how.')
        await arm(way)
        const browser = openBrowser(server.origin, backend)
        await deed(browser)
        expect(browser.met).toContain(kind)
      })
    }
  }
})
