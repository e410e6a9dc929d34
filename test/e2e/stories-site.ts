import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { STAND_IN } from '../captcha/stand-in.js'
import { buildPage, listen } from './built-page.js'

export interface StoriesSite {
  origin: string
  /** Keeps markup, for the page at `/served`: by the name of what it shows. */
  serve: (markup: ReadonlyMap<string, string>) => void
  close: () => void
}

/** Under which nothing runs, shows or is asked for but what the site itself has, and no text becomes a script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
]

/**
 * Every story on one page. At `/` no Trusted Types policy may be made at all, at `/captcha` the kit's one for a
 * captcha's script; `/worker` has no policy, so that the stand-in for the network can be installed.
 */
export async function serveStories(): Promise<StoriesSite> {
  const scripts = await buildPage('test/e2e/stories-page.tsx', { development: true })
  const worker = readFileSync('.storybook/public/mockServiceWorker.js', 'utf8')
  const styles = ['src/theme/tokens.css', 'src/theme/components.css']
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  let served = ''

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const script = pathname === '/mockServiceWorker.js' ? worker : scripts.get(pathname)
    if (script !== undefined) {
      response.setHeader('content-type', 'text/javascript').end(script)
    } else if (pathname.startsWith('/vendor/')) {
      response.setHeader('content-type', 'text/javascript').end(STAND_IN)
    } else if (pathname === '/styles.css') {
      response.setHeader('content-type', 'text/css').end(styles)
    } else if (pathname === '/worker') {
      response.setHeader('content-type', 'text/html').end(pageOf('', ''))
    } else if (['/', '/captcha', '/served'].includes(pathname)) {
      const policies = pathname === '/captcha' ? 'gatewright-captcha' : "'none'"
      const policy = [...POLICY, `trusted-types ${policies}`].join('; ')
      response.setHeader('content-security-policy', policy)
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(pageOf(pathname === '/served' ? served : ''))
    } else {
      response.writeHead(404).end()
    }
  })
  const origin = `http://127.0.0.1:${await listen(server)}`
  return {
    origin,
    serve(markup) {
      served = [...markup]
        .map(([name, html]) => `<div id="${name.replaceAll(/\W+/g, '-')}">${html}</div>`)
        .join('')
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function pageOf(body: string, script = '<script type="module" src="/page.js"></script>'): string {
  return `<!doctype html><html lang="en"><title>Stories</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/styles.css"><body>${body}${script}</body></html>`
}
