import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { listen } from './built-page.js'

/** Below which a host may have put it: nothing in the build may name an address from the root. */
const FOLDER = '/kits/gatewright/'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

export interface Showroom {
  /** The address of its folder, with the slash at its end. */
  address: string
  /** What was asked for outside the folder. */
  strays: string[]
  close: () => void
}

/** The built Storybook in a folder of a plain file server. Uses the build at `STORYBOOK_BUILD`, or makes one. */
export async function serveShowroom(): Promise<Showroom> {
  const given = process.env['STORYBOOK_BUILD']
  const built = given ?? mkdtempSync(join(tmpdir(), 'gatewright-showroom-'))
  if (given === undefined) {
    await promisify(execFile)(
      join('node_modules', '.bin', 'storybook'),
      ['build', '--quiet', '--output-dir', built],
      { env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' } },
    )
  }
  const strays: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (!pathname.startsWith(FOLDER)) {
      // Browsers look for one by themselves.
      if (pathname !== '/favicon.ico') strays.push(pathname)
      response.writeHead(404).end()
      return
    }
    const file = normalize(pathname.slice(FOLDER.length)) || 'index.html'
    try {
      const content = readFileSync(join(built, file === './' || file === '.' ? 'index.html' : file))
      response.setHeader('content-type', TYPES[extname(file)] ?? 'text/html; charset=utf-8')
      response.end(content)
    } catch {
      response.writeHead(404).end()
    }
  })
  return {
    address: `http://127.0.0.1:${await listen(server)}${FOLDER}`,
    strays,
    close() {
      server.closeAllConnections()
      server.close()
      if (given === undefined) rmSync(built, { recursive: true, force: true })
    },
  }
}
