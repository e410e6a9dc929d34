import { describe, expect, it, vi } from 'vitest'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { createAuthClient, type AuthClientOptions } from '../../src/client/create-auth-client.js'
import { indexedDbSession } from '../../src/client/indexed-db-session.js'
import { createBrowser } from './browser.js'
import { createFaultyDatabase, FAULTS } from './faulty-database.js'
import { connect, FIVE_BACKENDS, PASSWORD } from './five-backends.js'
import { A_WHILE, createTabs, CREDENTIALS, EVE, pathOf } from './tabs.js'

const ADA = { email: CREDENTIALS.email }
/** What the requirement gives a change to reach the other tabs. */
const SOON = { timeout: 1000, interval: 10 }

describe.each([
  ['a channel', { channels: true }],
  ['storage events alone', { channels: false }],
])('tabs that share a session and have %s', (_, browser) => {
  it('REL-41: all know within a second who signs in, and who signs out', async () => {
    const world = createTabs({ browser })
    const [first, second] = [await world.openRestored(), await world.openRestored()]
    await first.client.signIn(CREDENTIALS)
    await vi.waitFor(() => expect(second.client.getSession()).toMatchObject({ user: ADA }), SOON)
    expect((await second.callApi()).status).toBe(200)

    await second.client.signOut()
    await vi.waitFor(
      () => expect(first.client.getSession()).toEqual({ status: 'signed_out' }),
      SOON,
    )
    expect((await first.callApi()).status).toBe(401)
  })

  it('REL-14, REL-41: all know why the server has ended it', async () => {
    const world = createTabs({ browser })
    const [first, second] = await world.openSignedIn(2)
    world.server.force('refresh', { status: 401, message: 'Refresh token expired.' })
    await first.client.refresh()
    expect(first.client.getSession()).toMatchObject({ reason: 'expired' })
    await vi.waitFor(
      () => expect(second.client.getSession()).toEqual(first.client.getSession()),
      SOON,
    )
  })

  it('REL-41: have the tokens that one of them has fetched', async () => {
    const world = createTabs({ browser })
    const [first, second] = await world.openSignedIn(2)
    await first.client.refresh()
    world.server.clock.advance(14 * 60)
    await first.client.refresh()
    await new Promise((done) => setTimeout(done, 100))
    const before = world.server.requests.length
    world.server.clock.advance(10 * 60)
    expect((await second.callApi())?.status).toBe(200)
    expect(world.server.requests.length - before).toBe(1)
  })

  it('SEC-15: tell each other that something changed, and never what', async () => {
    const world = createTabs({ browser })
    const [first, second] = await world.openSignedIn(2)
    await first.client.refresh()
    await second.client.signOut()
    await second.client.signIn({ ...CREDENTIALS, email: EVE.email })
    expect(world.browser.messages.length).toBeGreaterThan(3)
    const told = JSON.stringify(world.browser.messages)
    for (const secret of [CREDENTIALS.email, EVE.email, PASSWORD, 'eyJ', 'rt_', 'Ada', 'Eve']) {
      expect(told).not.toContain(secret)
    }
    for (const message of world.browser.messages) {
      const { kind, version, ...more } = (
        typeof message === 'string' ? JSON.parse(message) : message
      ) as Record<string, unknown>
      expect(['signed_in', 'signed_out', 'ended', 'renewed']).toContain(kind)
      expect(version).toEqual(expect.any(Number))
      expect(more).toEqual({})
    }
  })

  it('hear nothing in what other scripts say on the same channel', async () => {
    const world = createTabs({ browser })
    const [first] = await world.openSignedIn(1)
    const other = world.browser.openTab()
    const name = 'gatewright:edgebase https://app.example/api'
    const { BroadcastChannel } = other.page
    for (const noise of [null, 7, 'signed_out', { kind: '__proto__' }, { kind: 'signed_out' }]) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin: its own
      if (BroadcastChannel) new BroadcastChannel(name).postMessage(noise)
      other.page.localStorage.setItem(name, JSON.stringify(noise))
    }
    other.page.localStorage.setItem(name, '{"kind":')
    await new Promise((done) => setTimeout(done, 50))
    expect(first.client.getSession().status).toBe('signed_in')
  })
})

describe('news that is late', () => {
  /** Messages wait until they are let go. */
  function heldMessages() {
    const held: (() => void)[] = []
    const world = createTabs({ browser: { deliver: (hear) => void held.push(hear) } })
    const letGo = async () => {
      for (const hear of held.splice(0)) hear()
      await new Promise((done) => setTimeout(done, 20))
    }
    return { world, letGo }
  }

  it('REL-09: of a sign-out says nothing of the session that has begun since', async () => {
    const { world, letGo } = heldMessages()
    const [first, second] = await world.openSignedIn(2)
    await letGo()
    await first.client.signOut()
    await first.client.signIn(CREDENTIALS)
    second.hide()
    second.show()
    await vi.waitFor(async () => expect((await second.callApi()).status).toBe(200))
    const session = second.client.getSession()
    await letGo()
    expect(second.client.getSession()).toBe(session)
  })

  it('REL-09: of a renewal does not bring a session back whose end could not be written', async () => {
    const { world, letGo } = heldMessages()
    const faulty = createFaultyDatabase(world.browser.database)
    const first = await world.openRestored({ indexedDB: faulty.indexedDB })
    await first.client.signIn(CREDENTIALS)
    const second = await world.openRestored()
    await letGo()
    first.hide()
    first.putAway()
    first.bringBack()
    faulty.fault = FAULTS['is full']
    await second.client.refresh()
    await first.client.signOut()
    first.putAway()
    first.bringBack()
    await new Promise((done) => setTimeout(done, 20))
    expect(first.client.getSession()).toEqual({ status: 'signed_out' })
    await letGo()
    await letGo()
    for (const { client } of [first, second]) {
      expect(client.getSession()).toEqual({ status: 'signed_out' })
    }
  })
})

describe('another user in another tab', () => {
  it('takes the place of the one who was there, and the app passes through signed out', async () => {
    const world = createTabs()
    const [first, second] = await world.openSignedIn(2)
    const seen: unknown[] = []
    first.client.onSessionChange(() => {
      const session = first.client.getSession()
      seen.push(session.status === 'signed_in' ? session.user?.email : session.status)
    })
    await second.client.signIn({ ...CREDENTIALS, email: EVE.email })
    await vi.waitFor(() => expect(seen).toEqual(['signed_out', EVE.email]), SOON)
    const answer = await first.callApi()
    expect(await answer?.json()).toMatchObject({ user: { email: EVE.email } })
  })

  it('REL-09: never sends the call that the one before had begun', async () => {
    const world = createTabs()
    const [first, second] = await world.openSignedIn(2)
    world.server.clock.advance(A_WHILE)
    const { reached, release } = world.holdRefresh()
    const call = first.callApi()
    await reached
    await second.client.signIn({ ...CREDENTIALS, email: EVE.email })
    const before = world.server.requests.length
    release()
    expect((await call)?.status).toBe(401)
    const sent = world.server.requests.slice(before).map(({ operation }) => operation)
    expect(sent).not.toContain('api_call')
  })

  it('REL-37: loses to the one who signs in here later, whoever is answered first', async () => {
    const world = createTabs()
    const [first, second] = await world.openSignedIn(2)
    const here = first.client.signIn(CREDENTIALS)
    await second.client.signIn({ ...CREDENTIALS, email: EVE.email })
    await here
    await first.client.signIn(CREDENTIALS)
    for (const { client } of [first, second]) {
      await vi.waitFor(() => expect(client.getSession()).toMatchObject({ user: ADA }), SOON)
    }
  })
})

describe('tabs whose tokens are in memory', () => {
  const PAIR = FIVE_BACKENDS[4]
  if (!PAIR) throw new Error('EdgeBase is missing.')

  function openInMemory(
    browser: ReturnType<typeof createBrowser>,
    { server } = connect(PAIR as (typeof FIVE_BACKENDS)[number]),
    options: Partial<AuthClientOptions> = {},
  ) {
    const tab = browser.openTab()
    const client = createAuthClient({
      backend: (PAIR as (typeof FIVE_BACKENDS)[number]).backend,
      fetch: server.fetch,
      now: server.clock.now,
      page: tab.page,
      ...options,
    })
    return { ...tab, client, server }
  }

  it('SEC-13: keep nothing, and have a session each', async () => {
    const browser = createBrowser()
    const first = openInMemory(browser)
    await first.client.restore()
    await first.client.signIn(CREDENTIALS)
    await first.client.refresh()
    const second = openInMemory(browser, first)
    await second.client.restore()
    expect(second.client.getSession()).toEqual({ status: 'signed_out' })
    expect(await browser.database.databases()).toEqual([])
    expect(browser.messages).toEqual([])
  })

  it('REL-41, SEC-42: sign out together, each at the server as well', async () => {
    const browser = createBrowser()
    const first = openInMemory(browser)
    const second = openInMemory(browser, first)
    for (const tab of [first, second]) {
      await tab.client.restore()
      while (tab.listeners() === 0) await new Promise((done) => setImmediate(done))
      await tab.client.signIn(CREDENTIALS)
    }
    await first.client.signOut()
    await vi.waitFor(
      () => expect(second.client.getSession()).toEqual({ status: 'signed_out' }),
      SOON,
    )
    await vi.waitFor(() => {
      const outs = first.server.requests.filter(({ operation }) => operation === 'sign_out')
      expect(outs.map(({ status }) => status)).toEqual([200, 200])
    })
  })

  it('are not one where the app tells them apart', async () => {
    const browser = createBrowser()
    const shop = openInMemory(browser, undefined, { name: 'shop' })
    const desk = openInMemory(browser, shop, { name: 'desk' })
    for (const tab of [shop, desk]) {
      await tab.client.restore()
      while (tab.listeners() === 0) await new Promise((done) => setImmediate(done))
      await tab.client.signIn(CREDENTIALS)
    }
    await shop.client.signOut()
    await new Promise((done) => setTimeout(done, 50))
    expect(desk.client.getSession().status).toBe('signed_in')
  })
})

describe('tabs that a cookie signs in', () => {
  /** A server that knows one cookie, which all tabs of the browser send. */
  function cookieServer() {
    const state = { user: null as string | null, asked: 0, isDown: false }
    const fetch: typeof globalThis.fetch = async (input) => {
      if (state.isDown) throw new TypeError('Failed to fetch')
      const pathname = pathOf(input)
      if (pathname.endsWith('/get-session')) {
        state.asked += 1
        return Response.json(state.user && { session: { id: 's' }, user: userOf(state.user) })
      }
      if (pathname.endsWith('/sign-in/email')) {
        state.user = 'ada@example.com'
        return Response.json({ token: 't', user: userOf(state.user) })
      }
      if (pathname.endsWith('/sign-out')) state.user = null
      return Response.json({ success: true })
    }
    return { state, fetch }
  }

  const userOf = (email: string) => ({ id: email, email, name: email, emailVerified: true })

  async function openTabs() {
    const browser = createBrowser()
    const server = cookieServer()
    async function open() {
      const tab = browser.openTab()
      const client = createAuthClient({
        backend: betterAuth({ baseUrl: 'https://app.example/api/auth' }),
        fetch: server.fetch,
        page: tab.page,
      })
      await client.restore()
      while (tab.listeners() === 0) await new Promise((done) => setImmediate(done))
      return { ...tab, client }
    }
    return { server, first: await open(), second: await open() }
  }

  it('REL-41: know within a second who signs in, and who signs out, also without a connection', async () => {
    const { server, first, second } = await openTabs()
    await first.client.signIn(CREDENTIALS)
    for (const { client } of [first, second]) {
      await vi.waitFor(() => expect(client.getSession()).toMatchObject({ user: ADA }), SOON)
    }
    server.state.isDown = true
    await second.client.signOut()
    for (const { client } of [first, second]) {
      await vi.waitFor(() => expect(client.getSession()).toEqual({ status: 'signed_out' }), SOON)
    }
  })

  it('notice another user, and keep nothing of the one before', async () => {
    const { server, first, second } = await openTabs()
    await first.client.signIn(CREDENTIALS)
    await vi.waitFor(() => expect(second.client.getSession().status).toBe('signed_in'), SOON)
    const seen: string[] = []
    second.client.onSessionChange(() => seen.push(second.client.getSession().status))
    server.state.user = 'eve@example.com'
    second.hide()
    second.show()
    await vi.waitFor(() => expect(seen).toEqual(['signed_out', 'signed_in']))
    expect(second.client.getSession()).toMatchObject({ user: { email: 'eve@example.com' } })
  })

  it('SEC-42: notice when they are seen again that the session is over', async () => {
    const { server, first: tab } = await openTabs()
    await tab.client.signIn(CREDENTIALS)
    server.state.user = null
    tab.hide()
    tab.show()
    await vi.waitFor(() => expect(tab.client.getSession().status).toBe('signed_out'))
  })

  it('REL-11: stay signed in when the server cannot be reached', async () => {
    const { server, first: tab } = await openTabs()
    await tab.client.signIn(CREDENTIALS)
    server.state.isDown = true
    tab.hide()
    tab.show()
    await new Promise((done) => setTimeout(done, 50))
    expect(tab.client.getSession().status).toBe('signed_in')
  })

  it('have nothing to persist, and are told so', () => {
    const backend = betterAuth({ baseUrl: '/api/auth' })
    expect(() => createAuthClient({ backend, persistence: indexedDbSession() })).toThrow(
      /better-auth.*Leave persistence out/s,
    )
  })
})
