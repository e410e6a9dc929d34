import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createFakeAuthServer, edgebaseDialect } from '../../src/testing/index.js'
import { authHandlers } from '../../src/testing/msw.js'

const ADA = { email: 'ada@example.com', password: 'correct horse' }
const BASE = 'https://auth.example.com/api'

describe('MSW handlers', () => {
  const network = setupServer()
  beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
  afterEach(() => network.resetHandlers())
  afterAll(() => network.close())

  const signIn = (address: string) =>
    fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADA),
    })

  function listen(baseUrl: string) {
    const server = createFakeAuthServer({
      dialect: edgebaseDialect(),
      accounts: [ADA],
      basePath: new URL(baseUrl).pathname,
    })
    network.use(...authHandlers(server, baseUrl))
    return server
  }

  it('let the fake server answer every request below the base address', async () => {
    const server = listen(`${BASE}/`)
    const answer = await signIn(`${BASE}/auth/signin`)
    expect(await answer.json()).toMatchObject({ user: { email: ADA.email } })
    expect(server.requests).toEqual([
      { operation: 'sign_in', method: 'POST', path: '/api/auth/signin', status: 200 },
    ])
  })

  it('turn a forced fault into a network error', async () => {
    const server = listen(BASE)
    server.force('sign_in', 'offline')
    await expect(signIn(`${BASE}/auth/signin`)).rejects.toBeInstanceOf(TypeError)
  })
})
