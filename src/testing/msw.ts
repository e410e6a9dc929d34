import { http, HttpResponse, type HttpHandler } from 'msw'
import type { FakeAuthServer } from './fake-auth-server/create-fake-auth-server.js'

/**
 * MSW 2 handlers that let a fake auth server answer every request below `baseUrl`, which is the `baseUrl` the
 * backend was given: an address or a path on the page's own origin.
 */
export function authHandlers(
  server: Pick<FakeAuthServer, 'fetch'>,
  baseUrl: string,
): HttpHandler[] {
  return [
    http.all(`${baseUrl.replace(/\/+$/, '')}/*`, async ({ request }) => {
      try {
        return await server.fetch(request)
      } catch {
        // Whatever a platform's fetch rejects with arrives as a network error.
        return HttpResponse.error()
      }
    }),
  ]
}
