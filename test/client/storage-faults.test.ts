import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AuthEvent } from '../../src/client/auth-event.js'
import { createFaultyDatabase, FAULTS } from './faulty-database.js'
import { A_WHILE, createTabs, CREDENTIALS, inStep, passes, type OpenTab } from './tabs.js'

const EACH = Object.keys(FAULTS) as (keyof typeof FAULTS)[]
const DATABASE = 'gatewright'
const KEY = 'gatewright:edgebase https://app.example/api'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

/** Waits for what needs time to pass. */
async function after<T>(work: Promise<T> | undefined): Promise<T | undefined> {
  const state = { isOver: false }
  const done = work?.finally(() => {
    state.isOver = true
  })
  for (let waited = 0; !state.isOver && waited < 30_000; waited += 50) await passes(50)
  return done
}

async function restored(tab: OpenTab): Promise<void> {
  await tab.client.restore()
  await inStep(tab)
}

function faultsTold(events: readonly AuthEvent[]): AuthEvent[] {
  return events.filter(({ type }) => type === 'storage_failed')
}

async function statusOf(tab: OpenTab): Promise<number | undefined> {
  return (await after(tab.callApi()))?.status
}

/** The database fails from now on, for connections that are open as well. */
function breakDown(
  tab: OpenTab,
  faulty: ReturnType<typeof createFaultyDatabase>,
  name: keyof typeof FAULTS,
) {
  tab.hide()
  tab.putAway()
  faulty.fault = FAULTS[name]
}

describe.each(EACH)('a database that %s', (name) => {
  it('REL-30, REL-31: is done without from the start, and the developer is told once', async () => {
    const world = createTabs({ server: { latency: 0 } })
    const faulty = createFaultyDatabase(world.browser.database)
    faulty.fault = FAULTS[name]
    const tab = world.open({ indexedDB: faulty.indexedDB })
    await after(restored(tab))
    expect(tab.client.getSession()).toEqual({ status: 'signed_out' })

    expect(await after(tab.client.signIn(CREDENTIALS))).toMatchObject({ kind: 'signed_in' })
    expect(await statusOf(tab)).toBe(200)
    // Nobody else has its tokens, so it may renew them by itself.
    world.server.clock.advance(A_WHILE)
    expect(await statusOf(tab)).toBe(200)
    expect(world.refreshes()).toEqual({ asked: 1, refused: 0 })

    await after(tab.client.signOut())
    expect(tab.client.getSession()).toEqual({ status: 'signed_out' })
    expect(faultsTold(tab.events)).toHaveLength(1)
  })

  it('REL-30: leaves a session that tabs share as long as its access token, and no token is sent twice', async () => {
    const world = createTabs({ server: { latency: 0 } })
    const faulty = createFaultyDatabase(world.browser.database)
    const first = world.open({ indexedDB: faulty.indexedDB })
    await after(restored(first))
    await after(first.client.signIn(CREDENTIALS))
    const second = world.open()
    await after(restored(second))

    breakDown(first, faulty, name)
    expect(await statusOf(first)).toBe(200)
    world.server.clock.advance(A_WHILE)
    expect(await statusOf(first)).toBe(401)
    expect(first.client.getSession().status).toBe('signed_in')
    world.server.clock.advance(121)
    expect(await statusOf(first)).toBe(401)
    expect(first.client.getSession()).toEqual({ status: 'signed_out', reason: 'expired' })
    expect(await statusOf(second)).toBe(200)

    expect(await after(first.client.signIn(CREDENTIALS))).toMatchObject({ kind: 'signed_in' })
    expect(await statusOf(first)).toBe(200)
    expect(faultsTold(first.events)).toHaveLength(1)
    expect(second.client.getSession().status).toBe('signed_in')
    expect(world.refreshes()).toEqual({ asked: 1, refused: 0 })
  })

  it('REL-30: ends no session that is good, however often the app wants it renewed', async () => {
    const world = createTabs({ server: { latency: 0 } })
    const faulty = createFaultyDatabase(world.browser.database)
    const tab = world.open({ indexedDB: faulty.indexedDB })
    await after(restored(tab))
    await after(tab.client.signIn(CREDENTIALS))
    breakDown(tab, faulty, name)
    for (let time = 1; time <= 3; time += 1) {
      expect(await after(tab.client.refresh())).toMatchObject({ kind: 'network_error' })
    }
    expect(tab.client.getSession().status).toBe('signed_in')
    expect(await statusOf(tab)).toBe(200)
    expect(world.refreshes().asked).toBe(0)
  })

  it('REL-30: does not stop a renewal where the server lets a token be spent twice', async () => {
    const world = createTabs({
      server: { latency: 0 },
      backend: { refreshGraceSeconds: Number.POSITIVE_INFINITY },
    })
    const faulty = createFaultyDatabase(world.browser.database)
    const tab = world.open({ indexedDB: faulty.indexedDB })
    await after(restored(tab))
    await after(tab.client.signIn(CREDENTIALS))
    breakDown(tab, faulty, name)
    world.server.clock.advance(A_WHILE)
    expect(await statusOf(tab)).toBe(200)
    expect(world.refreshes()).toEqual({ asked: 1, refused: 0 })
  })

  it('REL-30: costs nothing where it passes', async () => {
    const world = createTabs({ server: { latency: 0 } })
    const faulty = createFaultyDatabase(world.browser.database)
    const tab = world.open({ indexedDB: faulty.indexedDB })
    await after(restored(tab))
    await after(tab.client.signIn(CREDENTIALS))
    breakDown(tab, faulty, name)
    world.server.clock.advance(A_WHILE)
    expect(await statusOf(tab)).toBe(401)
    faulty.fault = null
    world.server.clock.advance(121)
    expect(await statusOf(tab)).toBe(200)
    expect(tab.client.getSession().status).toBe('signed_in')
  })

  it('SEC-42: holds no other tab back when the user signs out', async () => {
    const world = createTabs({ server: { latency: 0 } })
    const faulty = createFaultyDatabase(world.browser.database)
    const first = world.open({ indexedDB: faulty.indexedDB })
    await after(restored(first))
    await after(first.client.signIn(CREDENTIALS))
    const second = world.open()
    await after(restored(second))

    breakDown(first, faulty, name)
    await after(first.client.signOut())
    await passes(100)
    expect(first.client.getSession()).toEqual({ status: 'signed_out' })
    expect(second.client.getSession()).toEqual({ status: 'signed_out' })
    const third = world.open()
    await after(restored(third))
    expect(third.client.getSession()).toEqual({ status: 'signed_out' })
  })
})

describe('a page without storage', () => {
  it.each([
    ['has no database', { indexedDB: null }],
    ['may not touch it', { denied: ['indexedDB', 'localStorage', 'BroadcastChannel'] as const }],
  ])('REL-30: signs in all the same where it %s', async (_, faults) => {
    const world = createTabs({ server: { latency: 0 } })
    const tab = world.open(faults)
    await after(restored(tab))
    expect(await after(tab.client.signIn(CREDENTIALS))).toMatchObject({ kind: 'signed_in' })
    expect(await statusOf(tab)).toBe(200)
    await after(tab.client.signOut())
    expect(faultsTold(tab.events)).toHaveLength(1)
  })
})

describe('what is found in the database', () => {
  async function putAs(world: ReturnType<typeof createTabs>, value: unknown) {
    const request = world.browser.database.open(DATABASE, 1)
    await new Promise((opened) => request.addEventListener('success', opened))
    const transaction = request.result.transaction('sessions', 'readwrite')
    const store = transaction.objectStore('sessions')
    if (value === undefined) store.delete(KEY)
    else store.put(value, KEY)
    await new Promise((done) => transaction.addEventListener('complete', done))
    const kept = request.result.transaction('sessions').objectStore('sessions').get(KEY)
    await new Promise((done) => kept.addEventListener('success', done))
    request.result.close()
  }

  it('REL-32: is thrown away where it is no session, and nobody is signed in by it', async () => {
    vi.useRealTimers()
    const status = fc.constantFrom('signed_in', 'signed_out', 'unknown', null, {}, 7)
    const broken = fc.oneof(
      fc.jsonValue(),
      fc.record({ status, era: fc.string(), version: fc.anything(), user: fc.jsonValue() }),
      fc.record({ status, era: fc.string(), version: fc.integer(), accessToken: fc.integer() }),
    )
    const signedOut = (value: unknown) =>
      typeof value === 'object' && value !== null && 'reason' in value
    await fc.assert(
      fc.asyncProperty(
        broken.filter((value) => !signedOut(value)),
        async (value) => {
          const world = createTabs({ server: { latency: 0 } })
          await world.openRestored()
          await putAs(world, structuredClone(value) ?? null)
          const tab = await world.openRestored()
          expect(tab.client.getSession()).toEqual({ status: 'signed_out' })
          expect(faultsTold(tab.events)).toEqual([{ type: 'storage_failed', reason: 'corrupt' }])
          const next = await world.openRestored()
          expect(faultsTold(next.events)).toEqual([])
          await tab.client.signIn(CREDENTIALS)
          const third = await world.openRestored()
          expect(third.client.getSession().status).toBe('signed_in')
        },
      ),
      { numRuns: 40 },
    )
  })

  it('REL-33: shows the plain way in where the browser has thrown it away', async () => {
    vi.useRealTimers()
    const world = createTabs({ server: { latency: 0 } })
    const [tab] = await world.openSignedIn(1)
    await putAs(world, undefined)
    const later = await world.openRestored()
    expect(later.client.getSession()).toEqual({ status: 'signed_out' })
    // A page that is still open finds out when it needs the tokens.
    world.server.clock.advance(A_WHILE)
    await tab.callApi()
    expect(tab.client.getSession()).toEqual({ status: 'signed_out' })
    expect(world.refreshes().asked).toBe(0)
  })

  it('is there after a reload, and renewed when it has grown old', async () => {
    vi.useRealTimers()
    const world = createTabs({ server: { latency: 0 } })
    await world.openSignedIn(1)
    world.server.clock.advance(A_WHILE)
    const later = await world.openRestored()
    expect(later.client.getSession()).toMatchObject({ user: { email: CREDENTIALS.email } })
    expect((await later.callApi()).status).toBe(200)
    expect(world.refreshes()).toEqual({ asked: 1, refused: 0 })
  })

  it('lets itself be deleted while a page is open', async () => {
    vi.useRealTimers()
    const world = createTabs({ server: { latency: 0 } })
    const [tab] = await world.openSignedIn(1)
    const deleting = world.browser.database.deleteDatabase(DATABASE)
    await new Promise((done) => deleting.addEventListener('success', done))
    world.server.clock.advance(A_WHILE)
    await tab.callApi()
    expect(tab.client.getSession()).toEqual({ status: 'signed_out' })
    expect(await tab.client.signIn(CREDENTIALS)).toMatchObject({ kind: 'signed_in' })
    expect((await world.openRestored()).client.getSession().status).toBe('signed_in')
  })
})

describe('a start without a connection', () => {
  it('REL-28, REL-29: shows the last known session, and goes on by itself', async () => {
    vi.useRealTimers()
    const world = createTabs({ server: { latency: 0 } })
    await world.openSignedIn(1)
    world.server.clock.advance(A_WHILE)
    const ends = [
      world.server.force('refresh', 'offline', { times: Infinity }),
      world.server.force('api_call', 'offline', { times: Infinity }),
    ]
    const tab = await world.openRestored()
    expect(tab.client.getSession()).toMatchObject({ user: { email: CREDENTIALS.email } })
    await expect(tab.callApi()).rejects.toThrow()
    expect(await tab.client.refresh()).toMatchObject({ kind: 'network_error' })
    expect(tab.client.getSession().status).toBe('signed_in')

    for (const end of ends) end()
    tab.goOnline()
    expect((await tab.callApi()).status).toBe(200)
  })
})
