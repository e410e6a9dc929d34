import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

/** What the kit's pages get by with: no inline script or style, and no Trusted Types sink. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/**
 * Serves a built single-page app: its files, and index.html for every path that is a page.
 *
 * @throws when the directory holds no index.html.
 */
export async function createStaticFiles(directory: string) {
  if (!(await isFile(join(directory, 'index.html')))) {
    throw new Error(
      `Demo server: ${directory} has no index.html. Build the demo app before serving it, or leave staticDir out.`,
    )
  }
  return async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    const [path = '/'] = (request.url ?? '/').split('?')
    const file = await fileFor(directory, path)
    if (file === null) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
      return
    }
    response.writeHead(200, headersFor(file))
    response.end(request.method === 'HEAD' ? undefined : await readFile(file))
  }
}

async function fileFor(directory: string, pathname: string): Promise<string | null> {
  const index = join(directory, 'index.html')
  const path = decoded(pathname)
  if (path === null) return null
  const file = normalize(join(directory, path))
  if (!file.startsWith(normalize(directory + sep))) return null
  if (await isFile(file)) return file
  // A missing script or picture is missing; only a page may be the app's own affair.
  return extname(path) === '' ? index : null
}

function headersFor(file: string): Record<string, string> {
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  const headers = {
    'content-type': type,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  }
  if (!type.startsWith('text/html')) return headers
  // Links in mails carry a token in their address: no other site should be told it.
  return {
    ...headers,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'referrer-policy': 'same-origin',
  }
}

function decoded(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname)
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
