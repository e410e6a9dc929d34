import type { Dialect, Incoming, Reply, Route } from './dialect.js'
import { refuse } from './refused.js'
import type { Caller } from './world.js'

/** A route that fits a request, with the parts its path names. */
export interface RouteMatch {
  route: Route
  params: Readonly<Record<string, string>>
}

/** Finds the route for a method and path. The dialect's own root may stand in front or not. */
export function findRoute(
  { routes, root }: Dialect,
  basePath: string,
  method: string,
  pathname: string,
): RouteMatch | null {
  const below = without(pathname, basePath)
  if (below === null) return null
  const paths = new Set([below, without(below, root) ?? below])
  for (const route of routes) {
    if (route.method !== method) continue
    for (const path of paths) {
      const params = matchPath(route.path, path)
      if (params) return { route, params }
    }
  }
  return null
}

/** Reads a request's body and query; refuses JSON that does not parse. */
export async function readIncoming(
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<Incoming> {
  const sent = await request.text()
  const isForm = request.headers.get('content-type')?.includes('application/x-www-form-urlencoded')
  const body = isForm ? Object.fromEntries(new URLSearchParams(sent)) : jsonObject(sent)
  return { body, query: new URL(request.url).searchParams, params }
}

/** Who sent a request. */
export function callerOf({ headers }: Request): Caller {
  const [, accessToken = ''] = /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '') ?? []
  // A page's own script cannot set the header; what a browser would have put there is known all the same.
  const own = typeof navigator === 'undefined' ? '' : navigator.userAgent
  return { accessToken, userAgent: headers.get('user-agent') ?? own }
}

/** A dialect's answer as a Response. */
export function responseOf({ status, headers, body }: Reply): Response {
  const init = { status, headers: { ...headers } }
  if (body === undefined || status === 204) return new Response(null, init)
  return typeof body === 'string' ? new Response(body, init) : Response.json(body, init)
}

function without(path: string, prefix: string): string | null {
  if (prefix === '') return path
  return path === prefix || path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : null
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith(':') && value !== '') params[part.slice(1)] = decoded(value)
    else if (part !== value) return null
  }
  return params
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function jsonObject(sent: string): Readonly<Record<string, unknown>> {
  if (sent === '') return {}
  try {
    const parsed: unknown = JSON.parse(sent)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : {}
  } catch {
    return refuse('malformed_body')
  }
}
