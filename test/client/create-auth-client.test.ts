import { describe, expect, it } from 'vitest'
import { authSvc } from '../../src/backends/auth-svc/index.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import type { AuthEvent } from '../../src/client/auth-event.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import type { Support, UiState } from '../../src/ui-state/ui-state.js'
import { ADA, connect, FIVE_BACKENDS, PASSWORD, TOTP_ACCOUNT } from './five-backends.js'
import { pathOf } from './tabs.js'

const CREDENTIALS = { email: ADA.email, password: PASSWORD }
/** A request's id tells requests apart, not accounts. */
function anyId({ requestId }: Support): unknown {
  return requestId === null ? null : expect.any(String)
}

const WRONG = { ...CREDENTIALS, password: 'wrong password' }

function createGate() {
  let open = () => undefined as void
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

describe.each(FIVE_BACKENDS)('a client of $id', (five) => {
  it('signs in, tells who, and signs out', async () => {
    const { client, server } = connect(five)
    expect(client.getSession()).toEqual({ status: 'signed_out' })

    expect(await client.signIn(CREDENTIALS)).toMatchObject({ kind: 'signed_in' })
    expect(client.getSession()).toMatchObject({ status: 'signed_in' })

    expect(await client.signOut()).toEqual({ kind: 'signed_out' })
    expect(client.getSession()).toEqual({ status: 'signed_out' })
    expect(server.requests.map(({ operation }) => operation)).toEqual(['sign_in', 'sign_out'])
  })

  it('gives one state for a wrong password and an unknown address', async () => {
    const { client } = connect(five)
    const wrong = await client.signIn(WRONG)
    const unknown = await client.signIn({ ...WRONG, email: 'nobody@example.com' })
    expect(wrong.kind).toBe('invalid_credentials')
    const { support } = wrong as UiState
    expect(unknown).toMatchObject({ ...wrong, support: { ...support, requestId: anyId(support) } })
  })

  it('asks for a second factor, refuses a wrong code, and takes the right one', async () => {
    const { client, server } = connect(five)
    const challenged = await client.signIn({ email: TOTP_ACCOUNT.email, password: PASSWORD })
    if (challenged.kind !== 'mfa_required') throw new Error(`got ${challenged.kind}`)
    const { challenge, factors } = challenged
    expect(client.getSession()).toEqual({ status: 'signed_out' })
    const factorId = factors.find(({ kind }) => kind === 'totp')?.id
    const answer = { challenge, factor: 'totp', ...(factorId ? { factorId } : {}) } as const

    expect(await client.verifyMfa({ ...answer, code: '000000' })).toMatchObject({
      kind: 'invalid_code',
      factor: 'totp',
    })
    const code = server.currentCode(TOTP_ACCOUNT.email)
    expect(await client.verifyMfa({ ...answer, code })).toMatchObject({ kind: 'signed_in' })
  })

  it('takes a backup code once', async () => {
    const { client } = connect(five)
    async function useBackupCode() {
      const challenged = await client.signIn({ email: TOTP_ACCOUNT.email, password: PASSWORD })
      if (challenged.kind !== 'mfa_required') throw new Error(`got ${challenged.kind}`)
      const { challenge, factors } = challenged
      const factorId = factors.find(({ kind }) => kind === 'backup_code')?.id
      return client.verifyMfa({
        challenge,
        factor: 'backup_code',
        code: 'AAAA-1111',
        ...(factorId ? { factorId } : {}),
      })
    }
    expect(await useBackupCode()).toMatchObject({ kind: 'signed_in' })
    expect(await useBackupCode()).toMatchObject({ kind: 'invalid_code' })
  })

  it('gets a fresh session from its refresh token', async () => {
    const { client, server } = connect(five)
    await client.signIn(CREDENTIALS)
    expect(await client.refresh()).toMatchObject({ kind: 'signed_in' })
    expect(await client.refresh()).toMatchObject({ kind: 'signed_in' })
    expect(server.requests.map(({ operation }) => operation)).toEqual([
      'sign_in',
      'refresh',
      'refresh',
    ])
  })

  it('REL-01: makes one request of many refreshes at once', async () => {
    const { client, server } = connect(five)
    await client.signIn(CREDENTIALS)
    const all = await Promise.all(Array.from({ length: 50 }, () => client.refresh()))
    expect(all.every(({ kind }) => kind === 'signed_in')).toBe(true)
    expect(server.requests.filter(({ operation }) => operation === 'refresh')).toHaveLength(1)
  })

  it('REL-10: ends signed out on this side whatever the server answers', async () => {
    for (const wire of ['offline', { status: 500 }, { status: 429 }, { status: 403 }] as const) {
      const { client, server } = connect(five)
      await client.signIn(CREDENTIALS)
      server.force('sign_out', wire)
      expect(await client.signOut()).toEqual({ kind: 'signed_out' })
      expect(client.getSession()).toEqual({ status: 'signed_out' })
    }
  })

  it('SEC-40: never sends a password twice by itself', async () => {
    for (const wire of ['offline', { status: 500 }, { status: 503 }] as const) {
      const { client, server } = connect(five)
      server.force('sign_in', wire)
      const { kind } = await client.signIn(CREDENTIALS)
      expect(['network_error', 'server_error', 'unknown']).toContain(kind)
      expect(server.requests).toHaveLength(1)
    }
  })

  it('asks for a reset and for the verification mail again without telling who exists', async () => {
    const { client } = connect(five)
    const known = await client.requestPasswordReset({ email: ADA.email })
    const unknown = await client.requestPasswordReset({ email: 'nobody@example.com' })
    expect(known.kind).toBe(unknown.kind)
    expect(['succeeded', 'done']).toContain(known.kind)
  })
})

describe('a client', () => {
  const authSvcPair = FIVE_BACKENDS[1]!

  it('REL-45: tells a cancelled request, a time-out and a network failure apart', async () => {
    const { server } = connect(authSvcPair)
    const giveUp = new AbortController()
    const impatient = createAuthClient({
      backend: authSvcPair.backend,
      fetch: (input, init) => {
        giveUp.abort()
        return server.fetch(input, init)
      },
    })
    server.force('sign_in', 'timeout')
    expect(await impatient.signIn(CREDENTIALS, { signal: giveUp.signal })).toMatchObject({
      kind: 'cancelled',
      certain: true,
    })

    const hurried = connect(authSvcPair, {}, { deadlineMs: 20 })
    hurried.server.force('sign_in', 'timeout')
    expect(await hurried.client.signIn(CREDENTIALS)).toMatchObject({
      kind: 'network_error',
      timeout: true,
    })

    const unplugged = connect(authSvcPair)
    unplugged.server.force('sign_in', 'offline')
    expect(await unplugged.client.signIn(CREDENTIALS)).toMatchObject({
      kind: 'network_error',
      timeout: false,
    })
  })

  it('REL-22: replays a call once after one refresh, and no more', async () => {
    const { client, server } = connect(authSvcPair)
    await client.signIn(CREDENTIALS)
    server.force('api_call', { status: 401, code: 'TOKEN_EXPIRED' })
    expect(await client.perform('getUser', {})).toMatchObject({ kind: 'succeeded' })
    expect(server.requests.map(({ operation }) => operation)).toEqual([
      'sign_in',
      'api_call',
      'refresh',
      'api_call',
    ])

    server.force('api_call', { status: 401, code: 'TOKEN_EXPIRED' }, { times: 2 })
    expect(await client.perform('getUser', {})).toMatchObject({
      kind: 'sign_in_required',
      reason: 'expired',
    })
    expect(client.getSession()).toEqual({ status: 'signed_out', reason: 'expired' })
  })

  it('REL-09: drops the session of a sign-in that was overtaken by a sign-out', async () => {
    const { client } = connect(authSvcPair)
    const signingIn = client.signIn(CREDENTIALS)
    await client.signOut()
    await signingIn
    const refreshing = client.refresh()
    await client.signOut()
    await refreshing
    expect(client.getSession()).toEqual({ status: 'signed_out' })
  })

  it('REL-37: lets the newest sign-in win, whichever is answered first', async () => {
    const eve = { ...ADA, email: 'eve@example.com' }
    for (const delays of [
      [30, 0],
      [0, 30],
    ]) {
      const { server } = connect(authSvcPair, { accounts: [ADA, eve] })
      const waits = [...delays]
      const client = createAuthClient({
        backend: authSvcPair.backend,
        fetch: async (input, init) => {
          const wait = waits.shift() ?? 0
          const answer = await server.fetch(input, init)
          await new Promise((resolve) => setTimeout(resolve, wait))
          return answer
        },
      })
      const older = client.signIn(CREDENTIALS)
      const newer = client.signIn({ ...CREDENTIALS, email: eve.email })
      await Promise.all([older, newer])
      expect(client.getSession()).toMatchObject({ user: { email: eve.email } })
    }
  })

  it('REL-37: is signed in by what was typed while it was still asking who is there', async () => {
    const user = { id: 'u1', email: ADA.email, name: 'Ada', emailVerified: true }
    const nobody = createGate()
    const somebody = createGate()
    const client = createAuthClient({
      backend: betterAuth({ baseUrl: 'https://app.example/api/auth' }),
      async fetch(input) {
        const isQuestion = pathOf(input).endsWith('/get-session')
        await (isQuestion ? nobody : somebody).opened
        return Response.json(isQuestion ? null : { token: 't', user })
      },
    })
    const restoring = client.restore()
    const signingIn = client.signIn(CREDENTIALS)
    nobody.open()
    await restoring
    expect(client.getSession()).toEqual({ status: 'signed_out' })
    somebody.open()
    await signingIn
    expect(client.getSession()).toMatchObject({ status: 'signed_in' })
  })

  it('REL-44: fails closed on a success it cannot read', async () => {
    for (const body of ['', '<!doctype html>', '{"data":', '[]', '42', '{"ok":true}']) {
      const client = createAuthClient({
        backend: authSvc({ baseUrl: '/api' }),
        fetch: async () => new Response(body, { status: 200 }),
      })
      expect(await client.signIn(CREDENTIALS)).toMatchObject({ kind: 'unknown' })
      expect(client.getSession()).toEqual({ status: 'signed_out' })
    }
  })

  it('SEC-25: reads no more than 256 KiB of an answer', async () => {
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
    })
    const client = createAuthClient({
      backend: authSvc({ baseUrl: '/api' }),
      fetch: async () => new Response(endless, { status: 500 }),
    })
    expect(await client.signIn(CREDENTIALS)).toMatchObject({ kind: 'server_error' })
    expect(pulled).toBeLessThan(1_000_000)
  })

  it('SEC-20: tells events without address, password or token', async () => {
    const events: AuthEvent[] = []
    const { client } = connect(authSvcPair, {}, { onEvent: (event) => events.push(event) })
    await client.signIn(WRONG)
    await client.signIn(CREDENTIALS)
    await client.signOut()
    expect(events.map(({ type }) => type)).toEqual([
      'failed',
      'recovered',
      'signed_in',
      'signed_out',
    ])
    const told = JSON.stringify(events)
    for (const secret of [ADA.email, PASSWORD, WRONG.password]) expect(told).not.toContain(secret)
  })

  it('SEC-16, SEC-33: sends credentials in a JSON body, never in an address', async () => {
    const seen: Request[] = []
    const client = createAuthClient({
      backend: authSvc({ baseUrl: 'https://auth.example' }),
      fetch: async (input, init) => {
        seen.push(new Request(input, init))
        return new Response('{}', { status: 500 })
      },
    })
    await client.signIn(CREDENTIALS)
    const [request] = seen
    expect(request?.method).toBe('POST')
    expect(request?.url).toBe('https://auth.example/login')
    expect(request?.headers.get('content-type')).toBe('application/json')
    expect(request?.credentials).toBe('omit')
    expect(await request?.json()).toEqual(CREDENTIALS)
  })

  it('gives the address where the browser itself has to go, and sends nothing', async () => {
    const { client, server } = connect(FIVE_BACKENDS[4]!)
    const started = await client.perform('startOAuth', {
      provider: 'github',
      redirectUrl: 'https://app.example/callback',
    })
    expect(started).toEqual({
      kind: 'succeeded',
      value: {
        url: 'https://auth.example/api/auth/oauth/github?redirect_url=https%3A%2F%2Fapp.example%2Fcallback',
      },
    })
    expect(server.requests).toHaveLength(0)
  })

  it('says what is wrong when it is given no backend', () => {
    expect(() => createAuthClient({} as never)).toThrow(/got no backend.*Pass one/s)
  })

  it('says what is wrong when the backend has no such action', async () => {
    const { client } = connect(authSvcPair)
    expect(await client.supports('startDeviceFlow')).toBe(false)
    expect(await client.supports('listSessions')).toBe(true)
    await expect(client.perform('startDeviceFlow', {})).rejects.toThrow(
      /auth-svc backend has no action "startDeviceFlow"/,
    )
  })

  it('REL-46: can be made where there is no browser', () => {
    expect(typeof window).toBe('undefined')
    expect(() => connect(authSvcPair)).not.toThrow()
  })
})
