import { describe, expect, it } from 'vitest'
import { ADA, connect, FIVE_BACKENDS, PASSWORD } from './five-backends.js'

const CREDENTIALS = { email: ADA.email, password: PASSWORD }

async function signedIn(id: string) {
  const five = FIVE_BACKENDS.find((candidate) => candidate.id === id)
  if (!five) throw new Error(`No backend is called ${id}.`)
  const scene = connect(five)
  await scene.client.signIn(CREDENTIALS)
  return scene
}

describe('a session that the server ends', () => {
  it.each([
    ['auth-svc', { status: 401, code: 'REFRESH_TOKEN_EXPIRED' }, 'expired'],
    ['auth-svc', { status: 401, code: 'TOKEN_REVOKED' }, 'revoked'],
    [
      'edgebase',
      { status: 401, message: 'Refresh token reuse detected. Session revoked.' },
      'reuse_detected',
    ],
    ['intelliauth', { status: 401, code: 'session_revoked' }, 'revoked'],
  ])('UX-33: says why, in the words of %s', async (id, wire, reason) => {
    const { client, server } = await signedIn(id)
    server.force('refresh', wire)
    await client.refresh()
    expect(client.getSession()).toEqual({ status: 'signed_out', reason })
  })

  it('keeps its first reason, until somebody signs in or out', async () => {
    const { client, server } = await signedIn('auth-svc')
    server.force('refresh', { status: 401, code: 'TOKEN_REVOKED' })
    await client.refresh()
    await client.refresh()
    expect(client.getSession()).toEqual({ status: 'signed_out', reason: 'revoked' })

    await client.signOut()
    expect(client.getSession()).toEqual({ status: 'signed_out' })
    await client.signIn(CREDENTIALS)
    expect(client.getSession().status).toBe('signed_in')
  })

  it('has no reason where nobody was signed in, or the user ended it', async () => {
    const { client, server } = await signedIn('auth-svc')
    await client.signOut()
    server.force('refresh', { status: 401, code: 'TOKEN_REVOKED' })
    await client.refresh()
    expect(client.getSession()).toEqual({ status: 'signed_out' })
  })

  it('REL-09: is not the one that has begun meanwhile', async () => {
    const { client, server } = await signedIn('auth-svc')
    server.force('api_call', { status: 401, code: 'TOKEN_REVOKED' })
    const late = client.perform('getUser', {})
    await client.signOut()
    await client.signIn(CREDENTIALS)
    expect(await late).toMatchObject({ kind: 'sign_in_required' })
    expect(client.getSession().status).toBe('signed_in')
  })

  it('REL-09: does not come back with the answer to a step-up', async () => {
    const { client, server } = await signedIn('intelliauth')
    server.force('sign_out', 'offline')
    const late = client.perform('stepUp', { password: PASSWORD })
    await client.signOut()
    expect(await late).toMatchObject({ kind: 'succeeded' })
    expect(client.getSession()).toEqual({ status: 'signed_out' })
  })
})

describe('the list of sessions', () => {
  it('marks this one where the list itself says so', async () => {
    const { client } = await signedIn('auth-svc')
    expect(await client.listSessions()).toMatchObject({ value: { sessions: [{ current: true }] } })
  })

  it('marks this one by the access token where the list says nothing', async () => {
    const { client, server } = await signedIn('edgebase')
    const other = connect(FIVE_BACKENDS[4]!, {}, { fetch: server.fetch })
    await other.client.signIn(CREDENTIALS)
    const listed = await client.listSessions()
    const current = listed.kind === 'succeeded' && listed.value.sessions.map((s) => s.current)
    expect(current).toEqual([true, false])
  })
})
