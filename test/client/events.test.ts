import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { AuthEvent } from '../../src/client/auth-event.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { ADA, connect, FIVE_BACKENDS, PASSWORD } from './five-backends.js'

/** Where a server may repeat what it was sent. */
const FIELDS = [
  'code',
  'error',
  'error_code',
  'error_description',
  'errorCode',
  'message',
  'request_id',
  'requestId',
  'slug',
  'title',
]

/** An answer that repeats one text wherever there is a place for it. */
function echo(text: string, status: number): Response {
  const flat = Object.fromEntries(FIELDS.map((name) => [name, text]))
  const body = { ...flat, error: { ...flat, details: { field: text } }, meta: flat, details: flat }
  return Response.json(body, {
    status,
    headers: { 'x-request-id': encodeURIComponent(text).slice(0, 200) },
  })
}

describe.each(FIVE_BACKENDS)('the events of $id', ({ backend }) => {
  it('SEC-20: hold no text that a server repeats, be it an address, a password or a name', async () => {
    const typed = fc.record({
      email: fc.emailAddress(),
      // As people choose them: with something in it that no id has.
      password: fc.string({ minLength: 8 }).map((text) => `${text} &!`),
      name: fc.constantFrom('Ada Lovelace', 'Søren', '山田 太郎', "O'Brien"),
    })
    await fc.assert(
      fc.asyncProperty(
        typed,
        fc.constantFrom('email', 'password', 'name'),
        fc.constantFrom(400, 401, 403, 409, 422, 429, 500, 503),
        async (given, repeated, status) => {
          const events: AuthEvent[] = []
          const client = createAuthClient({
            backend,
            fetch: async () => echo(given[repeated], status),
            onEvent: (event) => events.push(event),
          })
          await client.signIn(given)
          if (await client.supports('signUp')) await client.signUp(given)
          expect(events).not.toEqual([])
          const told = JSON.stringify(events)
          for (const text of Object.values(given)) {
            expect(told).not.toContain(JSON.stringify(text).slice(1, -1))
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the events of a client', () => {
  it('keep the ids that a support team asks for', async () => {
    const events: AuthEvent[] = []
    const authSvc = FIVE_BACKENDS.find(({ id }) => id === 'auth-svc')!
    const { client } = connect(authSvc, {}, { onEvent: (event) => events.push(event) })
    await client.signIn({ ...ADA, password: 'wrong' })
    expect(events).toEqual([
      {
        type: 'failed',
        backend: 'auth-svc',
        operation: 'sign_in',
        kind: 'invalid_credentials',
        code: 'invalid_credentials',
        status: 401,
        requestId: expect.stringMatching(/^[\da-f-]{36}$/),
        rawCode: 'UNAUTHORIZED',
        retryAfterSeconds: null,
      },
    ])
  })

  it('are told of a screen of the app’s own, too', () => {
    const events: AuthEvent[] = []
    const { client } = connect(FIVE_BACKENDS[0]!, {}, { onEvent: (event) => events.push(event) })
    client.tell({ type: 'shown', operation: 'sign_in' })
    expect(events).toEqual([{ type: 'shown', operation: 'sign_in' }])
  })

  it('reach nobody, and break nothing, where a handler throws and no page can be told', async () => {
    const { client } = connect(
      FIVE_BACKENDS[0]!,
      {},
      {
        onEvent: () => {
          throw new Error('The log is full.')
        },
      },
    )
    const said = vi.spyOn(console, 'error').mockReturnValue()
    expect(await client.signIn({ ...ADA, password: PASSWORD })).toMatchObject({ kind: 'signed_in' })
    expect(said).toHaveBeenCalledWith(new Error('The log is full.'))
  })
})
