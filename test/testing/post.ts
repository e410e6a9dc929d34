import type { FakeAuthServer } from '../../src/testing/index.js'

export interface Answer {
  status: number
  headers: Headers
  /** Parsed JSON, else the text. */
  body: unknown
}

/** Sends a request to a fake server the way a browser would. */
export async function send(
  server: Pick<FakeAuthServer, 'fetch'>,
  method: string,
  path: string,
  { body, token }: { body?: unknown; token?: string } = {},
): Promise<Answer> {
  const response = await server.fetch(path, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const sent = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(sent) as unknown) : sent,
  }
}

export const post = (server: Pick<FakeAuthServer, 'fetch'>, path: string, body: unknown) =>
  send(server, 'POST', path, { body })
