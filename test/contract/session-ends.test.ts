import { describe, expect, it } from 'vitest'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { CATALOGUE } from '../../src/errors/catalogue.js'
import { SEEDS, type SeedRow } from './seed-rows.js'
import { answerTo, PARTIES } from './written-answer.js'

/** The rows that end a session when a refresh is answered with them. Every other row leaves it as it is. */
const ENDING = new Set([
  'calimatic:authentication-errors:INVALID_TOKEN',
  'calimatic:authentication-errors:TOKEN_EXPIRED',
  'auth-svc:table-2-tokens:TOKEN_EXPIRED',
  'auth-svc:table-2-tokens:TOKEN_INVALID',
  'auth-svc:table-2-tokens:TOKEN_REVOKED',
  'auth-svc:table-2-tokens:REFRESH_TOKEN_EXPIRED',
  'auth-svc:table-3-sessions:SESSION_EXPIRED',
  'authos:authentication-errors:TOKEN_EXPIRED',
  'authos:authentication-errors:JWT_ERROR',
  'intelliauth:family-2-oauth-oidc-client:invalid_grant',
  'intelliauth:family-3-tokens-and-sessions:token_expired',
  'intelliauth:family-3-tokens-and-sessions:session_expired',
  'intelliauth:family-3-tokens-and-sessions:session_revoked',
  'edgebase:session-token-errors:invalid-refresh-token',
  'edgebase:session-token-errors:refresh-token-expired',
  'edgebase:session-token-errors:refresh-token-reuse-detected-session-revoked',
  // The account behind the session is gone.
  'edgebase:admin-api-errors:user-not-found',
])

/** Signs Ada in, and lets the server answer her refresh. */
async function afterRefresh(backend: keyof typeof PARTIES, respond: () => Response) {
  const client = createAuthClient({
    backend: PARTIES[backend].backend,
    fetch: async () => respond(),
  })
  await client.adopt({
    user: { id: 'u1', email: 'ada@example.com', name: 'Ada', emailVerified: true },
    accessToken: 'access-1',
    refreshToken: 'refresh-1',
    expiresInSeconds: 900,
  })
  const state = await client.refresh()
  return { state, session: client.getSession().status }
}

function answerOf(seed: SeedRow) {
  const call = { operation: 'refresh', attempt: 1, hadToken: true, factor: null } as const
  const outcome = { description: 'Ada', title: seed.id, state: '', facts: {} }
  return answerTo({ seed, ...call, ...outcome }, '.')
}

describe('a session whose refresh is answered with', () => {
  it.each(SEEDS.map((seed) => [seed.id, seed] as const))('REL-11: %s', async (id, seed) => {
    const { status, body } = await answerOf(seed)
    const { session } = await afterRefresh(
      seed.backend,
      () => new Response(JSON.stringify(body ?? null), { status }),
    )
    expect(session).toBe(ENDING.has(id) ? 'signed_out' : 'signed_in')
  })

  it.each(
    (Object.keys(PARTIES) as (keyof typeof PARTIES)[]).flatMap((backend) =>
      [408, 425, 429, 500, 502, 503, 504].map((status) => [backend, status] as const),
    ),
  )('REL-11: %s and a bare %i goes on', async (backend, status) => {
    const { session } = await afterRefresh(backend, () => new Response('', { status }))
    expect(session).toBe('signed_in')
  })

  it.each(Object.keys(PARTIES) as (keyof typeof PARTIES)[])(
    'REL-11: %s and no network, or the page of a captive portal, goes on',
    async (backend) => {
      const portal = () => new Response('<!doctype html><title>Log in to the Wi-Fi</title>')
      expect((await afterRefresh(backend, portal)).session).toBe('signed_in')
      const unplugged = () => {
        throw new TypeError('Failed to fetch')
      }
      const { state, session } = await afterRefresh(backend, unplugged)
      expect(state.kind).toBe('network_error')
      expect(session).toBe('signed_in')
    },
  )
})

describe('the catalogue', () => {
  it('REL-11: ends a session for these codes and no others', () => {
    const ending = Object.entries(CATALOGUE).filter(
      ([, row]) => 'clearTokens' in row.data && row.data.clearTokens,
    )
    expect(ending.map(([code]) => code)).toEqual([
      'invalid_grant',
      'session_expired',
      'session_revoked',
      'session_reuse_detected',
      'token_invalid',
    ])
  })
})
