import { describe, expect, it, vi } from 'vitest'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)
const DOWN = [503, { code: 503, message: 'Service unavailable.' }] as const
const FINE = [200, { sessions: [] }] as const
const WRONG = [401, { code: 401, slug: 'invalid-credentials', message: 'x' }] as const

type Answer = readonly [number, object, Record<string, string>?]

/** A client in front of a server that gives these answers, the last one for ever. */
function scene(answers: readonly Answer[]) {
  let time = NOW
  const methods: string[] = []
  const client = createAuthClient({
    backend: edgebase({ baseUrl: 'https://auth.example' }),
    now: () => time,
    random: () => 0,
    fetch: async (_, init) => {
      const [status, body, headers] = answers[Math.min(methods.length, answers.length - 1)] ?? FINE
      methods.push(init?.method ?? 'GET')
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

  it('REL-25: gets at most a tenth more calls than its users make', async () => {
    const { list, signIn, methods, sleep } = scene([DOWN])
    for (let action = 0; action < 100; action += 1) {
      await (action % 2 === 0 ? list() : signIn())
      sleep(5_000)
    }
    expect(methods.length).toBeLessThanOrEqual(110)
  })
})
