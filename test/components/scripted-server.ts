/** A request as the server has met it. */
export interface MetRequest {
  method: string
  path: string
  query: Readonly<Record<string, string>>
  body: Readonly<Record<string, unknown>>
  authorization: string | null
}

interface Answer {
  status?: number
  body?: unknown
}

/** One answer, or several one after the other, of which the last stays. */
type Script = Answer | ((request: MetRequest) => Answer) | readonly Answer[]

export const BASE_URL = 'https://auth.example/api'

/** A server that says what a reference documents, for routes that the fake auth server does not have. */
export function scriptedServer(routes: Readonly<Record<string, Script>>, baseUrl = BASE_URL) {
  const requests: MetRequest[] = []
  const told = new Map<string, number>()

  async function fetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const request = read(input instanceof Request ? input.url : input, init, baseUrl)
    const route = `${request.method} ${request.path}`
    requests.push(request)
    await Promise.resolve()
    if (init.signal?.aborted) throw new DOMException('Aborted', 'AbortError')
    const script = Object.hasOwn(routes, route) ? routes[route] : undefined
    if (!script) return new Response(`The script has no ${route}.`, { status: 501 })
    const time = told.get(route) ?? 0
    told.set(route, time + 1)
    const { status = 200, body } = answerOf(script, request, time)
    return new Response(body === undefined ? null : JSON.stringify(body), { status })
  }
  return {
    fetch,
    requests,
    /** The requests of one route. */
    met: (route: string) => requests.filter(({ method, path }) => `${method} ${path}` === route),
  }
}

function read(
  url: string | URL,
  { method = 'GET', body, headers }: RequestInit,
  baseUrl: string,
): MetRequest {
  const { pathname, searchParams } = new URL(url, BASE_URL)
  const text = typeof body === 'string' ? body : ''
  return {
    method,
    path: pathname.replace(new URL(baseUrl, BASE_URL).pathname, ''),
    query: Object.fromEntries(searchParams),
    body: text.startsWith('{')
      ? (JSON.parse(text) as Record<string, unknown>)
      : Object.fromEntries(new URLSearchParams(text)),
    authorization: new Headers(headers).get('authorization'),
  }
}

function answerOf(script: Script, request: MetRequest, time: number): Answer {
  if (typeof script === 'function') return script(request)
  if ('at' in script) return script[Math.min(time, script.length - 1)] ?? {}
  return script
}

/** A token as servers make them; nobody here checks its signature. */
export function jwt(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: object) =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`
}
