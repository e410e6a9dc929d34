import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { toNodeHandler } from 'better-auth/node'
import { genericOAuth } from 'better-auth/plugins'
import { buildPage, listen } from './built-page.js'
import { startOidcProvider, type OidcProvider } from './oidc-provider.js'

/** What the page has to know of its surroundings. */
export interface PageSettings {
  /** `intelliauth`: the page is the OAuth client itself. `better-auth`: its server is. */
  backend: 'better-auth' | 'intelliauth'
  issuer: string
}

export interface OAuthSite {
  origin: string
  /** Address of the app's first page, on one backend or the other. */
  address: (backend: PageSettings['backend']) => string
  provider: OidcProvider
  /** Has the provider's next answer arrive otherwise, or later. */
  interfere: (change: Interference) => void
  /** Somebody with a password at the app's own Better Auth. */
  addMember: (member: Member) => Promise<void>
  close: () => void
}

export interface Member {
  email: string
  password: string
  /** Has shown that the address is theirs. */
  verified: boolean
}

/** Gives the address at which a browser is to arrive that the provider has sent to another. */
export type Interference = (answer: URL) => URL | Promise<URL>

/** What Better Auth calls the provider. */
const PROVIDER = 'acme'
const CALLBACK = '/callback'
const STYLESHEETS = ['src/theme/tokens.css', 'src/theme/components.css']

/** An app with a page for every way back, its own Better Auth, and a real OpenID provider on another site. */
export async function serveOAuthSite(): Promise<OAuthSite> {
  const scripts = await buildPage('test/e2e/oauth-page.tsx', { development: true })
  const styles = (await Promise.all(STYLESHEETS.map((file) => readFile(file, 'utf8')))).join('\n')
  const server = createServer((request, response) => void answer(request, response))
  const origin = `http://localhost:${await listen(server)}`
  const clientSecret = randomBytes(32).toString('hex')
  const provider = await startOidcProvider({
    appOrigin: origin,
    clients: [
      {
        client_id: 'shop',
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${origin}${CALLBACK}`],
      },
      {
        client_id: 'shop-server',
        client_secret: clientSecret,
        redirect_uris: [`${origin}/api/auth/callback/${PROVIDER}`],
      },
    ],
  })
  let interference: Interference | null = null
  const auth = createAuth(origin, provider.issuer, clientSecret)
  const api = toNodeHandler(auth)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', origin)
    const { pathname } = address
    const change = address.searchParams.has('state') ? interference : null
    if (change) {
      interference = null
      const { href } = await change(address)
      response.writeHead(302, { location: href }).end()
      return
    }
    const script = scripts.get(pathname)
    if (pathname.startsWith('/api/auth/')) await api(request, response)
    else if (script !== undefined) send(response, 'text/javascript', script)
    else if (pathname === '/styles.css') send(response, 'text/css', styles)
    else {
      const backend = pathname.startsWith('/server') ? 'better-auth' : 'intelliauth'
      send(response, 'text/html; charset=utf-8', pageOf({ backend, issuer: provider.issuer }))
    }
  }

  return {
    origin,
    address: (backend) => `${origin}${backend === 'better-auth' ? '/server' : '/'}`,
    provider,
    interfere: (change) => {
      interference = change
    },
    async addMember({ email, password, verified }) {
      const { user } = await auth.api.signUpEmail({ body: { email, password, name: 'Ada' } })
      const { internalAdapter } = await auth.$context
      await internalAdapter.updateUser(user.id, { emailVerified: verified })
    },
    close() {
      provider.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

function createAuth(origin: string, issuer: string, clientSecret: string) {
  return betterAuth({
    baseURL: origin,
    secret: randomBytes(32).toString('hex'),
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true },
    // An answer whose state nobody knows says nothing of the page it should end at.
    onAPIError: { errorURL: `${origin}/server${CALLBACK}` },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: PROVIDER,
            clientId: 'shop-server',
            clientSecret,
            discoveryUrl: `${issuer}/.well-known/openid-configuration`,
            pkce: true,
            scopes: ['openid', 'profile', 'email'],
          },
        ],
      }),
    ],
  })
}

function send(response: ServerResponse, type: string, body: string): void {
  response.setHeader('content-type', type).end(body)
}

function pageOf(settings: PageSettings): string {
  return `<!doctype html><html lang="en"><title>Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/styles.css">
<main></main><script type="application/json">${JSON.stringify(settings)}</script>
<script type="module" src="/page.js"></script></html>`
}
