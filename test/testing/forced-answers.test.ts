import { describe, expect, it } from 'vitest'
import {
  authSvcDialect,
  createFakeAuthServer,
  edgebaseDialect,
  type FakeAuthServerOptions,
} from '../../src/testing/index.js'
import { post, send } from './post.js'

const ADA = { email: 'ada@example.com', password: 'correct horse' }

function serverWith(options: Partial<FakeAuthServerOptions> = {}) {
  return createFakeAuthServer({ dialect: authSvcDialect(), accounts: [ADA], ...options })
}

describe('forced answers', () => {
  it('come once, in the envelope of the dialect, then the server speaks for itself again', async () => {
    const server = serverWith()
    server.force('sign_in', {
      status: 429,
      code: 'MAX_SESSIONS_REACHED',
      message: 'Maximum concurrent sessions reached',
      headers: { 'x-request-id': 'abc' },
    })
    const forced = await post(server, '/login', ADA)
    expect(forced.status).toBe(429)
    expect(forced.headers.get('x-request-id')).toBe('abc')
    expect(forced.body).toMatchObject({
      data: null,
      error: { code: 'MAX_SESSIONS_REACHED', message: 'Maximum concurrent sessions reached' },
      meta: { timestamp: '2026-01-05T09:00:00.000Z' },
    })
    expect((await post(server, '/login', ADA)).status).toBe(200)
  })

  it('come as often as told, for their operation alone, until they are lifted', async () => {
    const server = serverWith()
    const lift = server.force('sign_in', { status: 503 }, { times: Number.POSITIVE_INFINITY })
    for (let n = 0; n < 3; n += 1) expect((await post(server, '/login', ADA)).status).toBe(503)
    expect((await post(server, '/password/forgot', { email: ADA.email })).status).toBe(200)
    lift()
    expect((await post(server, '/login', ADA)).status).toBe(200)
  })

  it('come in the order they were set', async () => {
    const server = serverWith()
    server.force('sign_in', { status: 500 })
    server.force('sign_in', { status: 502 })
    expect((await post(server, '/login', ADA)).status).toBe(500)
    expect((await post(server, '/login', ADA)).status).toBe(502)
  })

  it('may be anything at all', async () => {
    const server = serverWith({ dialect: edgebaseDialect() })
    server.force('sign_in', { status: 200, body: '<h1>Log in to the café Wi-Fi</h1>' })
    const portal = await post(server, '/auth/signin', ADA)
    expect([portal.status, portal.body]).toEqual([200, '<h1>Log in to the café Wi-Fi</h1>'])
    server.force('sign_in', { status: 418, body: { code: {} } })
    expect((await post(server, '/auth/signin', ADA)).body).toEqual({ code: {} })
  })

  it('may be no answer: offline fails at once, a timeout waits for the abort', async () => {
    const server = serverWith()
    server.force('sign_in', 'offline')
    await expect(post(server, '/login', ADA)).rejects.toBeInstanceOf(TypeError)
    server.force('sign_in', 'timeout')
    const patience = new AbortController()
    const waiting = server.fetch('/login', { method: 'POST', signal: patience.signal })
    patience.abort(new DOMException('Enough', 'TimeoutError'))
    await expect(waiting).rejects.toThrow('Enough')
    expect(server.requests.map(({ status }) => status)).toEqual([null, null])
  })

  it('are refused for an operation that does not exist', () => {
    // @ts-expect-error: no operation of this name.
    expect(() => serverWith().force('login', { status: 500 })).toThrow(
      /Gatewright: force\("login"\) names no operation. Use one of: sign_in, sign_up/,
    )
  })
})

describe('the request log', () => {
  it('tells what was asked and holds no secret', async () => {
    const server = serverWith()
    await post(server, '/login', ADA)
    await send(server, 'GET', '/verify?token=secret-token')
    expect(server.requests).toEqual([
      { operation: 'sign_in', method: 'POST', path: '/login', status: 200 },
      { operation: null, method: 'GET', path: '/verify', status: 404 },
    ])
    expect(JSON.stringify(server.requests)).not.toMatch(/secret-token|correct horse|ada@/)
  })
})

describe('one server', () => {
  it('shares nothing with another', async () => {
    const [one, other] = [serverWith({ lockout: { failures: 1, seconds: 60 } }), serverWith()]
    await post(one, '/login', { ...ADA, password: 'wrong' })
    one.clock.advance(5)
    expect((await post(other, '/login', ADA)).status).toBe(200)
    expect(other.requests).toHaveLength(1)
    expect(other.clock.now()).toBe(one.clock.now() - 5000)
  })

  it('gives the same answers in every run', async () => {
    const run = async () => {
      const server = serverWith()
      return [(await post(server, '/login', ADA)).body, (await post(server, '/login', {})).body]
    }
    expect(await run()).toEqual(await run())
  })

  it('answers below its base path, with or without the address of the backend itself', async () => {
    const server = serverWith({ basePath: '/bff/' })
    expect((await post(server, '/bff/login', ADA)).status).toBe(200)
    expect((await post(server, '/bff/auth/v1/login', ADA)).status).toBe(200)
    expect((await post(server, '/login', ADA)).status).toBe(404)
    expect((await post(server, '/bffed/login', ADA)).status).toBe(404)
  })

  it('takes a body that is no JSON, or none of an object, for a bad request', async () => {
    const server = serverWith()
    const broken = await server.fetch('/login', { method: 'POST', body: '{"email":' })
    expect(broken.status).toBe(400)
    for (const body of [[1], 'text', null, { email: {}, password: 7 }]) {
      expect((await post(server, '/login', body)).status).toBe(400)
    }
  })

  it('waits before it answers, unless the request is given up', async () => {
    const server = serverWith({ latency: 60_000 })
    const impatient = AbortSignal.abort(new DOMException('Gone', 'AbortError'))
    const request = server.fetch('/login', { method: 'POST', signal: impatient })
    await expect(request).rejects.toThrow('Gone')
    expect(server.requests).toEqual([])
    expect((await post(serverWith({ latency: 1 }), '/login', ADA)).status).toBe(200)
  })

  it('can follow real time from any instant', () => {
    const fixed = serverWith({ clock: { startsAt: 1000 } })
    expect(fixed.clock.now()).toBe(1000)
    const before = Date.now()
    const real = serverWith({ clock: { followsRealTime: true } })
    real.clock.advance(60)
    expect(real.clock.now()).toBeGreaterThanOrEqual(before + 60_000)
    expect(() => real.clock.advance(-1)).toThrow(/Gatewright: clock.advance\(-1\)/)
  })

  it('says what is missing', () => {
    // @ts-expect-error: a server without a dialect.
    expect(() => createFakeAuthServer({})).toThrow(
      /Gatewright: createFakeAuthServer.*needs a dialect/,
    )
    expect(() => serverWith().currentCode('ada@example.com')).toThrow(/has no authenticator app/)
    expect(() => serverWith().endSessions('eve@example.com')).toThrow(/has no account eve@example/)
  })
})
