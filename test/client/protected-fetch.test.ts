import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { createAuthClient, type AuthClientOptions } from '../../src/client/create-auth-client.js'
import { isStepUpNeeded } from '../../src/client/step-up-needed.js'
import { ADA, connect, FIVE_BACKENDS, PASSWORD } from './five-backends.js'

const CREDENTIALS = { email: ADA.email, password: PASSWORD }
const APP = 'https://app.example'
const API = 'https://api.app.example'

interface Sent {
  url: string
  authorization: string | null
  redirect: RequestRedirect | undefined
  credentials: RequestCredentials | undefined
  body: string
}

type Answer = Response | ((sent: Sent) => Response | Promise<Response>)

beforeEach(() => vi.stubGlobal('location', new URL(`${APP}/page`)))

/** A client whose auth server is the fake one, and whose app's API gives these answers, the last one for ever. */
function withApi(
  answers: readonly Answer[] = [Response.json({ ok: true })],
  { id = 'auth-svc', ...options }: Partial<AuthClientOptions> & { id?: string } = {},
) {
  const five = FIVE_BACKENDS.find((candidate) => candidate.id === id)
  if (!five) throw new Error(`No backend is called ${id}.`)
  const sent: Sent[] = []
  const scene = connect(five)
  const client = createAuthClient({
    backend: five.backend,
    now: scene.server.clock.now,
    ...options,
    async fetch(input, init = {}) {
      const url = input instanceof Request ? input.url : String(input)
      if (url.startsWith(five.backend.baseUrl)) return scene.server.fetch(input, init)
      const headers = new Headers(init.headers ?? (input instanceof Request ? input.headers : {}))
      const body =
        input instanceof Request
          ? await input.text()
          : typeof init.body === 'string'
            ? init.body
            : ''
      const { redirect, credentials } = init
      const authorization = headers.get('authorization')
      const request = { url, authorization, redirect, credentials, body }
      const answer = answers[Math.min(sent.push(request), answers.length) - 1]
      if (answer === undefined) throw new TypeError('Failed to fetch')
      return typeof answer === 'function' ? answer(request) : answer.clone()
    },
  })
  const refreshes = () =>
    scene.server.requests.filter(({ operation }) => operation === 'refresh').length
  return { ...scene, client, sent, refreshes }
}

async function signedIn(...settings: Parameters<typeof withApi>) {
  const scene = withApi(...settings)
  await scene.client.signIn(CREDENTIALS)
  return scene
}

const unauthorised = (body: unknown = {}, headers: Record<string, string> = {}) =>
  Response.json(body, { status: 401, headers })
const TOKEN_EXPIRED = unauthorised({ data: null, error: { code: 'TOKEN_EXPIRED' } })

describe('SEC-17: where the token goes', () => {
  it.each([
    ['/orders', `${APP}/orders`],
    ['orders?page=2', `${APP}/orders?page=2`],
    [`${APP}/orders`, `${APP}/orders`],
    ['//app.example/orders', `${APP}/orders`],
    ['https://APP.example:443/orders', `${APP}/orders`],
    // A scheme without slashes is a path here, and the browser takes it for one, too.
    ['https:evil.com', `${APP}/evil.com`],
  ])('takes it to the page’s own origin: %s', async (address, url) => {
    const { client, sent } = await signedIn()
    await client.fetch(address)
    expect(sent).toEqual([
      expect.objectContaining({ url, authorization: expect.stringMatching(/^Bearer ./) }),
    ])
  })

  it.each([
    'https://app.example.evil.com/orders',
    'https://evilapp.example/orders',
    'https://app.example@evil.com/orders',
    'https://app.example:443@evil.com/orders',
    'https://evil.com/https://app.example/orders',
    'https://evil.com?https://app.example',
    'https://evil.com#@app.example',
    '//evil.com/orders',
    '/\\evil.com/orders',
    '\\\\evil.com/orders',
    '/\t/evil.com/orders',
    'http://app.example/orders',
    'https://app.example:8443/orders',
    'https://sub.app.example/orders',
    'https://app。evil.com/orders',
    'data:application/json,{}',
    'blob:https://app.example/0',
  ])('keeps it from every other: %s', async (address) => {
    const { client, sent } = await signedIn()
    await client.fetch(address)
    expect(sent.map(({ authorization }) => authorization)).toEqual([null])
  })

  it('never reaches an origin that was not allowed, however an address is written', async () => {
    const { client, sent } = await signedIn(undefined, { apiOrigins: [API] })
    const scheme = fc.constantFrom('https://', 'http://', '//', '/\\', 'https:', '', 'javascript:')
    const host = fc.constantFrom('api.app.example', 'evil.com', 'app.example', 'api.app.example.')
    const glue = fc.constantFrom('', '@', ':', '.', '/', '\\', '#', '?', '%2f', '\t', ':443', '-')
    const path = fc.webPath()
    const address = fc.tuple(scheme, host, glue, host, glue, path).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(fc.oneof(address, fc.webUrl(), fc.string()), async (target) => {
        sent.length = 0
        await client.fetch(target).catch(() => undefined)
        for (const { url, authorization } of sent) {
          if (authorization !== null) expect(new URL(url).origin).toBe(API)
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('takes it to the origins that were named instead, and to no other', async () => {
    const { client, sent } = await signedIn(undefined, { apiOrigins: [`${API}/`] })
    await client.fetch(`${API}/orders`)
    await client.fetch('/orders')
    expect(sent.map(({ authorization }) => authorization !== null)).toEqual([true, false])
  })

  it('goes over plain http where that is the origin that was named, as on a developer’s machine', async () => {
    const local = 'http://localhost:8787'
    const { client, sent } = await signedIn(undefined, { apiOrigins: [local] })
    await client.fetch(`${local}/orders`)
    await client.fetch('http://localhost:3000/orders')
    expect(sent.map(({ authorization }) => authorization !== null)).toEqual([true, false])
  })

  it('goes nowhere on a server, which has no page, where no origin was named', async () => {
    const { client, sent } = await signedIn()
    vi.stubGlobal('location', undefined)
    await client.fetch(`${APP}/orders`)
    expect(sent.map(({ authorization }) => authorization)).toEqual([null])
  })

  it('refuses redirects where it goes along, and leaves them alone where it does not', async () => {
    const { client, sent } = await signedIn()
    await client.fetch('/orders', { redirect: 'follow' })
    await client.fetch('https://elsewhere.example/', { redirect: 'manual' })
    expect(sent.map(({ redirect }) => redirect)).toEqual(['error', 'manual'])
  })

  it('decides by the address of a Request too, and keeps its headers', async () => {
    const { client, sent } = await signedIn()
    await client.fetch(new Request(`${APP}/orders`, { method: 'POST', body: 'one' }))
    await client.fetch(new Request('https://evil.com/orders'))
    await client.fetch(new URL(`${APP}/orders`))
    expect(sent.map(({ authorization }) => authorization !== null)).toEqual([true, false, true])
    expect(sent[0]?.body).toBe('one')
  })

  it('goes nowhere while nobody is signed in, and in place of no header of the app’s own', async () => {
    const { client, sent } = withApi()
    await client.fetch('/orders')
    await client.signIn(CREDENTIALS)
    await client.fetch('/orders', { headers: { Authorization: 'Basic own' } })
    await client.signOut()
    await client.fetch('/orders')
    expect(sent.map(({ authorization }) => authorization)).toEqual([null, 'Basic own', null])
  })

  it.each(['https://api.example/v1', 'https://user@api.example', 'api.example', 'ftp://a.example'])(
    'refuses %s as an origin and says how to name one',
    (entry) => {
      const { backend } = FIVE_BACKENDS[0]!
      expect(() => createAuthClient({ backend, apiOrigins: [entry] })).toThrow(
        /^Gatewright: createAuthClient\(\{ apiOrigins \}\) got .*token goes to whole origins.*scheme, host and port.*apiOrigins: \['https:/s,
      )
    },
  )

  it('sends the cookie of a cookie backend to allowed origins', async () => {
    const sent: RequestInit[] = []
    const client = createAuthClient({
      backend: betterAuth({ baseUrl: '/api/auth' }),
      apiOrigins: [API],
      fetch: async (_, init = {}) => {
        sent.push(init)
        return Response.json({})
      },
    })
    await client.fetch(`${API}/orders`)
    await client.fetch('https://evil.com/')
    expect(sent.map(({ credentials }) => credentials)).toEqual(['include', undefined])
  })
})

describe('an expired token at the app’s API', () => {
  it('REL-22: is refreshed once and the request sent once more, with its body', async () => {
    const { client, sent, refreshes } = await signedIn([TOKEN_EXPIRED, Response.json({ ok: true })])
    const response = await client.fetch('/orders', { method: 'POST', body: 'one more' })
    expect(await response.json()).toEqual({ ok: true })
    expect(sent.map(({ body }) => body)).toEqual(['one more', 'one more'])
    expect(sent[0]?.authorization).not.toBe(sent[1]?.authorization)
    expect(refreshes()).toBe(1)
  })

  it('REL-22: sends the body of a Request once more, too', async () => {
    const { client, sent } = await signedIn([TOKEN_EXPIRED, Response.json({ ok: true })])
    await client.fetch(new Request(`${APP}/orders`, { method: 'POST', body: 'streamed' }))
    expect(sent.map(({ body }) => body)).toEqual(['streamed', 'streamed'])
  })

  it('REL-22: ends the session at the second 401, after three requests at most', async () => {
    const { client, sent, refreshes } = await signedIn([TOKEN_EXPIRED])
    const response = await client.fetch('/orders')
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'TOKEN_EXPIRED' } })
    expect(sent.length + refreshes()).toBe(3)
    expect(client.getSession()).toEqual({ status: 'signed_out', reason: 'expired' })
  })

  it.each([
    ['no body', new Response(null, { status: 401 })],
    ['a page', new Response('<h1>401</h1>', { status: 401 })],
    [
      'RFC 6750',
      unauthorised({ problem: 'TOKEN' }, { 'www-authenticate': 'Bearer error="invalid_token"' }),
    ],
  ])('is told by %s as well', async (_, answer) => {
    const { client, sent, refreshes } = await signedIn([answer, Response.json({ ok: true })])
    expect((await client.fetch('/orders')).ok).toBe(true)
    expect([sent.length, refreshes()]).toEqual([2, 1])
  })

  it('makes one refresh for many requests, those that come late included', async () => {
    let late: (() => void) | undefined
    const isLate = new Promise<void>((resolve) => {
      late = resolve
    })
    let used = ''
    const { client, sent, refreshes } = await signedIn([
      async ({ authorization, url }) => {
        used ||= authorization ?? ''
        if (authorization !== used) return Response.json({ ok: true })
        if (url.endsWith('/late')) await isLate
        return TOKEN_EXPIRED.clone()
      },
    ])
    const slow = client.fetch('/late')
    const others = await Promise.all(['/a', '/b', '/c'].map((path) => client.fetch(path)))
    late?.()
    expect([...others, await slow].every(({ ok }) => ok)).toBe(true)
    expect([sent.length, refreshes()]).toEqual([8, 1])
  })

  it('REL-11: keeps the session where the refresh could not be made', async () => {
    const { client, server, sent } = await signedIn([TOKEN_EXPIRED])
    server.force('refresh', { status: 503 })
    expect((await client.fetch('/orders')).status).toBe(401)
    expect(sent).toHaveLength(1)
    expect(client.getSession().status).toBe('signed_in')
  })

  it('SEC-41: sends nothing again in the name of somebody who has signed in meanwhile', async () => {
    const { client, sent } = await signedIn([
      async () => {
        await client.signOut()
        await client.signIn(CREDENTIALS)
        return TOKEN_EXPIRED.clone()
      },
    ])
    expect((await client.fetch('/orders')).status).toBe(401)
    expect(sent).toHaveLength(1)
    expect(client.getSession().status).toBe('signed_in')
  })

  it('ends the session at once where the answer says that it was revoked', async () => {
    const { client, refreshes } = await signedIn([
      unauthorised({ data: null, error: { code: 'TOKEN_REVOKED' } }),
    ])
    expect((await client.fetch('/orders')).status).toBe(401)
    expect(client.getSession()).toEqual({ status: 'signed_out', reason: 'revoked' })
    expect(refreshes()).toBe(0)
  })
})

describe('any other answer of the app’s API', () => {
  it.each([
    ['a 401 in words of its own', unauthorised({ error: { code: 'LICENCE_MISSING' } })],
    ['a 403', Response.json({ error: { code: 'FORBIDDEN' } }, { status: 403 })],
    ['a 404', new Response('no', { status: 404 })],
    ['a 500', new Response('no', { status: 500 })],
    ['a 429', new Response('no', { status: 429, headers: { 'retry-after': '5' } })],
  ])('is given as it is: %s', async (_, answer) => {
    const { client, sent, refreshes } = await signedIn([answer])
    const response = await client.fetch('/orders')
    expect(response.status).toBe(answer.status)
    expect(await response.text()).toBe(await answer.clone().text())
    expect([sent.length, refreshes()]).toEqual([1, 0])
    expect(client.getSession().status).toBe('signed_in')
  })

  it('rejects as fetch does where none comes', async () => {
    const { client } = await signedIn([])
    await expect(client.fetch('/orders')).rejects.toThrow(TypeError)
    await expect(client.fetch('https://[')).rejects.toThrow(TypeError)
  })
})

describe('a step-up that the app’s API asks for', () => {
  const ENVELOPES = {
    calimatic: { code: 'step_up_required', message: 'Confirm' },
    'auth-svc': { data: null, error: { code: 'step_up_required', message: 'Confirm' } },
    authos: { error: 'Confirm', error_code: 'step_up_required' },
    intelliauth: { error: 'step_up_required', details: { required_aal: 2 } },
    edgebase: { code: 403, message: 'Confirm', slug: 'step_up_required' },
  }

  async function stateOf(request: Promise<Response>) {
    const error: unknown = await request.then(
      () => new Error('The request was answered.'),
      (reason: unknown) => reason,
    )
    if (!isStepUpNeeded(error)) throw error
    return error.state
  }

  it.each(Object.entries(ENVELOPES))('is found in the envelope of %s', async (id, body) => {
    const { client, sent } = await signedIn([Response.json(body, { status: 403 })], { id })
    expect(await stateOf(client.fetch('/orders'))).toMatchObject({ kind: 'step_up_required' })
    expect(sent).toHaveLength(1)
    expect(client.getSession().status).toBe('signed_in')
  })

  it('is found in a challenge of RFC 9470, with what it asks for', async () => {
    const challenge =
      'Bearer error="insufficient_user_authentication", ' +
      'error_description="A different \\"authentication\\" level is required", ' +
      'acr_values="myACR urn:two", max_age="5"'
    const { client, refreshes } = await signedIn([
      unauthorised({}, { 'www-authenticate': `Basic realm="a", ${challenge}, Digest nonce="x"` }),
    ])
    expect(await stateOf(client.fetch('/orders'))).toMatchObject({
      kind: 'step_up_required',
      acrValues: ['myACR', 'urn:two'],
      maxAge: 5,
    })
    expect(refreshes()).toBe(0)
  })

  it('is found in the backend’s own words, with the level', async () => {
    const { client } = await signedIn(
      [unauthorised({ error: 'step_up_required', details: { required_aal: 2 } })],
      { id: 'intelliauth' },
    )
    expect(await stateOf(client.fetch('/orders'))).toMatchObject({ level: '2' })
  })

  it('SEC-20: carries nothing in its error but the state', async () => {
    const { client } = await signedIn([unauthorised(ENVELOPES['auth-svc'])])
    const error: unknown = await client.fetch('/orders?ticket=secret').catch((reason) => reason)
    expect(`${JSON.stringify(error)} ${String(error)}`).not.toMatch(/Bearer|secret|ada@/)
  })
})
