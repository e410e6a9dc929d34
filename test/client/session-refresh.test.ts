import { describe, expect, it } from 'vitest'
import type { AuthClientOptions } from '../../src/client/create-auth-client.js'
import { CATALOGUE, type AuthCode } from '../../src/errors/catalogue.js'
import { connect, FIVE_BACKENDS, PASSWORD, ADA } from './five-backends.js'
import { A_WHILE, createTabs, CREDENTIALS, pathOf } from './tabs.js'

const PAIR = FIVE_BACKENDS[1]
if (!PAIR) throw new Error('auth-svc is missing.')
const AUTH_SVC = PAIR

async function signedIn(options: Partial<AuthClientOptions> = {}) {
  const scene = connect(AUTH_SVC, {}, { apiOrigins: ['https://auth.example'], ...options })
  await scene.client.signIn({ email: ADA.email, password: PASSWORD })
  const refreshes = () =>
    scene.server.requests.filter(({ operation }) => operation === 'refresh').length
  return { ...scene, refreshes, callApi: () => scene.client.perform('getUser', {}) }
}

describe('a refresh that has failed', () => {
  it('REL-13: is not tried again with the same token for a minute', async () => {
    const { server, callApi, refreshes } = await signedIn()
    server.force('api_call', { status: 401, code: 'TOKEN_EXPIRED' }, { times: Infinity })
    server.force('refresh', { status: 503 }, { times: Infinity })
    for (let times = 0; times < 5; times += 1) {
      expect((await callApi()).kind).toBe('server_error')
      server.clock.advance(11)
    }
    expect(refreshes()).toBe(1)
    // How much longer, chance decides: up to as long again.
    server.clock.advance(66)
    await callApi()
    expect(refreshes()).toBe(2)
  })

  it('REL-13: is tried at once with another token, and when the app asks for it', async () => {
    const { client, server, callApi, refreshes } = await signedIn()
    server.force('api_call', { status: 401, code: 'TOKEN_EXPIRED' }, { times: 2 })
    const mend = server.force('refresh', { status: 503 }, { times: Infinity })
    await callApi()
    expect((await client.refresh()).kind).toBe('server_error')
    expect(refreshes()).toBe(2)
    mend()
    await client.signIn({ email: ADA.email, password: PASSWORD })
    expect((await callApi()).kind).toBe('succeeded')
    expect(refreshes()).toBe(3)
  })

  it('REL-13: is tried at once when the network is back', async () => {
    const world = createTabs()
    const [tab] = await world.openSignedIn(1)
    world.server.clock.advance(A_WHILE)
    const mend = world.server.force('refresh', 'offline', { times: Infinity })
    expect((await tab.callApi())?.status).toBe(401)
    mend()
    expect((await tab.callApi())?.status).toBe(401)
    tab.goOnline()
    expect((await tab.callApi())?.status).toBe(200)
  })

  it('REL-12: leaves a token that is still good in use', async () => {
    const { client, server, callApi } = await signedIn()
    server.force('refresh', 'offline')
    expect(await client.refresh()).toMatchObject({ kind: 'network_error' })
    expect((await callApi()).kind).toBe('succeeded')
    expect(client.getSession().status).toBe('signed_in')
  })
})

describe('a caller of a refresh', () => {
  it('REL-45: may go away without the others losing the answer', async () => {
    const { client, refreshes } = await signedIn()
    const away = new AbortController()
    const [gone, stayed] = [client.refresh({ signal: away.signal }), client.refresh()]
    away.abort()
    expect(await gone).toMatchObject({ kind: 'cancelled' })
    expect(await stayed).toMatchObject({ kind: 'signed_in' })
    expect(refreshes()).toBe(1)
  })

  it('REL-04: waits no longer than any request, and hears of it when it is answered at last', async () => {
    let answer = () => undefined as void
    const { server } = connect(AUTH_SVC)
    const { client } = connect(
      AUTH_SVC,
      {},
      {
        deadlineMs: 20,
        now: server.clock.now,
        async fetch(input, init) {
          const response = await server.fetch(input, init)
          if (pathOf(input).endsWith('/refresh')) {
            await new Promise<void>((resolve) => {
              answer = resolve
            })
          }
          return response
        },
      },
    )
    await client.signIn({ email: ADA.email, password: PASSWORD })
    expect(await client.refresh()).toMatchObject({ kind: 'network_error', timeout: true })
    const later = client.refresh()
    answer()
    expect(await later).toMatchObject({ kind: 'signed_in' })
    expect(server.requests.filter(({ operation }) => operation === 'refresh')).toHaveLength(1)
  })
})

describe('what an app does when it is told', () => {
  it('REL-06: may be to ask again, from every callback, and is answered', async () => {
    const world = createTabs()
    const answers: Promise<unknown>[] = []
    const tab = world.open()
    tab.client.onSessionChange(() => answers.push(tab.client.refresh(), tab.callApi()))
    await tab.client.restore()
    await tab.client.signIn(CREDENTIALS)
    await tab.client.refresh()
    await tab.client.signOut()
    expect(answers.length).toBeGreaterThanOrEqual(4)
    await Promise.all(answers)
    expect(world.browser.locks()).toBe(0)
  })

  it('REL-06: never comes while other tabs wait for this one', async () => {
    const heldDuring: number[] = []
    const world = createTabs({
      client: { onEvent: () => void heldDuring.push(world.browser.locks()) },
    })
    const tabs = await world.openSignedIn(2)
    for (const { client } of tabs)
      client.onSessionChange(() => heldDuring.push(world.browser.locks()))
    world.server.force('refresh', { status: 401, message: 'Refresh token expired.' })
    await tabs[0]?.client.refresh()
    await tabs[0]?.client.signIn(CREDENTIALS)
    expect(heldDuring.length).toBeGreaterThan(3)
    expect(Math.max(...heldDuring)).toBe(0)
  })
})

describe('the answer to a refresh', () => {
  /** Only these say that there is no session any more. */
  const ENDS: readonly AuthCode[] = [
    'invalid_grant',
    'token_expired',
    'access_token_invalid',
    'session_expired',
    'session_revoked',
    'session_reuse_detected',
    'token_invalid',
  ]

  it.each(Object.keys(CATALOGUE) as AuthCode[])(
    'REL-11: ends the session or keeps it as it should when it is %s',
    async (code) => {
      const { backend } = AUTH_SVC
      const { client, server } = await signedIn({
        backend: { ...backend, codes: { WORD: code }, codesByOperation: {}, rules: [] },
      })
      server.force('refresh', { status: 401, code: 'WORD' }, { times: 2 })
      await client.refresh()
      expect(client.getSession().status).toBe(ENDS.includes(code) ? 'signed_out' : 'signed_in')
    },
  )

  it.each([408, 425, 429, 500, 502, 503, 504])(
    'REL-11: keeps the session at a bare %i',
    async (status) => {
      const { client, server } = await signedIn()
      server.force('refresh', { status })
      await client.refresh()
      expect(client.getSession().status).toBe('signed_in')
    },
  )

  it('REL-11: keeps the session behind a portal that answers everything with its own page', async () => {
    const page = () => new Response('<!doctype html><title>Wi-Fi</title>', { status: 200 })
    const { server } = connect(AUTH_SVC)
    const { client } = connect(
      AUTH_SVC,
      {},
      {
        fetch: async (input, init) =>
          pathOf(input).endsWith('/refresh') ? page() : server.fetch(input, init),
      },
    )
    await client.signIn({ email: ADA.email, password: PASSWORD })
    await client.refresh()
    expect(client.getSession().status).toBe('signed_in')
  })
})
