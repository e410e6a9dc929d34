import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FakeAuthServer } from './fake-auth-server/create-fake-auth-server.js'

/** Where a fake server listens, and for whom. */
export interface ServeOptions {
  /** 0 or left out: any free port. */
  port?: number
  /** Origins of pages on another port that may call the server. */
  allowedOrigins?: readonly string[]
}

/** A fake auth server behind a real socket. */
export interface ServedFakeAuth {
  /** For example `http://127.0.0.1:40001`. */
  origin: string
  /** Stops listening and drops what is still open. Rejects when it is not listening. */
  close: () => Promise<void>
}

/**
 * Serves a fake auth server over HTTP on 127.0.0.1, for end-to-end runs. A forced `offline` drops the connection.
 *
 * @throws (rejects) when the port is taken.
 */
export async function serveFakeAuth(
  server: Pick<FakeAuthServer, 'fetch'>,
  { port = 0, allowedOrigins = [] }: ServeOptions = {},
): Promise<ServedFakeAuth> {
  const http = createServer((incoming, outgoing) => {
    void relay(server, incoming, outgoing, allowedOrigins)
  })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        http.close((error) => (error ? reject(error) : resolve()))
        http.closeAllConnections()
      }),
  }
}

async function relay(
  server: Pick<FakeAuthServer, 'fetch'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  allowedOrigins: readonly string[],
): Promise<void> {
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const headers = corsHeaders(incoming, allowedOrigins)
  if (incoming.method === 'OPTIONS') {
    outgoing.writeHead(204, headers).end()
    return
  }
  try {
    const response = await server.fetch(await requestFrom(incoming), { signal: gone.signal })
    const answer = await response.text()
    outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...headers })
    outgoing.end(answer)
  } catch {
    incoming.socket.destroy()
  }
}

async function requestFrom(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, String(value))
  }
  const { method = 'GET', url = '/' } = incoming
  const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}
  return new Request(new URL(url, 'http://127.0.0.1'), { method, headers, ...body })
}

function corsHeaders(
  { headers }: IncomingMessage,
  allowedOrigins: readonly string[],
): Record<string, string> {
  const { origin = '' } = headers
  if (!allowedOrigins.includes(origin)) return {}
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, PATCH, DELETE, OPTIONS',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? 'content-type',
    'access-control-expose-headers': 'retry-after',
    vary: 'origin',
  }
}
