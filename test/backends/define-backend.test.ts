import { describe, expect, it } from 'vitest'
import * as full from 'zod'
import * as z from 'zod/mini'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import {
  createAuthClient,
  defineBackend,
  readBody,
  toUiState,
  type BackendDefinition,
} from '../../src/client/index.js'
import type { Operation } from '../../src/errors/operation.js'

const NOW = Date.UTC(2026, 0, 5, 9)

const LODGE = {
  id: 'lodge',
  session: 'token',
  codes: { BAD_KEY: 'invalid_credentials', 1007: 'account_locked', FORM: 'validation_failed' },
  codesByOperation: { sign_up: { TAKEN: 'account_exists' } },
  rules: [{ code: 'BAD_KEY', message: /^frozen/, is: 'account_suspended' }],
  statuses: { 419: 'session_expired' },
  statusesByOperation: { sign_up: { 403: 'access_denied' } },
  readError: readBody(
    z.object({
      code: z.union([z.string(), z.number()]),
      text: z.optional(z.string()),
      until: z.optional(z.string()),
      wait: z.optional(z.number()),
      faults: z.optional(z.unknown()),
    }),
    ({ code, text, until, wait, faults }) => ({
      code,
      message: text,
      retryAt: until,
      retryAfterSeconds: wait,
      fields: faults,
    }),
  ),
  readSession: readBody(
    z.object({ key: z.string(), guest: z.object({ id: z.string() }) }),
    ({ key, guest }) => ({ accessToken: key, user: guest }),
  ),
  endpoints: {
    signIn: { route: 'POST /keys', body: ({ email, password }) => ({ email, password }) },
    signUp: { route: 'POST /guests', body: ({ email }) => ({ email }) },
    getUser: {
      route: 'GET /guests/me',
      bearer: true,
      result: () => {
        throw new Error('A reader with a fault.')
      },
    },
    verifyEmail: { route: 'POST /mail/:token' },
    revokeSession: { route: 'DELETE /keys/:id', bearer: true, operation: 'api_call' },
  },
} satisfies BackendDefinition

const lodge = defineBackend(LODGE)
const backend = lodge({ baseUrl: '/api/' })

function stateOf(status: number, body: unknown, operation: Operation = 'sign_in', of = backend) {
  const answer = { status, header: () => null, body }
  const failure = sortAnswer(of, answer, { operation, attempt: 1, hadToken: false }, NOW)
  return failure && toUiState(failure)
}

/** A client whose server gives this answer to everything, and the requests it was sent. */
function clientOf(status: number, body: unknown) {
  const requests: string[] = []
  const client = createAuthClient({
    backend: lodge({ baseUrl: 'https://lodge.example/api', headers: { 'x-house': '7' } }),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const house = request.headers.get('x-house')
      requests.push(`${request.method} ${request.url} ${house} ${await request.text()}`)
      return new Response(body === undefined ? null : JSON.stringify(body), { status })
    },
  })
  return { client, requests }
}

describe('a backend of one’s own', () => {
  it('sorts by rules, then codes of the operation, then codes, then statuses, then what a status usually means', () => {
    expect(stateOf(400, { code: 'BAD_KEY' })?.kind).toBe('invalid_credentials')
    expect(stateOf(400, { code: 'BAD_KEY', text: 'frozen' })?.code).toBe('account_suspended')
    expect(stateOf(400, { code: 'TAKEN' }, 'sign_up')?.kind).toBe('account_exists')
    expect(stateOf(400, { code: 'TAKEN' })?.code).toBe('validation_failed')
    expect(stateOf(419, 'gateway')?.code).toBe('session_expired')
    expect(stateOf(403, { code: 'NEW' }, 'sign_up')?.code).toBe('access_denied')
    expect(stateOf(403, { code: 'NEW' })?.kind).toBe('blocked_by_policy')
    expect(stateOf(418, { code: 'NEW' })).toMatchObject({
      kind: 'unknown',
      support: { rawCode: 'NEW' },
    })
  })

  it('reads waits as seconds and as instants, and believes none that cannot be', () => {
    const wait = (facts: object) => stateOf(423, { code: 1007, ...facts })
    expect(wait({ wait: 12.2 })).toMatchObject({ retryAfterSeconds: 13, until: NOW + 13_000 })
    expect(wait({ until: '2026-01-05T09:01:00Z', wait: 5 })).toMatchObject({
      retryAfterSeconds: 60,
    })
    expect(wait({ wait: -1 })).toMatchObject({ retryAfterSeconds: null })
    expect(wait({ wait: 1e300 })).toMatchObject({ retryAfterSeconds: 86_400 })
    expect(wait({ until: 'soon' })).toMatchObject({ retryAfterSeconds: null })
  })

  it('reads refused fields however the server lists them', () => {
    const fields = [{ name: 'email', reason: 'invalid', message: 'No.' }]
    for (const faults of [
      { email: 'No.' },
      { email: ['No.'] },
      [{ field: 'email', message: 'No.' }],
    ]) {
      expect(stateOf(422, { code: 'FORM', faults })).toMatchObject({ kind: 'field_errors', fields })
    }
  })

  it.each(['__proto__', 'constructor', 'toString'])('SEC-23: takes %s for no code', (code) => {
    expect(stateOf(418, { code }, 'sign_up')?.kind).toBe('unknown')
  })

  it('REL-44: an answer that a reader stumbles over is sorted all the same, and signs nobody in', async () => {
    const stumble = () => {
      throw new Error('A reader with a fault.')
    }
    const clumsy = defineBackend({
      ...LODGE,
      readError: stumble,
      readChallenge: stumble,
      readSession: stumble,
    })({ baseUrl: '/' })
    expect(stateOf(401, { code: 'BAD_KEY' }, 'sign_in', clumsy)?.kind).toBe('invalid_credentials')
    expect(stateOf(200, { key: 'k', guest: { id: '1' } }, 'sign_in', clumsy)?.kind).toBe('unknown')
    const { client } = clientOf(200, { id: 'me' })
    expect(await client.perform('getUser', {})).toMatchObject({ kind: 'unknown' })
  })

  it('sends what its routes say, with names put in encoded', async () => {
    const { client, requests } = clientOf(204, undefined)
    await client.perform('revokeSession', { id: 'a/b?c' })
    await client.perform('revokeSession', { id: '..' })
    expect(requests).toEqual([
      'DELETE https://lodge.example/api/keys/a%2Fb%3Fc 7 ',
      'DELETE https://lodge.example/api/keys/%252E%252E 7 ',
    ])
    expect(await client.supports('signOut')).toBe(false)
  })

  it('signs in with a token alone, and takes no page of a network between for an answer', async () => {
    const signIn = (body: unknown) =>
      clientOf(200, body).client.signIn({ email: 'a@example.com', password: 'x' })
    const user = { id: '1', email: null, name: null, emailVerified: null }
    expect(await signIn({ key: 'k', guest: { id: '1' } })).toEqual({ kind: 'signed_in', user })
    expect(await signIn({ key: '', guest: { id: '1' } })).toMatchObject({ kind: 'unknown' })
    expect(await signIn('<html>Hotel</html>')).toMatchObject({ kind: 'unknown' })
    const verified = clientOf(200, '<html>Hotel</html>').client.perform('verifyEmail', {
      token: 't',
    })
    expect(await verified).toMatchObject({ kind: 'unknown' })
  })

  it('takes schemas of zod as well as of zod/mini, and gives null for what they refuse', () => {
    const read = readBody(full.object({ code: full.string().max(3) }), ({ code }) => code)
    expect([read({ code: 'abc' }), read({ code: 'abcd' }), read(undefined)]).toEqual([
      'abc',
      null,
      null,
    ])
  })
})

describe('a definition that cannot work', () => {
  const wrong = (change: object) => () => defineBackend({ ...LODGE, ...change })

  it.each([
    [{ id: 'My Lodge' }, /defineBackend\({ id }\) got "My Lodge"\..*lower case/],
    [{ session: 'jwt' }, /session }\) got "jwt"\..*HttpOnly/],
    [{ codes: { X: 'acount_locked' } }, /codes\.X }\) got "acount_locked"\..*catalogue/],
    [{ codes: { X: 'constructor' } }, /codes\.X }\) got "constructor"/],
    [{ codes: { X: { code: 'nothing' } } }, /codes\.X }\) got "nothing"/],
    [{ codes: undefined }, /codes }\) got nothing/],
    [{ codesByOperation: { signIn: {} } }, /got the operation "signIn"\..*sign_in/],
    [{ statuses: { 200: 'server_error' } }, /got the status "200"\..*readChallenge/],
    [{ rules: [{ message: /x/g, is: 'not_found' }] }, /rules\[0\]\.message.*remembers/],
    [{ rules: [{ is: 'nope' }] }, /rules\[0\]\.is }\) got "nope"/],
    [{ provedAtSignIn: ['nope'] }, /provedAtSignIn }\) got "nope"/],
    [{ readError: 'error' }, /readError }\) got "error"\..*readBody/],
    [{ readSession: undefined }, /readSession }\) got nothing/],
    [{ endpoints: null }, /endpoints }\) got null/],
    [{ endpoints: { login: { route: 'POST /x' } } }, /endpoints\.login }\) is no action\..*signIn/],
    [{ endpoints: { signIn: { route: '/login' } } }, /endpoints\.signIn\.route }\) got "\/login"/],
    [{ endpoints: { signIn: { route: 'GET //evil.example' } } }, /signIn\.route/],
    [{ endpoints: { signOut: { route: 'GET /x', body: () => ({}) } } }, /given for a GET request/],
    [{ endpoints: { getUser: { route: 'GET /me' } } }, /getUser\.result }\) got nothing/],
    [{ code: {} }, /defineBackend\({ code }\) is nothing that the backend lodge can have/],
  ])('%j is refused with what, why and how to mend it', (change, message) => {
    expect(wrong(change)).toThrow(message)
    expect(wrong(change)).toThrow(/^Gatewright: [^.]+.*\. .+\. .+\.$/s)
  })

  it('is refused when there is none, and so is a base address that is none', () => {
    expect(() => defineBackend(undefined as never)).toThrow(/defineBackend\(\) got no definition/)
    expect(() => lodge({ baseUrl: 'lodge.example' })).toThrow(
      /lodge\({ baseUrl }\) got "lodge.example"/,
    )
  })

  it('does not compile with a code, a fact or an action that does not exist', () => {
    const typed: BackendDefinition = {
      ...LODGE,
      codes: {
        // @ts-expect-error -- no code of the catalogue
        A: 'acount_locked',
        // @ts-expect-error -- no fact of the code's kind
        B: { code: 'account_locked', factors: [] },
      },
      endpoints: {
        // @ts-expect-error -- what it gives has to be read
        getUser: { route: 'GET /me' },
        // @ts-expect-error -- no method
        signIn: { route: 'FETCH /keys' },
      },
    }
    expect(() => defineBackend(typed)).toThrow(/codes\.A/)
  })
})
