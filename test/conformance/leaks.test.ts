import { describe, expect, it } from 'vitest'
import { defineBackend, type Backend, type BackendDefinition } from '../../src/client/index.js'
import {
  checkBackend,
  describeBackend,
  type BackendCheck,
  type ExampleAnswer,
} from '../../src/testing/index.js'
import { harbour } from '../../examples/own-backend/harbour.js'
import { harbourServer } from './harbour-server.js'

const sound = harbour({ baseUrl: 'https://harbour.example/v2' })
const ADA = { email: 'ada@example.com', password: 'correct horse' }
const NOW = Date.UTC(2026, 0, 5, 9)

const refused = (problem: string, more: Partial<ExampleAnswer> = {}, body: object = {}) => ({
  at: 'sign_in' as const,
  status: 401,
  body: { problem, text: 'Nobody of that name is with us.', ...body },
  ...more,
})
const WRONG = refused('login-failed', { kind: 'invalid_credentials' })
const LOCKED = refused('too-many-tries', { status: 423, kind: 'account_locked' }, { wait: 90 })

const HARBOUR_IN_SHORT: BackendDefinition = {
  id: 'harbour',
  session: 'token',
  codes: {},
  readError: () => null,
  readSession: () => null,
  endpoints: {},
}

/** What is found out about an adapter with a fault, as `check: where`. */
async function foundIn(faults: Partial<Backend>, check: Partial<BackendCheck> = {}) {
  const backend = { ...sound, ...faults }
  const report = await checkBackend({ backend, answers: [WRONG, LOCKED], now: () => NOW, ...check })
  const failures = report.findings.filter(({ level }) => level === 'failure')
  expect(report.passed).toBe(failures.length === 0)
  return [...new Set(failures.map(({ check, where }) => `${check}: ${where}`))]
}

/** The codes of an adapter that reads its body without looking. */
const careless = (body: unknown) =>
  (body as { problem: string; text: string; wait?: number }).problem

describe('checking a backend', () => {
  it('finds nothing in a sound one, and says where its answers lead', async () => {
    const report = await checkBackend({ backend: sound, answers: [WRONG, LOCKED], now: () => NOW })
    expect(report).toMatchObject({
      backend: 'harbour',
      passed: true,
      findings: [],
      kinds: ['invalid_credentials', 'account_locked'],
    })
    expect(report.mapped).toContain('restart_required')
    expect(report.untried).toContain('slow-down')
    expect(report.reached[1]).toEqual({
      kind: 'account_locked',
      code: 'account_locked',
      at: 'sign_in',
      by: 'example',
    })
  })

  it('lists the codes that stand in no table, and what became of them', async () => {
    const answers = [refused('brand-new', { status: 409 }), refused('brand-new', { status: 418 })]
    const report = await checkBackend({ backend: sound, answers })
    expect(report.unmapped).toEqual([
      { wire: 'brand-new', at: 'sign_in', status: 409, kind: 'conflict' },
      { wire: 'brand-new', at: 'sign_in', status: 418, kind: 'unknown' },
    ])
    expect(report.findings.map(({ check, where }) => `${check}: ${where}`)).toEqual([
      'unmapped_code: sign_in 409 brand-new',
      'example: sign_in 418 brand-new',
      'unmapped_code: sign_in 418 brand-new',
    ])
  })

  it('compares an example with what it should have become', async () => {
    const answers = [
      { ...WRONG, kind: 'not_found' as const },
      { ...LOCKED, code: 'rate_limited' as const },
    ]
    expect(await foundIn({}, { answers })).toEqual([
      'example: sign_in 401 login-failed',
      'example: sign_in 423 too-many-tries',
    ])
  })

  it('SEC-02: sees a text of the server’s that is given out as a code or a fact', async () => {
    const readError: Backend['readError'] = ({ body }, context, at) => {
      const error = sound.readError({ status: 401, header: () => null, body }, context, at)
      return error && { ...error, requestId: error.message }
    }
    expect(await foundIn({ readError })).toContain('server_text: sign_in 401 login-failed')
  })

  it('sees claims of a proof, and addresses that are told apart', async () => {
    expect(await foundIn({ provedAtSignIn: ['account_locked'] })).toEqual([
      'disclosure: provedAtSignIn account_locked',
    ])
    const suspended = refused('member-suspended', { status: 403, to: 'known_address' })
    const stranger = { ...WRONG, to: 'unknown_address' as const }
    expect(await foundIn({}, { answers: [suspended, stranger] })).toEqual([
      'disclosure: provedAtSignIn account_suspended',
      'disclosure: sign_in',
    ])
    const locked = { ...LOCKED, to: 'known_address' as const }
    const known = { ...WRONG, to: 'known_address' as const }
    const answers = [known, locked, stranger]
    expect(await foundIn({}, { answers })).toEqual(['disclosure: sign_in'])
    expect(await foundIn({ locksOnlyAccounts: true }, { answers })).toEqual([])
  })

  it('SEC-16: sees secrets in addresses, and inputs that break out of a path', async () => {
    const endpoints: Backend['endpoints'] = {
      ...sound.endpoints,
      signIn: {
        operation: 'sign_in',
        request: ({ email, password }) => ({
          method: 'GET',
          path: '/in',
          query: { email, password },
        }),
        result: () => null,
      },
      sendMfaCode: {
        operation: 'mfa_send_code',
        request: ({ factorId }) => ({ method: 'GET', path: `/send/${factorId}`, body: {} }),
        result: () => ({}),
      },
    }
    expect(await foundIn({ endpoints })).toEqual([
      'secret_in_url: signIn.password',
      'request: sendMfaCode',
    ])
  })

  it('sees a part of a route that no input fills', async () => {
    const misspelt = defineBackend({
      ...HARBOUR_IN_SHORT,
      endpoints: { revokeSession: { route: 'DELETE /devices/:ref', bearer: true } },
    })
    const { findings } = await checkBackend({ backend: misspelt({ baseUrl: '/' }) })
    expect(findings).toMatchObject([{ check: 'request', where: 'revokeSession' }])
  })

  it('sees a wait that was not read', async () => {
    const readError: Backend['readError'] = (answer, context, at) => {
      const error = sound.readError(answer, context, at)
      return error && { ...error, data: {} }
    }
    expect(await foundIn({ readError })).toEqual(['lost_wait: sign_in 423 too-many-tries'])
  })

  it('SEC-23: sees names of Object.prototype that are taken for codes', async () => {
    const table: Readonly<Record<string, unknown>> = { 'login-failed': 'invalid_credentials' }
    const readError: Backend['readError'] = (answer, context, at) => {
      const error = sound.readError(answer, context, at)
      return error && { ...error, code: table[error.code ?? ''] ? 'login-failed' : error.code }
    }
    expect(await foundIn({ readError }, { answers: [WRONG] })).toEqual([
      'prototype_code: sign_in 401 login-failed',
    ])
  })

  it('REL-44: sees an adapter that throws at odd bodies, believes odd waits, or signs in by mistake', async () => {
    const throwing = await foundIn({
      readError: ({ body }) => ({ code: careless(body), message: null }),
    })
    expect(throwing).toContain('hostile_body: sign_in 401')
    const believing = await foundIn({
      readError: (answer, context, at) => {
        const error = sound.readError(answer, context, at)
        const { wait } = (answer.body ?? {}) as { wait?: number }
        return (
          error && { ...error, ...(wait !== undefined && { data: { retryAfterSeconds: wait } }) }
        )
      },
    })
    expect(believing).toEqual(['hostile_body: sign_in 423'])
    const { signIn } = sound.endpoints
    const trusting = await foundIn({
      endpoints: {
        ...sound.endpoints,
        ...(signIn && {
          signIn: {
            ...signIn,
            result: () => ({
              user: null,
              accessToken: 'yes',
              refreshToken: null,
              expiresInSeconds: null,
            }),
          },
        }),
      },
    })
    expect(trusting).toEqual(
      expect.arrayContaining(['hostile_body: sign_in 200', 'hostile_body: sign_in 401']),
    )
  })

  it('tries a server through the real client, and sees who cannot be signed in', async () => {
    const server = harbourServer()
    server.join({ mail: ADA.email, secret: ADA.password, confirmed: true })
    const live = { answers: [], fetch: server.fetch, account: ADA, wrongPasswords: 4 }
    expect(await foundIn({}, live)).toEqual([])
    expect(await foundIn({ baseUrl: 'https://harbour.example/v3' }, live)).toEqual([
      'live: sign_in',
    ])
    const offline = { ...live, fetch: () => Promise.reject(new TypeError('offline')) }
    expect(await foundIn({}, offline)).toEqual(['live: sign_in'])
  })

  it('leaves out what is known and meant, and says when that is no longer there', async () => {
    const answers = [refused('brand-new', { status: 409 })]
    const name = 'unmapped_code: sign_in 409 brand-new'
    const report = await checkBackend({ backend: sound, answers, accept: [name] })
    expect(report).toMatchObject({
      passed: true,
      findings: [],
      accepted: [{ check: 'unmapped_code' }],
    })
    expect(await foundIn({}, { accept: [name] })).toEqual(['example: accept'])
  })

  it('asks for a backend, and for a server together with an account', async () => {
    await expect(checkBackend({} as never)).rejects.toThrow(
      /checkBackend\({ backend }\) got no backend/,
    )
    const alone = checkBackend({ backend: sound, account: ADA })
    await expect(alone).rejects.toThrow(/one without the other/)
  })
})

it('writes the checks as tests of whatever runner there is', async () => {
  const tests = new Map<string, () => Promise<void>>()
  const compared: unknown[] = []
  const words = {
    describe: (_: string, body: () => void) => body(),
    it: (name: string, body: () => Promise<void>) => tests.set(name, body),
    expect: (actual: unknown) => ({ toEqual: () => compared.push(actual) }),
  }
  describeBackend(words, { backend: sound, answers: [refused('brand-new', { status: 409 })] })
  await tests.get('knows each code of its server')?.()
  expect(compared).toEqual([
    [
      'unmapped_code: sign_in 409 brand-new – brand-new stands in no table; its status alone made it conflict. Add "brand-new" to codes.',
    ],
  ])
  expect(tests.has('works against its server through the real client')).toBe(false)
})
