import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STEP_UP_PATH } from '../../examples/embedded/contract.js'
import {
  startDemoServer,
  type DemoServer,
} from '../../examples/embedded/server/start-demo-server.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { stepUpQueueOf } from '../../src/client/step-up-queue.js'
import { openBrowser } from './browser.js'

const PASSWORD = 'correct horse battery staple'
const ADA = { email: 'ada@example.com', password: PASSWORD }

let directory: string
let server: DemoServer

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'signed-in-'))
  server = await startDemoServer({ dataDir: directory, lockSeconds: 2, freshSeconds: 2 })
})

afterAll(async () => {
  await server.close()
  await rm(directory, { recursive: true })
})

async function browser(userAgent: string) {
  const backend = betterAuth({ baseUrl: '/api/auth', stepUpPath: STEP_UP_PATH })
  const { client } = openBrowser(server.origin, backend, userAgent)
  expect(await client.signIn(ADA)).toMatchObject({ kind: 'signed_in' })
  return client
}

async function userAgents(client: Awaited<ReturnType<typeof browser>>) {
  const listed = await client.listSessions()
  if (listed.kind !== 'succeeded') throw new Error(listed.kind)
  return listed.value.sessions.map(({ userAgent, current }) => [userAgent, current])
}

describe('somebody who is signed in at a real Better Auth server', () => {
  it('sees where, with this session marked, and ends the others', async () => {
    const phone = await browser('Phone')
    const computer = await browser('Computer')
    expect(await userAgents(computer)).toEqual(
      expect.arrayContaining([
        ['Phone', false],
        ['Computer', true],
      ]),
    )
    expect(await computer.perform('revokeOtherSessions', {})).toMatchObject({ kind: 'succeeded' })
    expect(await userAgents(computer)).toEqual([['Computer', true]])

    expect(await phone.refresh()).toMatchObject({ kind: 'sign_in_required' })
    expect(phone.getSession()).toEqual({ status: 'signed_out', reason: 'expired' })
  })

  it('confirms with the password once the sign-in is no longer recent, and the call goes on', async () => {
    const client = await browser('Laptop')
    const queue = stepUpQueueOf(client)
    queue.attend()
    await after(2_500)
    const listing = queue.run(() => client.listSessions())
    await expect.poll(() => queue.getRequest()?.state.kind).toBe('step_up_required')
    expect(await client.perform('stepUp', { password: PASSWORD })).toMatchObject({
      kind: 'succeeded',
    })
    queue.confirm()
    expect(await listing).toMatchObject({ kind: 'succeeded' })
  })

  it('reaches an API behind the same cookie', async () => {
    const client = await browser('Tablet')
    const response = await client.fetch(`${server.origin}/api/auth/get-session`)
    expect(await response.json()).toMatchObject({ user: { email: ADA.email } })
  })
})
