import { describe, expect, it, vi } from 'vitest'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)
const DOWN = [503, { code: 503, message: 'Service unavailable.' }] as const
const FINE = [200, { sessions: [] }] as const
const WRONG = [401, { code: 401, slug: 'invalid-credentials', message: 'x' }] as const

/** A request that never got through, as `fetch` tells it. */
const UNREACHED = 'unreached'

type Answer = readonly [number, object, Record<string, string>?] | typeof UNREACHED

/** A client in front of a server that gives these answers, the last one for ever. */
function scene(answers: readonly Answer[]) {
  let time = NOW
  const methods: string[] = []
  const client = createAuthClient({
    backend: edgebase({ baseUrl: 'https://auth.example' }),
    now: () => time,
    random: () => 0,
    fetch: async (_, init) => {
      const answer = answers[Math.min(methods.length, answers.length - 1)] ?? FINE
      methods.push(init?.method ?? 'GET')
      if (answer === UNREACHED) throw new TypeError('Failed to fetch')
      const [status, body, headers] = answer
      return Response.json(body, { status, ...(headers ? { headers } : {}) })
    },
  })
  const signIn = () => client.signIn({ email: 'ada@example.com', password: 'wrong' })
  const list = () => client.perform('listSessions', {})
  return { client, methods, signIn, list, sleep: (ms: number) => (time += ms) }
}

describe('a call that only reads', () => {
  it('REL-25: is sent again after a failure that may pass, twice at most', async () => {
    const passing = scene([DOWN, FINE])
    expect(await passing.list()).toMatchObject({ kind: 'succeeded' })
    expect(passing.methods).toHaveLength(2)

    const lasting = scene([DOWN])
    expect(await lasting.list()).toMatchObject({ kind: 'server_error' })
    expect(lasting.methods).toHaveLength(3)
  })

  it('REL-24: is not sent before the time that the server named, and not by itself when that is far off', async () => {
    const { list, methods } = scene([[503, DOWN[1], { 'retry-after': '30' }], FINE])
    expect(await list()).toMatchObject({ kind: 'server_error', retryAfterSeconds: 30 })
    expect(methods).toHaveLength(1)
  })

  it.each([
    ['an answer that settles it', WRONG],
    ['a rate limit', [429, { code: 429, slug: 'rate-limited', message: 'x' }]],
  ] as const)('is not sent again after %s', async (_, answer) => {
    const { list, methods } = scene([answer])
    await list()
    // Once more at most, where the answer has cost a refresh.
    expect(methods.filter((method) => method === 'GET').length).toBeLessThanOrEqual(2)
  })

  it('is not sent again when a whole deadline has passed already', async () => {
    let sent = 0
    const client = createAuthClient({
      backend: edgebase({ baseUrl: 'https://auth.example' }),
      deadlineMs: 10,
      random: () => 0,
      fetch: (_, init) => {
        sent += 1
        return new Promise((__, reject) =>
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
        )
      },
    })
    const state = await client.perform('listSessions', {})
    expect(state).toMatchObject({ kind: 'network_error', timeout: true })
    expect(sent).toBe(1)
  })

  it('REL-36: is let go in the moment of its answer', async () => {
    const abort = new AbortController()
    const client = createAuthClient({
      backend: edgebase({ baseUrl: 'https://auth.example' }),
      random: () => 0,
      fetch: async () => {
        abort.abort()
        return Response.json(DOWN[1], { status: 503, headers: { 'retry-after': '2' } })
      },
    })
    const listing = client.perform('listSessions', {}, { signal: abort.signal })
    expect(await listing).toMatchObject({ kind: 'server_error' })
  })

  it('REL-36: is let go while it waits', async () => {
    vi.useFakeTimers()
    const { client, methods } = scene([[503, DOWN[1], { 'retry-after': '2' }], FINE])
    const abort = new AbortController()
    const listing = client.perform('listSessions', {}, { signal: abort.signal })
    await vi.advanceTimersByTimeAsync(100)
    abort.abort()
    expect(await listing).toMatchObject({ kind: 'server_error' })
    const other = client.perform('listSessions', {})
    await vi.advanceTimersByTimeAsync(100)
    client.dispose()
    expect((await other).kind).toBe('succeeded')
    expect(methods).toHaveLength(2)
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })
})

describe('a submission', () => {
  it('SEC-40, REL-25: is sent once, whatever comes', async () => {
    for (const answer of [DOWN, [500, {}], [502, {}], [429, {}]] as const) {
      const { signIn, methods } = scene([answer])
      await signIn()
      expect(methods).toEqual(['POST'])
    }
  })
})

describe('a server that is down', () => {
  it('REL-26: is left alone by what only reads, and the UI is told until when', async () => {
    const { client, list, methods } = scene([DOWN])
    const told = vi.fn<() => void>()
    client.onOutageChange(told)
    await list()
    await list()
    const sent = methods.length
    expect(client.getOutage()).toEqual({ since: NOW, nextTryAt: NOW + 10_000 })
    expect(await list()).toMatchObject({ kind: 'server_error', until: NOW + 10_000 })
    expect(methods).toHaveLength(sent)
    expect(told).toHaveBeenCalledOnce()
  })

  it('REL-26: is asked by its users all the same, and the first answer ends the outage', async () => {
    const { client, list, signIn, methods } = scene([DOWN, DOWN, DOWN, DOWN, DOWN, DOWN, WRONG])
    await list()
    await list()
    expect(client.getOutage()).not.toBeNull()
    while (methods.length < 6) await signIn()
    expect(client.getOutage()).not.toBeNull()
    expect(await signIn()).toMatchObject({ kind: 'invalid_credentials' })
    expect(client.getOutage()).toBeNull()
  })

  it('REL-26: gets one probe when the pause is over', async () => {
    const { client, list, methods, sleep } = scene([DOWN, DOWN, DOWN, DOWN, DOWN, FINE])
    await list()
    await list()
    sleep(10_000)
    const sent = methods.length
    expect(await list()).toMatchObject({ kind: 'succeeded' })
    expect(methods).toHaveLength(sent + 1)
    expect(client.getOutage()).toBeNull()
  })

  it('REL-26: is known by calls that do not get through as well', async () => {
    const { client, signIn } = scene([UNREACHED])
    for (let call = 0; call < 5; call += 1) {
      expect(client.getOutage()).toBeNull()
      expect(await signIn()).toMatchObject({ kind: 'network_error' })
    }
    expect(client.getOutage()).not.toBeNull()
  })

  it('is not known by a device that is offline, nor by calls that were let go', async () => {
    const { client, signIn, methods } = scene([UNREACHED])
    vi.stubGlobal('navigator', { onLine: false })
    for (let call = 0; call < 9; call += 1) {
      expect(await signIn()).toMatchObject({ kind: 'network_error', offline: true })
    }
    const sent = methods.length
    for (let call = 0; call < 9; call += 1) {
      const signal = AbortSignal.abort()
      await client.perform('listSessions', {}, { signal })
    }
    expect(methods).toHaveLength(sent)
    expect(client.getOutage()).toBeNull()
  })

  it('is not back because a call was let go, the device went offline or the browser went elsewhere', async () => {
    const { client, list, signIn, methods } = scene([DOWN, DOWN, DOWN, DOWN, DOWN, UNREACHED])
    await list()
    await list()
    const outage = client.getOutage()
    expect(outage).not.toBeNull()
    await client.perform(
      'signIn',
      { email: 'ada@example.com', password: 'x' },
      {
        signal: AbortSignal.abort(),
      },
    )
    vi.stubGlobal('navigator', { onLine: false })
    while (methods.length < 6) await signIn()
    const start = { provider: 'google', redirectUrl: 'https://app.example/callback' }
    expect(await client.perform('startOAuth', start)).toMatchObject({ kind: 'succeeded' })
    expect(client.getOutage()).toBe(outage)
  })

  it('REL-25: gets at most a tenth more calls than its users make', async () => {
    const { list, signIn, methods, sleep } = scene([DOWN])
    for (let action = 0; action < 100; action += 1) {
      await (action % 2 === 0 ? list() : signIn())
      sleep(5_000)
    }
    expect(methods.length).toBeLessThanOrEqual(110)
  })
})
