import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { altchaServer } from '../captcha/altcha-server.js'
import { STAND_IN } from '../captcha/stand-in.js'
import { buildPage, listen } from './built-page.js'

export interface CaptchaSite {
  /** Address of the page; what follows `policy` replaces or adds a directive of its strict policy. */
  address: (options: {
    captcha: 'altcha' | 'turnstile'
    html?: string
    nonce?: string
    policy?: Record<string, string>
  }) => string
  accepts: (token: string) => Promise<boolean>
  close: () => void
}

const STRICT = {
  'default-src': "'none'",
  'script-src': "'self'",
  'connect-src': "'self'",
  'img-src': 'data:',
  'base-uri': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'gatewright-captcha',
}

/** A site with a strict policy whose one page shows a captcha; the vendor's script and the challenges are its own. */
export async function serveCaptchaSite(): Promise<CaptchaSite> {
  const scripts = await buildPage('test/e2e/captcha-page.ts')
  const judge = altchaServer()
  const server = createServer((request, response) => void answer(request, response))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const script = pathname === '/vendor/turnstile.js' ? STAND_IN : scripts.get(pathname)
    if (script !== undefined) {
      response.setHeader('content-type', 'text/javascript').end(script)
    } else if (pathname === '/altcha') {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(await judge.challenge({ cost: 1000, counter: 50 })))
    } else if (pathname === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader('content-security-policy', searchParams.get('csp') ?? '')
      response.end(pageOf(searchParams.get('html') ?? '', searchParams.get('nonce')))
    } else {
      response.writeHead(404).end()
    }
  }

  const origin = `http://127.0.0.1:${await listen(server)}`
  return {
    address({ policy, ...query }) {
      const csp = Object.entries({ ...STRICT, ...policy })
        .map((directive) => directive.join(' '))
        .join('; ')
      return `${origin}/?${new URLSearchParams({ ...query, csp })}`
    },
    accepts: (token) => judge.accepts(token),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function pageOf(html: string, nonce: string | null): string {
  const mark = nonce === null ? '' : ` nonce="${nonce}"`
  return `<!doctype html><html lang="en"><title>Captcha</title><link rel="icon" href="data:,">${html}
<main></main><ol></ol><script type="module" src="/page.js"${mark}></script></html>`
}
