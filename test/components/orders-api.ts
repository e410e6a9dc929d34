import type { FakeAuthServer } from '../../src/testing/index.js'

const CHALLENGE = Response.json(
  { message: 'Sign in again' },
  {
    status: 401,
    headers: {
      'www-authenticate': 'Bearer error="insufficient_user_authentication", max_age="60"',
    },
  },
)

/**
 * An API of an app, beside its auth server: it takes orders from those who have signed in within a minute.
 *
 * @param refusal what it answers to the others; default: the challenge of RFC 9470 3
 */
export function createOrdersApi(server: FakeAuthServer, refusal = CHALLENGE) {
  const placed: string[] = []
  const refused: string[] = []

  async function order(request: Request): Promise<Response> {
    const what = await request.text()
    const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
    const { iat } = JSON.parse(atob(token?.split('.')[1] ?? '') || '{}') as { iat?: number }
    if (iat === undefined || server.clock.now() / 1000 - iat > 60) {
      refused.push(what)
      return refusal.clone()
    }
    placed.push(what)
    return Response.json({ placed: what })
  }

  return {
    placed,
    refused,
    /** Goes to the orders or to the auth server. */
    fetch: (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
      const address = input instanceof Request ? input.url : String(input)
      if (new URL(address).pathname !== '/orders') return server.fetch(input, init)
      // jsdom's signals are none of Node's.
      const { signal: _, ...rest } = init
      return order(new Request(input, rest))
    },
  }
}
