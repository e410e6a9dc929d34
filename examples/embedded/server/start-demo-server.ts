import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { toNodeHandler } from 'better-auth/node'
import { ORDERS_PATH } from '../contract.js'
import { startDemoBackend, type DemoBackend } from './demo-backend.js'
import { createDevEndpoints } from './dev-endpoints.js'
import { createStaticFiles } from './static-files.js'

export interface DemoServerOptions {
  /** Default 0: any free port. */
  port?: number
  /** Where the database file goes. Default `examples/embedded/.data`. */
  dataDir?: string
  /** Life of a lock after five wrong passwords. Default `DEMO_LOCK_SECONDS` or 60. */
  lockSeconds?: number
  /** How long after signing in a session counts as fresh. Default `DEMO_FRESH_SECONDS` or 300. */
  freshSeconds?: number
  /** Wrong passwords in a row after which signing in wants a captcha. Default 3. */
  captchaAfter?: number
  /**
   * Answers everything under `/fake/`, with the whole address left in the request. A rejection that says
   * "Failed to fetch" breaks the connection off.
   */
  fakeServers?: (request: Request) => Response | Promise<Response>
  /** The built demo app; without it only the servers answer. */
  staticDir?: string
  /** Other origins whose pages may call, such as a development server's. */
  trustedOrigins?: readonly string[]
}

export interface DemoServer {
  /** `http://localhost:<port>`. WebAuthn and the origin check take a name, not an IP address. */
  origin: string
  close: () => Promise<void>
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const DATA_DIR = fileURLToPath(new URL('../.data', import.meta.url))

/**
 * Starts the demo on this machine alone: Better Auth under `/api/auth`, freshly seeded, and what goes with it.
 *
 * @throws when the port is taken, `staticDir` holds no app, or seeding fails.
 */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const server = createServer()
  // The address is part of what Better Auth signs and checks, so the port has to be known first.
  const origin = await listen(server, options.port ?? 0)
  const starting = start(origin, options)
  server.on('request', (request, response) => {
    void answer(starting, request, response)
  })
  try {
    const { backend } = await starting
    return { origin, close: () => stop(server, backend) }
  } catch (error) {
    await stop(server)
    throw error
  }
}

async function start(origin: string, options: DemoServerOptions) {
  const { dataDir = DATA_DIR, trustedOrigins = [], fakeServers, staticDir } = options
  const serveFile = staticDir === undefined ? notFound : await createStaticFiles(staticDir)
  const backend = await startDemoBackend({
    origin,
    dataDir,
    trustedOrigins,
    lockSeconds: options.lockSeconds ?? secondsIn('DEMO_LOCK_SECONDS', 60),
    freshSeconds: options.freshSeconds ?? secondsIn('DEMO_FRESH_SECONDS', 300),
    captchaAfter: options.captchaAfter ?? 3,
  })
  const mounted: [string, Handler][] = [
    ['/api/auth/', toNodeHandler(backend.auth)],
    [ORDERS_PATH, toNodeHandler(backend.orders)],
    ['/captcha/', toNodeHandler(backend.captcha)],
    ['/dev/', toNodeHandler(createDevEndpoints(backend))],
  ]
  if (fakeServers) mounted.push(['/fake/', breakable(fakeServers)])

  const handle: Handler = async (request, response) => {
    const path = request.url ?? '/'
    const [, handler = serveFile] = mounted.find(([prefix]) => path.startsWith(prefix)) ?? []
    await handler(request, response)
  }
  return { backend, handle }
}

/** Rejects as a fetch without a network does: that is a connection that breaks off. */
function breakable(fakeServers: NonNullable<DemoServerOptions['fakeServers']>): Handler {
  const answerFully = toNodeHandler(async (request) => fakeServers(request))
  return async (request, response) => {
    try {
      await answerFully(request, response)
    } catch (error) {
      if (!(error instanceof TypeError && error.message === 'Failed to fetch')) throw error
      request.socket.destroy()
    }
  }
}

/** A request that comes while the accounts are still being made waits for them. */
async function answer(
  starting: Promise<{ handle: Handler }>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { handle } = await starting
    await handle(request, response)
  } catch (error) {
    console.error(error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  }
}

const notFound: Handler = async (_request, response) => {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? taken(port) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

function taken(port: number): Error {
  return new Error(
    `Demo server: port ${port} is taken. Stop what listens there, or start the demo at another port.`,
  )
}

async function stop(server: Server, backend?: DemoBackend): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
  await backend?.close()
}

function secondsIn(variable: string, fallback: number): number {
  const text = process.env[variable]
  const seconds = text === undefined || text === '' ? fallback : Number(text)
  if (Number.isFinite(seconds) && seconds > 0) return seconds
  throw new Error(
    `Demo server: ${variable}=${text} is no number of seconds. Set for example ${variable}=5.`,
  )
}
