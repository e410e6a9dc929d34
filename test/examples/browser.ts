import type { Backend } from '../../src/backends/backend.js'
import type { AuthClient } from '../../src/client/auth-client.js'
import type { AuthEvent } from '../../src/client/auth-event.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'

export interface Browser {
  client: AuthClient
  /** The kinds of state its client has met, oldest first. */
  met: string[]
}

/** A client in a browser of its own at the demo's origin, which keeps its cookies. */
export function openBrowser(origin: string, backend: Backend, userAgent = 'Browser'): Browser {
  const cookies = new Map<string, string>()
  const met: string[] = []
  const client = createAuthClient({
    backend: { ...backend, baseUrl: new URL(backend.baseUrl, origin).href },
    apiOrigins: [origin],
    onEvent: (event: AuthEvent) => {
      if ('kind' in event) met.push(event.kind)
    },
    async fetch(input, init = {}) {
      const headers = new Headers(init.headers)
      headers.set('origin', origin)
      headers.set('user-agent', userAgent)
      headers.set('cookie', Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; '))
      const response = await fetch(input, { ...init, headers })
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        cookies.set(name, value)
      }
      return response
    },
  })
  return { client, met }
}
