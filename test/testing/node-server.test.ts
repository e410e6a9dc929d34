import { afterEach, describe, expect, it } from 'vitest'
import { authSvcDialect, createFakeAuthServer } from '../../src/testing/index.js'
import { serveFakeAuth, type ServedFakeAuth } from '../../src/testing/node.js'

const ADA = { email: 'ada@example.com', password: 'correct horse' }

describe('a fake server behind a socket', () => {
  let served: ServedFakeAuth | null = null
  afterEach(async () => {
    await served?.close()
    served = null
  })

  const login = (origin: string, init: RequestInit = {}) =>
    fetch(`${origin}/auth/v1/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADA),
      ...init,
    })

  it('answers real requests, waits named in headers included', async () => {
    const server = createFakeAuthServer({
      dialect: authSvcDialect(),
      accounts: [ADA],
      signInLimit: { max: 1, perSeconds: 60 },
    })
    served = await serveFakeAuth(server)
    expect(served.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const answer = await login(served.origin)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ data: { user: { email: ADA.email } } })
    expect((await login(served.origin)).headers.get('retry-after')).toBe('60')
  })

  it('drops the connection when it plays offline, and leaves a time-out to the caller', async () => {
    const server = createFakeAuthServer({ dialect: authSvcDialect(), accounts: [ADA] })
    served = await serveFakeAuth(server)
    server.force('sign_in', 'offline')
    await expect(login(served.origin)).rejects.toBeInstanceOf(TypeError)
    server.force('sign_in', 'timeout')
    await expect(login(served.origin, { signal: AbortSignal.timeout(50) })).rejects.toThrow(
      /timeout/,
    )
  })

  it('lets only the named origins read its answers', async () => {
    const page = 'http://localhost:5173'
    const server = createFakeAuthServer({ dialect: authSvcDialect(), accounts: [ADA] })
    served = await serveFakeAuth(server, { allowedOrigins: [page] })
    const allowed = await login(served.origin, { headers: { origin: page } })
    expect(allowed.headers.get('access-control-allow-origin')).toBe(page)
    const foreign = await login(served.origin, { headers: { origin: 'http://evil.test' } })
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
  })
})
