import { expect, it } from 'vitest'
import { authSvcDialect, createFakeAuthServer } from '../../src/testing/index.js'

const ADA = { email: 'ada@example.com', password: 'correct horse' }

it('takes addresses of the page and its abort signals', async () => {
  const server = createFakeAuthServer({
    dialect: authSvcDialect(),
    accounts: [ADA],
    basePath: '/auth',
  })
  const signIn = (signal: AbortSignal) =>
    server.fetch('/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADA),
      signal,
    })
  const patience = new AbortController()
  expect((await signIn(patience.signal)).status).toBe(200)
  server.force('sign_in', 'timeout')
  const waiting = signIn(patience.signal)
  patience.abort(new DOMException('Enough', 'TimeoutError'))
  await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' })
})
