import { describe, expect, it, vi } from 'vitest'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { depart, type Departure } from '../../src/client/oauth-departure.js'

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)

/** A browser's page, as far as a journey needs one. */
function pageAt(address: string) {
  const kept = new Map<string, string>()
  vi.stubGlobal('location', new URL(address))
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  const attempts = () =>
    JSON.parse(kept.get('gatewright:oauth') ?? '[]') as { state: string; stateSent: boolean }[]
  return { attempts }
}

/** Leaves from a page, on a backend whose codes the client exchanges, and which answers with `url`. */
async function leave({
  url,
  takes = [],
  purpose = 'sign_in',
}: Partial<Pick<Departure, 'purpose'>> & { url: string; takes?: readonly 'state'[] }) {
  const asked: object[] = []
  const start = {
    operation: 'oauth_start',
    takes,
    request: (input: object) => {
      asked.push(input)
      return { method: 'GET', path: '/start' } as const
    },
    result: () => ({ url }),
  } as const
  const own = intelliauth({ baseUrl: 'https://auth.example' })
  const endpoints = { ...(await own.loadAccountEndpoints?.()), startOAuth: start, linkOAuth: start }
  const client = createAuthClient({
    backend: { ...own, loadAccountEndpoints: async () => endpoints },
    fetch: async () => Response.json({}),
  })
  return { asked, outcome: await depart(client, { provider: 'acme', purpose }, NOW) }
}

describe('leaving for a provider', () => {
  it.each([
    ['https://app.example/in', 'https://id.example/', true],
    ['https://app.example/in', 'http://id.example/', false],
    ['https://app.example/in', 'http://localhost.id.example/', false],
    ['https://app.example/in', 'http://127.0.0.1.id.example/', false],
    ['https://app.example/in', 'http://localhost:8080/', true],
    ['https://app.example/in', 'http://127.0.0.1:8080/', true],
    ['https://app.example/in', 'http://[::1]:8080/', true],
    ['http://app.test/in', 'http://id.test/', true],
    ['file:///app/in.html', 'file:///etc/passwd', false],
    ['https://app.example/in', 'blob:https://app.example/1', false],
  ])('SEC-03: from %s to %s: %s', async (page, url, goes) => {
    const { attempts } = pageAt(page)
    const { outcome } = await leave({ url })
    expect(outcome.kind).toBe(goes ? 'leaving' : 'unknown')
    expect(attempts()).toHaveLength(goes ? 1 : 0)
  })

  it.each(['sign_in', 'link'] as const)(
    'SEC-07: gives the backend a state and a challenge, whatever for (%s)',
    async (purpose) => {
      const { attempts } = pageAt('https://app.example/in')
      const { asked } = await leave({ url: 'https://id.example/', purpose })
      expect(asked[0]).toMatchObject({
        state: attempts()[0]?.state,
        codeChallenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      })
    },
  )

  it('SEC-08: wants the state back that is in the address, or that the backend says it gives back', async () => {
    const { attempts } = pageAt('https://app.example/in')
    await leave({ url: 'https://id.example/?state=theirs' })
    await leave({ url: 'https://id.example/?request_uri=urn:1', takes: ['state'] })
    expect(attempts().map(({ stateSent }) => stateSent)).toEqual([true, false])
  })
})
