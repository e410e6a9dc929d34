import type { FakeAuthServer } from '../../src/testing/index.js'
import { claimsOf } from '../../src/testing/fake-auth-server/jwt.js'

/** Tokens of a page's session, as long and as random as real ones, and the server's own that they stand for. */
export interface LongTokens {
  all: () => readonly string[]
  /** An answer of the server, as the page gets it. */
  toPage: (answer: Response) => Promise<Response>
  /** Sends a server what the page has sent, with its own tokens; gives the answer as the page gets it. */
  ask: (server: Pick<FakeAuthServer, 'fetch'>, request: Request) => Promise<Response>
  /** A token that no server has handed out. */
  make: (kind: 'jwt' | 'opaque') => string
}

const IN_JSON = /"(?:access|refresh|id)_?token":\s*"([^"]+)"/gi

/** In four digits, so that no other number is taken for a token's length. */
const LENGTH = 2003

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * A fake server's tokens are as short as its ids, and pieces of them are words. These come in their place: no piece of
 * six characters stands anywhere by chance, and the same run makes the same ones.
 */
export function createLongTokens(seed: number): LongTokens {
  const serversOwn = new Map<string, string>()
  const inTheirPlace = new Map<string, string>()
  const random = randomFrom(seed)

  function text(length: number): string {
    return Array.from({ length }, () => ALPHABET[random() % ALPHABET.length]).join('')
  }
  function jwt(claims: Readonly<Record<string, unknown>>): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const whole = [
      part({ alg: 'HS256', typ: 'JWT', kid: text(20) }),
      part({ ...claims, own: text(900) }),
    ]
    const length = LENGTH + 2 * serversOwn.size
    return `${whole.join('.')}.${text(length - whole.join('.').length - 1)}`
  }
  function instead(own: string): string {
    if (serversOwn.has(own)) return own
    const known = inTheirPlace.get(own)
    if (known !== undefined) return known
    const isJwt = own.split('.').length === 3
    const token = isJwt ? jwt(claimsOf(own)) : text(LENGTH + 2 * serversOwn.size)
    inTheirPlace.set(own, token)
    serversOwn.set(token, own)
    return token
  }
  const toServer = (sent: string) =>
    [...serversOwn].reduce((changed, [token, own]) => changed.replaceAll(token, own), sent)

  async function toPage(answer: Response): Promise<Response> {
    const body = await answer.text()
    const { status, statusText, headers } = answer
    const changed = body.replace(IN_JSON, (pair, own: string) =>
      pair.replace(own, () => instead(own)),
    )
    return new Response(body === '' ? null : changed, { status, statusText, headers })
  }

  return {
    all: () => [...serversOwn.keys()],
    toPage,
    async ask(server, request) {
      const { method, headers } = request
      const body = await request.text()
      const answer = await server.fetch(toServer(request.url), {
        method,
        headers: [...headers].map(([name, value]): [string, string] => [name, toServer(value)]),
        ...(body !== '' && { body: toServer(body) }),
      })
      return toPage(answer)
    },
    make: (kind) => instead(kind === 'jwt' ? jwt({ sub: 'u1' }) : text(20)),
  }
}

/** Numbers that look random and are the same in each run: xorshift32 (Marsaglia, 2003). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}
