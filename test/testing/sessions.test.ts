import { describe, expect, it } from 'vitest'
import {
  authSvcDialect,
  createFakeAuthServer,
  edgebaseDialect,
  type Dialect,
} from '../../src/testing/index.js'
import { post, send } from './post.js'

const ADA = { email: 'ada@example.com', password: 'correct horse' }

interface Pair {
  accessToken: string
  refreshToken: string
}

function serverWith(dialect: Dialect) {
  return createFakeAuthServer({ dialect, accounts: [ADA] })
}

describe('sessions of auth-svc', () => {
  async function signedIn() {
    const server = serverWith(authSvcDialect())
    const { body } = await post(server, '/login', ADA)
    return { server, ...(body as { data: Pair }).data }
  }
  const codeOf = (body: unknown) => (body as { error: { code: string } | null }).error?.code ?? null

  it('rotates the refresh token and ends the session when an old one comes back', async () => {
    const { server, refreshToken } = await signedIn()
    const rotated = await post(server, '/refresh', { refreshToken })
    const next = (rotated.body as { data: Pair }).data
    expect(next.refreshToken).not.toBe(refreshToken)
    const replayed = await post(server, '/refresh', { refreshToken })
    expect(codeOf(replayed.body)).toBe('TOKEN_REVOKED')
    const honest = await post(server, '/refresh', { refreshToken: next.refreshToken })
    expect(codeOf(honest.body)).toBe('TOKEN_REVOKED')
    const call = await send(server, 'GET', '/profile', { token: next.accessToken })
    expect(codeOf(call.body)).toBe('TOKEN_REVOKED')
  })

  it('tells an expired token from a revoked, a missing and a forged one', async () => {
    const { server, accessToken, refreshToken } = await signedIn()
    const profile = async (token?: string) =>
      codeOf((await send(server, 'GET', '/profile', token === undefined ? {} : { token })).body)
    expect(await profile(accessToken)).toBeNull()
    expect(await profile()).toBe('UNAUTHORIZED')
    expect(await profile('forged')).toBe('TOKEN_INVALID')
    server.clock.advance(15 * 60)
    expect(await profile(accessToken)).toBe('TOKEN_EXPIRED')
    server.clock.advance(7 * 24 * 3600)
    const late = await post(server, '/refresh', { refreshToken })
    expect(codeOf(late.body)).toBe('REFRESH_TOKEN_EXPIRED')
  })

  it('lists devices, signs one out, and says so when it is gone', async () => {
    const { server, accessToken: token } = await signedIn()
    await post(server, '/login', ADA)
    const list = async () => {
      const { body } = await send(server, 'GET', '/sessions', { token })
      return (body as { data: { id: string; current: boolean }[] }).data
    }
    const sessions = await list()
    expect(sessions.map(({ current }) => current)).toEqual([true, false])
    const path = `/sessions/${sessions[1]?.id}`
    expect((await send(server, 'DELETE', path, { token })).status).toBe(200)
    expect(codeOf((await send(server, 'DELETE', path, { token })).body)).toBe('SESSION_NOT_FOUND')
    expect(await list()).toHaveLength(1)
  })

  it('ends a session at sign-out, and every session when an administrator says so', async () => {
    const { server, accessToken: token, refreshToken } = await signedIn()
    await send(server, 'POST', '/logout', { token, body: { refreshToken } })
    const dead = await post(server, '/refresh', { refreshToken })
    expect(codeOf(dead.body)).toBe('TOKEN_REVOKED')
    const again = (await post(server, '/login', ADA)).body as { data: Pair }
    server.endSessions(ADA.email)
    const call = await send(server, 'GET', '/profile', { token: again.data.accessToken })
    expect(codeOf(call.body)).toBe('TOKEN_REVOKED')
  })
})

describe('refresh tokens of EdgeBase', () => {
  const REUSED = 'Refresh token reuse detected. Session revoked.'
  const messageOf = (body: unknown) => (body as { message?: string }).message ?? null

  async function twoDevices(dialect: Dialect) {
    const server = serverWith(dialect)
    const [phone, laptop] = [
      (await post(server, '/auth/signin', ADA)).body as Pair,
      (await post(server, '/auth/signin', ADA)).body as Pair,
    ]
    const refresh = (refreshToken: string) => post(server, '/auth/refresh', { refreshToken })
    const rotated = (await refresh(phone.refreshToken)).body as Pair
    return { server, phone, laptop, rotated, refresh }
  }

  it('end every session of the user on reuse, as the reference says', async () => {
    const { phone, laptop, refresh } = await twoDevices(edgebaseDialect())
    expect(messageOf((await refresh(phone.refreshToken)).body)).toBe(REUSED)
    expect(messageOf((await refresh(laptop.refreshToken)).body)).toBe('Invalid refresh token.')
  })

  it('are forgiven for 30 s and end one session after that, as the server does it', async () => {
    const { server, phone, laptop, rotated, refresh } = await twoDevices(
      edgebaseDialect({ slugs: true }),
    )
    const forgiven = (await refresh(phone.refreshToken)).body as Pair
    expect(forgiven.refreshToken).toBe(rotated.refreshToken)
    server.clock.advance(31)
    expect((await refresh(phone.refreshToken)).body).toMatchObject({
      message: REUSED,
      slug: 'refresh-token-reused',
    })
    expect((await refresh(rotated.refreshToken)).status).toBe(401)
    expect((await refresh(laptop.refreshToken)).status).toBe(200)
  })

  it('are only recognised one generation back', async () => {
    const { server, phone, rotated, refresh } = await twoDevices(edgebaseDialect({ slugs: true }))
    server.clock.advance(60)
    const newest = (await refresh(rotated.refreshToken)).body as Pair
    expect((await refresh(phone.refreshToken)).body).toMatchObject({
      slug: 'invalid-refresh-token',
    })
    expect((await refresh(newest.refreshToken)).status).toBe(200)
  })

  it('outlive nothing: an access token works until it expires', async () => {
    const { server, laptop } = await twoDevices(edgebaseDialect())
    await post(server, '/auth/signout', { refreshToken: laptop.refreshToken })
    const me = () => send(server, 'GET', '/auth/me', { token: laptop.accessToken })
    expect((await me()).status).toBe(200)
    server.clock.advance(15 * 60)
    expect(messageOf((await me()).body)).toBe('Authentication required.')
  })
})
