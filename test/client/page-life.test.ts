import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { createBrowser } from './browser.js'
import { A_WHILE, createTabs, CREDENTIALS, EVE, inStep, passes } from './tabs.js'

const SIGNED_OUT = { status: 'signed_out' }

describe('a page that is put away and comes back', () => {
  it('REL-18: shows nothing of a session that has ended meanwhile, not even at first', async () => {
    const world = createTabs()
    const [away, other] = await world.openSignedIn(2)
    away.putAway()
    await other.client.signOut()
    await new Promise((done) => setTimeout(done, 20))
    away.bringBack()
    // Before anything else has had a chance to run.
    expect(away.client.getSession()).toEqual({ status: 'unknown' })
    await vi.waitFor(() => expect(away.client.getSession()).toEqual(SIGNED_OUT))
  })

  it('REL-18: shows nothing of one user to the next', async () => {
    const world = createTabs()
    const [away, other] = await world.openSignedIn(2)
    away.putAway()
    await other.client.signIn({ ...CREDENTIALS, email: EVE.email })
    await new Promise((done) => setTimeout(done, 20))
    away.bringBack()
    expect(away.client.getSession()).toEqual({ status: 'unknown' })
    await vi.waitFor(() =>
      expect(away.client.getSession()).toMatchObject({ user: { email: EVE.email } }),
    )
  })

  it('is as it was where nothing has changed, and has the tokens that others fetched', async () => {
    const world = createTabs()
    const [away, other] = await world.openSignedIn(2)
    const session = away.client.getSession()
    let changes = 0
    away.client.onSessionChange(() => (changes += 1))
    away.putAway()
    await other.client.refresh()
    world.server.clock.advance(10 * 60)
    away.bringBack()
    await new Promise((done) => setTimeout(done, 20))
    expect(away.client.getSession()).toBe(session)
    expect(changes).toBe(0)
    world.server.clock.advance(A_WHILE - 10 * 60)
    await other.callApi()
    expect((await away.callApi())?.status).toBe(200)
    expect(world.refreshes()).toEqual({ asked: 2, refused: 0 })
  })

  it('hears the other tabs again', async () => {
    const world = createTabs()
    const [away, other] = await world.openSignedIn(2)
    const listening = world.browser.channels()
    away.putAway()
    // A channel would keep it from being put away at all.
    expect(world.browser.channels()).toBe(listening - 1)
    away.bringBack()
    await other.client.signOut()
    await vi.waitFor(() => expect(away.client.getSession()).toEqual(SIGNED_OUT))
  })

  it('REL-17: is not kept from it by the kit', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    for (const path of files.filter((name) => /\.tsx?$/.test(name))) {
      expect(readFileSync(join('src', path), 'utf8'), path).not.toMatch(/['"](before)?unload['"]/)
    }
  })
})

describe('a user who is quicker than the page', () => {
  it('SEC-42: is signed out at the server as well, before it is known that somebody was signed in', async () => {
    const world = createTabs()
    await world.openSignedIn(1)
    const tab = world.open()
    await tab.client.signOut()
    expect(tab.client.getSession()).toEqual(SIGNED_OUT)
    const outs = world.server.requests.filter(({ operation }) => operation === 'sign_out')
    expect(outs.map(({ status }) => status)).toEqual([200])
    expect((await world.openRestored()).client.getSession()).toEqual(SIGNED_OUT)
  })

  it('has calls wait for the session that is being read', async () => {
    const world = createTabs()
    await world.openSignedIn(1)
    const tab = world.open()
    expect((await tab.callApi()).status).toBe(200)
    expect(await world.open().client.perform('getUser', {})).toMatchObject({ kind: 'succeeded' })
    expect(await world.open().client.refresh()).toMatchObject({ kind: 'signed_in' })
  })
})

describe('a page that is seen again', () => {
  function cookiePage() {
    const tab = createBrowser().openTab()
    let asked = 0
    const client = createAuthClient({
      backend: betterAuth({ baseUrl: 'https://app.example/api/auth' }),
      fetch: async () => {
        asked += 1
        return Response.json(null)
      },
      page: tab.page,
    })
    return { ...tab, client, asked: () => asked }
  }

  it('REL-42: asks once, however many events tell of it', async () => {
    const page = cookiePage()
    await page.client.restore()
    while (page.listeners() === 0) await new Promise((done) => setImmediate(done))
    for (let times = 0; times < 5; times += 1) {
      page.hide()
      page.show()
      page.goOnline()
    }
    await new Promise((done) => setTimeout(done, 50))
    expect(page.asked()).toBe(2)
  })

  it('REL-42: does not ask while nobody sees it', async () => {
    const page = cookiePage()
    await page.client.restore()
    while (page.listeners() === 0) await new Promise((done) => setImmediate(done))
    page.hide()
    page.goOnline()
    await new Promise((done) => setTimeout(done, 50))
    expect(page.asked()).toBe(1)
  })
})

describe('a page that is open for long', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

  async function openForLong(locks: boolean) {
    const world = createTabs({ browser: { locks }, server: { latency: 0 } })
    const opening = world.openSignedIn(3)
    await passes(100)
    const tabs = await opening
    world.server.clock.advance(14 * 60)
    return { world, tabs }
  }

  it('renews its session in good time, one tab for all', async () => {
    const { world } = await openForLong(true)
    await passes(35_000)
    expect(world.refreshes()).toEqual({ asked: 1, refused: 0 })
  })

  it('REL-15: leaves it to the tab in use where there are no locks', async () => {
    const { world, tabs } = await openForLong(false)
    for (const tab of tabs) tab.lookAway()
    await passes(65_000)
    expect(world.refreshes().asked).toBe(0)
  })

  it('leaves it to a tab that somebody sees, and makes up for it when it is seen', async () => {
    const { world, tabs } = await openForLong(true)
    for (const tab of tabs) tab.hide()
    await passes(65_000)
    expect(world.refreshes().asked).toBe(0)
    tabs[1]?.show()
    await passes(2500)
    expect(world.refreshes()).toEqual({ asked: 1, refused: 0 })
  })
})

describe('a client that is done with', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

  it('REL-43: leaves nothing behind after a thousand lives', async () => {
    const world = createTabs({ server: { latency: 0, signInLimit: null } })
    for (let life = 0; life < 1000; life += 1) {
      const tab = await world.openRestored()
      await tab.client.signIn(CREDENTIALS)
      await tab.client.signOut()
      tab.client.dispose()
      tab.client.dispose()
      expect(tab.listeners()).toBe(0)
      tab.kill()
    }
    await vi.advanceTimersByTimeAsync(20)
    expect(world.browser.channels()).toBe(0)
    expect(world.browser.locks()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('REL-34, REL-43: lives again when it is mounted again, as StrictMode does it', async () => {
    const world = createTabs({ server: { latency: 0 } })
    const [other] = await world.openSignedIn(1)
    const tab = world.open()
    void tab.client.restore()
    tab.client.dispose()
    await tab.client.restore()
    await inStep(tab)
    expect(tab.client.getSession().status).toBe('signed_in')
    await other.client.signOut()
    await vi.advanceTimersByTimeAsync(20)
    await vi.waitFor(() => expect(tab.client.getSession()).toEqual(SIGNED_OUT))
    const listeners = tab.listeners()
    tab.client.dispose()
    expect(tab.listeners()).toBe(0)
    await tab.client.restore()
    await inStep(tab)
    expect(tab.listeners()).toBe(listeners)
  })

  it('REL-43: finishes the refresh it has begun, so that its token is not lost', async () => {
    vi.useRealTimers()
    const world = createTabs()
    const [tab] = await world.openSignedIn(1)
    const { reached, release } = world.holdRefresh()
    const refreshing = tab.client.refresh()
    await reached
    tab.client.dispose()
    release()
    expect(await refreshing).toMatchObject({ kind: 'signed_in' })
    const next = await world.openRestored()
    world.server.clock.advance(A_WHILE)
    expect((await next.callApi()).status).toBe(200)
    expect(world.refreshes()).toEqual({ asked: 2, refused: 0 })
  })
})
