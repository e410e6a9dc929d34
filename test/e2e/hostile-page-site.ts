import {
  createFakeAuthServer,
  edgebaseDialect,
  type FakeAuthServer,
} from '../../src/testing/index.js'
import { serveFakeAuth } from '../../src/testing/node.js'
import { TOTP_ACCOUNT } from '../client/five-backends.js'
import { buildPage } from './built-page.js'

export interface HostilePageSite {
  /** The site by its number, and by its name: two origins. */
  origin: string
  otherOrigin: string
  server: FakeAuthServer
  /** The app, with markup in its page in front of it. */
  address: (options?: { html?: string; frames?: string; kept?: '' }) => string
  /** A page that shows another in a frame. */
  framing: (address: string) => string
  close: () => Promise<void>
}

/** An app on an EdgeBase server, whose page takes markup from its address as no page should. */
export async function serveHostilePage(): Promise<HostilePageSite> {
  const scripts = await buildPage('test/e2e/hostile-page.tsx')
  const server = createFakeAuthServer({
    dialect: edgebaseDialect(),
    basePath: '/api',
    accounts: [TOTP_ACCOUNT],
  })

  async function respond(request: Request, init?: RequestInit): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname.startsWith('/api/')) return server.fetch(request, init)
    const script = scripts.get(pathname)
    if (script !== undefined) {
      return new Response(script, { headers: { 'content-type': 'text/javascript' } })
    }
    const page =
      pathname === '/framing'
        ? pageOf(`<iframe src="${escape(searchParams.get('of') ?? '')}"></iframe>`)
        : pageOf(
            `${searchParams.get('html') ?? ''}<main></main><script type="module" src="/page.js"></script>`,
          )
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  }

  const { origin, close } = await serveFakeAuth({
    fetch: (input, init) => respond(new Request(input), init),
  })
  const otherOrigin = origin.replace('127.0.0.1', 'localhost')
  return {
    origin,
    otherOrigin,
    server,
    address: (options = {}) => `${origin}/?${new URLSearchParams({ ...options })}`,
    framing: (address) => `${otherOrigin}/framing?${new URLSearchParams({ of: address })}`,
    close,
  }
}

function pageOf(body: string): string {
  return `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,">
<body>${body}</body></html>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
