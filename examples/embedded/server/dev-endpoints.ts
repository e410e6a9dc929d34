import type { DemoBackend } from './demo-backend.js'

const AN_HOUR_MS = 60 * 60 * 1000

/** What only a demo may tell and do, under `/dev`. Never mount this on a real server. */
export function createDevEndpoints({ auth, mails, accounts, reset }: DemoBackend) {
  const routes = new Map<string, (request: Request) => unknown>([
    ['GET /dev/outbox', () => ({ mails: mails() })],
    ['GET /dev/accounts', accounts],
    ['GET /dev/offers', async () => ({ actions: null, providers: await providersOf(auth) })],
    ['POST /dev/age', ({ headers }) => makeOld(auth, headers)],
    ['POST /dev/reset', reset],
  ])
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const route = routes.get(`${request.method} ${pathname}`)
    const body = route ? await route(request) : { message: `No ${request.method} ${pathname}` }
    return Response.json(body, {
      status: route ? 200 : 404,
      headers: { 'cache-control': 'no-store' },
    })
  }
}

/** Ids of the providers one can sign in with. */
async function providersOf({ $context }: DemoBackend['auth']): Promise<string[]> {
  const { socialProviders } = await $context
  return socialProviders.map(({ id }) => id)
}

/** Puts the beginning of the caller's session back by an hour, so that nobody has to wait for it to be old. */
async function makeOld({ api, $context }: DemoBackend['auth'], headers: Headers) {
  const found = await api.getSession({ headers })
  if (!found) return { aged: 0 }
  const { internalAdapter } = await $context
  const createdAt = new Date(Date.now() - AN_HOUR_MS)
  await internalAdapter.updateSession(found.session.token, { createdAt })
  return { aged: 1 }
}
