import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DemoBackend } from './demo-backend.js'

/** What only a demo may tell: mails, passwords and secrets, under `/dev`. Never mount this on a real server. */
export function createDevEndpoints({ mails, accounts, reset }: DemoBackend) {
  const routes = new Map<string, () => unknown>([
    ['GET /dev/outbox', () => ({ mails: mails() })],
    ['GET /dev/accounts', accounts],
    ['POST /dev/reset', reset],
  ])
  return async (request: IncomingMessage, response: ServerResponse) => {
    const [path] = (request.url ?? '').split('?')
    const route = routes.get(`${request.method} ${path}`)
    const body = route ? await route() : { message: `No ${request.method} ${path}` }
    response.writeHead(route ? 200 : 404, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end(JSON.stringify(body))
  }
}
