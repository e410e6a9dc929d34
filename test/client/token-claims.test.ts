import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { readJwtClaims } from '../../src/backends/jwt-claims.js'
import { createRefreshSchedule } from '../../src/client/refresh-schedule.js'
import { createSessionStore } from '../../src/client/session-store.js'
import { ADA, connect, FIVE_BACKENDS, PASSWORD, TOTP_ACCOUNT } from './five-backends.js'

const base64url = (text: string) => Buffer.from(text).toString('base64url')
const tokenOf = (payload: string) => `${base64url('{"alg":"none"}')}.${base64url(payload)}.`

/** What a token would say to be let in, or to break its reader. */
const claims = fc.record(
  {
    sub: fc.oneof(fc.constantFrom('admin', '', '__proto__'), fc.anything()),
    email: fc.oneof(fc.constant('root@example.com'), fc.anything()),
    email_verified: fc.anything(),
    name: fc.anything(),
    mfa_required: fc.constantFrom(true, false, 'true', 0, null),
    amr: fc.constant(['pwd', 'mfa']),
    acr: fc.constant('high'),
    role: fc.constant('admin'),
    sid: fc.anything(),
    iat: fc.oneof(fc.double(), fc.constantFrom(-1e308, 'now', null)),
    exp: fc.oneof(fc.double(), fc.constantFrom(1e308, 9e15, 'never', null)),
    toString: fc.constant('x'),
    ['__proto__']: fc.constant({ sub: 'admin' }),
  },
  { requiredKeys: [] },
)

const payloads = fc.oneof(
  { weight: 3, arbitrary: claims.map((given) => JSON.stringify(given)) },
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('null', '[]', '7', '"sub"', '{"sub":"a"', '[['.repeat(5000), '\ufeff{}', ''),
)

const tokens = fc.oneof(
  { weight: 4, arbitrary: payloads.map(tokenOf) },
  // Cut off, as by a proxy.
  fc.tuple(payloads, fc.nat(60)).map(([payload, end]) => tokenOf(payload).slice(0, end)),
  fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }).map((parts) => parts.join('.')),
  fc.constantFrom('', '.', '..', '...', 'a.b', `a.${'A'.repeat(20_000)}.c`, 'x.====.y', 'x.\0.y'),
)

describe('the claims in a token', () => {
  it('SEC-44: are a plain record or none, whatever the token is', () => {
    fc.assert(
      fc.property(tokens, (token) => {
        const read = readJwtClaims(token)
        expect(read === null || Object.getPrototypeOf(read) === Object.prototype).toBe(true)
        expect(read?.['sub'] === undefined || Object.hasOwn(read, 'sub')).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  it('are read where they are well-formed, in any alphabet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(readJwtClaims(tokenOf(JSON.stringify({ name })))).toEqual({ name })
      }),
    )
  })
})

/** Puts a token wherever a JSON answer holds one. */
function forge(text: string, token: string): string {
  return text.replaceAll(
    /"((?:access|refresh|id|mfa|pre_?auth|challenge|session)?_?(?:token|ticket))"\s*:\s*"[^"]+"/gi,
    (_, name: string) => `${JSON.stringify(name)}:${JSON.stringify(token)}`,
  )
}

/** A client whose server's tokens are another's. */
function forged(backend: (typeof FIVE_BACKENDS)[number], token: string, body: object = {}) {
  const { server } = connect(backend)
  const sent: string[] = []
  const { client } = connect(
    backend,
    {},
    {
      fetch: async (input, init) => {
        const answer = await server.fetch(input, init)
        const { status, headers } = answer
        const text = await answer.text()
        const forgery = forge(text === '' ? '{}' : text, token)
        sent.push(forgery)
        const held = { ...(JSON.parse(forgery) as object), ...body }
        return new Response(JSON.stringify(held), { status, headers })
      },
    },
  )
  return { client, sent }
}

describe.each(FIVE_BACKENDS.map((one) => [one.id, one] as const))(
  'a forged token from %s',
  (_, backend) => {
    it('SEC-44: never throws, and names nobody but in words', async () => {
      await fc.assert(
        fc.asyncProperty(tokens, async (token) => {
          const { client, sent } = forged(backend, token)
          const state = await client.signIn({ email: ADA.email, password: PASSWORD })
          expect(sent.join('')).toContain(JSON.stringify(token))
          const session = client.getSession()
          expect(session.status === 'signed_in').toBe(state.kind === 'signed_in')
          if (session.status !== 'signed_in' || session.user === null) return
          const { id, email, name, emailVerified } = session.user
          expect(typeof id).toBe('string')
          for (const word of [email, name])
            expect(word === null || typeof word === 'string').toBe(true)
          expect([true, false, null]).toContain(emailVerified)
        }),
        { numRuns: 150 },
      )
    })

    it('SEC-44: opens nothing where the server wants a second factor or said no', async () => {
      await fc.assert(
        fc.asyncProperty(tokens, async (token) => {
          const half = forged(backend, token)
          const { email } = TOTP_ACCOUNT
          const challenged = await half.client.signIn({ email, password: PASSWORD })
          expect(challenged.kind).not.toBe('signed_in')
          expect(half.client.getSession().status).not.toBe('signed_in')

          const tokensToo = { access_token: token, accessToken: token, refresh_token: token }
          const refused = forged(backend, token, tokensToo)
          const { kind } = await refused.client.signIn({ email: ADA.email, password: 'wrong' })
          expect(kind).toBe('invalid_credentials')
          expect(refused.client.getSession().status).not.toBe('signed_in')
        }),
        { numRuns: 100 },
      )
    })
  },
)

describe('a token that says how long it lives', () => {
  it('SEC-44: is never renewed in a hurry, however long or short that is', () => {
    vi.useFakeTimers()
    const lives = fc.oneof(fc.double(), fc.constantFrom(1e308, 1e306, 5e-324, -1, 0, 20, 9e15))
    fc.assert(
      fc.property(lives, (expiresInSeconds) => {
        const grant = { user: null, accessToken: 'a', refreshToken: 'r', expiresInSeconds }
        const store = createSessionStore(true, Date.now)
        let renewals = 0
        const schedule = createRefreshSchedule({
          store,
          now: Date.now,
          isOn: () => true,
          refresh: async () => {
            renewals += 1
            store.renew(grant)
          },
        })
        store.start(grant)
        vi.advanceTimersByTime(10 * 60_000)
        schedule.stop()
        // A life of 20 seconds, the shortest that is renewed ahead of time, ends 30 times in ten minutes.
        expect(renewals).toBeLessThanOrEqual(38)
      }),
      { numRuns: 300 },
    )
  })
})
