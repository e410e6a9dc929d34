import { createServer, type IncomingMessage } from 'node:http'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { createServer as createVite } from 'vite'
import { createFakeAuthServer, edgebaseDialect } from '../../src/testing/index.js'
import { serveFakeAuth } from '../../src/testing/node.js'
import { buildPage, listen } from './built-page.js'

/** A form as it came in. */
export interface PostedForm {
  method: string | undefined
  /** Path and query. */
  address: string | undefined
  type: string | undefined
  fields: Readonly<Record<string, string>>
}

export interface PlainFormSite {
  origin: string
  /** What was sent as a plain form, and not by the kit. */
  posted: PostedForm[]
  /** Lets the page's script arrive. */
  sendScript: () => void
  close: () => Promise<void>
}

export const ADA = { email: 'ada@example.com', password: 'correct horse battery staple' }

/** An app drawn by its server, whose script is late. */
export async function servePlainForms(): Promise<PlainFormSite> {
  const scripts = await buildPage('test/e2e/plain-form-client.tsx')
  const vite = await createVite({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  const { pageAt } = (await vite.ssrLoadModule('/test/e2e/plain-form-pages.tsx')) as {
    pageAt: (url: URL) => ReactNode
  }
  const auth = await serveFakeAuth(
    createFakeAuthServer({ dialect: edgebaseDialect(), basePath: '/api', accounts: [ADA] }),
  )
  const posted: PostedForm[] = []
  let sendScript: () => void = () => undefined
  const scriptIsDue = new Promise<void>((resolve) => {
    sendScript = resolve
  })

  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const script = scripts.get(url.pathname)
      if (url.pathname.startsWith('/api/')) {
        const { status, body } = await relay(`${auth.origin}${request.url}`, request)
        response.writeHead(status, { 'content-type': 'application/json' }).end(body)
      } else if (script !== undefined) {
        await scriptIsDue
        response.setHeader('content-type', 'text/javascript').end(script)
      } else {
        if (request.method !== 'GET') posted.push(await formOf(request))
        response.setHeader('content-type', 'text/html; charset=utf-8')
        response.end(documentOf(renderToString(pageAt(url))))
      }
    })()
  })
  const origin = `http://localhost:${await listen(server)}`
  return {
    origin,
    posted,
    sendScript: () => sendScript(),
    async close() {
      sendScript()
      server.closeAllConnections()
      server.close()
      await Promise.all([vite.close(), auth.close()])
    },
  }
}

function documentOf(markup: string): string {
  return `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,">
<main>${markup}</main><script type="module" async src="/page.js"></script></html>`
}

async function relay(url: string, request: IncomingMessage) {
  const { method = 'GET', headers } = request
  const body = await textOf(request)
  const response = await fetch(url, {
    method,
    headers: { 'content-type': headers['content-type'] ?? 'application/json' },
    ...(body === '' ? {} : { body }),
  })
  return { status: response.status, body: await response.text() }
}

async function formOf(request: IncomingMessage): Promise<PostedForm> {
  const fields = Object.fromEntries(new URLSearchParams(await textOf(request)))
  return {
    method: request.method,
    address: request.url,
    type: request.headers['content-type'],
    fields,
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
