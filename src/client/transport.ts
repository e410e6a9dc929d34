import type { Backend, WireAnswer, WireRequest } from '../backends/backend.js'
import { parseBody, readCapped } from './wire-body.js'

/** Why no answer came: three different things to a user. */
export type NoAnswer = 'request_cancelled' | 'timed_out' | 'network_error' | 'offline'

export interface TransportOptions {
  fetch: typeof globalThis.fetch
  /** Longest wait for a whole answer, in milliseconds. */
  deadlineMs: number
}

export interface SendOptions {
  accessToken: string | null
  captchaToken?: string | undefined
  signal?: AbortSignal | undefined
}

/** Sends one request and reads its answer, within the deadline. Never rejects for an answer or the lack of one. */
export async function send(
  backend: Backend,
  request: WireRequest,
  { fetch, deadlineMs }: TransportOptions,
  { accessToken, captchaToken, signal }: SendOptions,
): Promise<WireAnswer | NoAnswer> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), deadlineMs)
  const hangUp = () => deadline.abort()
  signal?.addEventListener('abort', hangUp, { once: true })
  try {
    if (signal?.aborted) return 'request_cancelled'
    const response = await fetch(urlOf(backend, request), {
      method: request.method,
      headers: headersOf(backend, request, accessToken, captchaToken),
      body: bodyOf(request),
      credentials: backend.session === 'cookie' ? 'include' : 'omit',
      cache: 'no-store',
      // A redirect could carry credentials or the token to another origin.
      redirect: 'error',
      signal: deadline.signal,
    })
    const body = parseBody(await readCapped(response))
    return { status: response.status, header: (name) => response.headers.get(name), body }
  } catch {
    if (signal?.aborted) return 'request_cancelled'
    if (deadline.signal.aborted) return 'timed_out'
    return looksOffline() ? 'offline' : 'network_error'
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', hangUp)
  }
}

/** The address of a request: below the backend's base URL, with its query. */
export function urlOf({ baseUrl }: Backend, { path, query }: WireRequest): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, value)
  }
  const text = search.toString()
  return `${baseUrl}${path}${text === '' ? '' : `?${text}`}`
}

function headersOf(
  backend: Backend,
  request: WireRequest,
  accessToken: string | null,
  captchaToken: string | undefined,
): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', ...backend.headers }
  if (request.body) {
    headers['content-type'] = request.form
      ? 'application/x-www-form-urlencoded'
      : 'application/json'
  }
  // Only a cookie can be sent by another site's page, and only a same-site request may set this header unasked.
  if (backend.session === 'cookie') headers['x-requested-with'] = 'gatewright'
  if (request.bearer && accessToken) headers['authorization'] = `Bearer ${accessToken}`
  if (backend.captchaHeader && captchaToken) headers[backend.captchaHeader] = captchaToken
  return { ...headers, ...request.headers }
}

function bodyOf({ body, form }: WireRequest): string | null {
  if (!body) return null
  if (!form) return JSON.stringify(body)
  const given = Object.entries(body).filter(([, value]) => value !== undefined && value !== null)
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
}

/** A hint for the copy alone; `navigator.onLine` is never trusted to stop a request. */
function looksOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false
}
