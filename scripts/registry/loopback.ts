import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export interface Loopback {
  /** `http://127.0.0.1:<port>` */
  origin: string
  /** Paths that were asked for. */
  asked: readonly string[]
  close: () => void
}

export interface Served {
  /** Folder of the built registry; its `r` is served as `/r`. */
  registry: string
  /** The packed package, by its name: npm finds it at `/npm` beside all that the usual registry has. */
  tarball: { name: string; version: string; file: string }
  /** The usual npm registry. */
  upstream: string
}

/** Serves a component registry and, for npm, a package that is not published. */
export async function serveOnLoopback(served: Served): Promise<Loopback> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    void answer(request, response, served, originOf()).catch((error: unknown) => {
      response.writeHead(502).end(String(error))
    })
  })
  const originOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { origin: originOf(), asked, close: () => void server.close() }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { registry, tarball, upstream }: Served,
  origin: string,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', origin)
  const item = /^\/r\/([\w-]+\.json)$/.exec(pathname)?.[1]
  if (item !== undefined) {
    const text = readFileSync(join(registry, 'r', item))
    response.writeHead(200, { 'content-type': 'application/json' }).end(text)
  } else if (pathname === '/tarball.tgz') {
    response.writeHead(200).end(readFileSync(tarball.file))
  } else if (pathname === `/npm/${tarball.name}`) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(packument(tarball, origin))
  } else if (pathname.startsWith('/npm/')) {
    await pass(request, response, upstream.replace(/\/$/, '') + pathname.slice('/npm'.length))
  } else response.writeHead(404).end()
}

/** What npm asks for before it fetches a package. */
function packument({ name, version }: Served['tarball'], origin: string): string {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>
  const { devDependencies: _, scripts: __, ...rest } = manifest
  const dist = { tarball: `${origin}/tarball.tgz` }
  return JSON.stringify({
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...rest, dist } },
  })
}

async function pass(request: IncomingMessage, response: ServerResponse, to: string): Promise<void> {
  const { accept } = request.headers
  const found = await fetch(to, accept === undefined ? {} : { headers: { accept } })
  const type = found.headers.get('content-type') ?? 'application/json'
  response.writeHead(found.status, { 'content-type': type })
  response.end(Buffer.from(await found.arrayBuffer()))
}
