import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { buildPage } from '../weight/build-page.js'

/** Longer than the kit waits so that an answer's time tells nothing. */
const ANSWER_AFTER_MS = 700

export interface Site {
  /** Address of a page. */
  address: (page: string) => string
  /** What was asked for since the last call, by path. */
  requests: () => string[]
  close: () => void
}

/** Builds pages and serves them as a server of static files does, with an API that refuses every password. */
export async function serveSite(pages: Readonly<Record<string, string>>): Promise<Site> {
  const files = new Map<string, { type: string; body: Buffer }>()
  const keep = (path: string, type: string, text: string) =>
    files.set(path, { type, body: gzipSync(text) })
  const styles = ['tokens', 'components'].map((name) =>
    readFileSync(`src/theme/${name}.css`, 'utf8'),
  )
  keep('/styles.css', 'text/css', styles.join('\n'))
  keep('/favicon.ico', 'image/x-icon', '')
  for (const [name, entry] of Object.entries(pages)) {
    const { first, later } = await buildPage(entry)
    for (const script of [...first, ...later]) {
      keep(`/${script.name}`, 'text/javascript', script.code)
    }
    keep(`/${name}`, 'text/html', pageOf(first[0]?.name ?? ''))
  }

  let asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path !== '/favicon.ico') asked.push(path)
    if (path.startsWith('/api/')) {
      setTimeout(() => {
        response.writeHead(401, { 'content-type': 'application/json' })
        response.end(JSON.stringify(REFUSAL))
      }, ANSWER_AFTER_MS)
      return
    }
    const file = files.get(path)
    response.writeHead(file ? 200 : 404, {
      'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8`,
      'content-encoding': file ? 'gzip' : 'identity',
      'cache-control': 'no-store',
    })
    response.end(file?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: (page) => `http://127.0.0.1:${port}/${page}`,
    requests() {
      const met = asked
      asked = []
      return met
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const REFUSAL = { data: null, error: { code: 'UNAUTHORIZED', message: 'UNAUTHORIZED' }, meta: {} }

function pageOf(script: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in</title>
<link rel="stylesheet" href="/styles.css"><script type="module" src="/${script}"></script></head><body></body></html>`
}
