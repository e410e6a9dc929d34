import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { LinkedAccounts } from '../../src/components/linked-accounts.js'
import { ProviderButtons } from '../../src/components/provider-buttons.js'
import { BACKENDS, comeBack, leaveForGoogle } from './oauth-journey.js'
import { renderWith } from './render-with.js'
import { jwt, scriptedServer } from './scripted-server.js'
import { signInAsAda } from './signed-in-as.js'

const TOKENS = `access_token=${jwt({ sub: 'mallory' })}&refresh_token=refresh-1`
const NOBODY = 'Sign-in security check failed. Start from the home page.'

const restartScreen = () => screen.findByRole('heading', { name: 'Start over' })

/** The address a provider's journey ends at, for whoever has pressed "Continue with Google". */
async function endAt(backend: keyof typeof BACKENDS, answer: (sent: URL) => string) {
  const sent = await leaveForGoogle({ backend: BACKENDS[backend] })
  const server = scriptedServer({})
  return { server, ...comeBack(answer(sent), {}, { backend: BACKENDS[backend], server }) }
}

describe('a link to the page that takes answers in, sent by anybody', () => {
  it.each(Object.keys(BACKENDS) as (keyof typeof BACKENDS)[])(
    'SEC-02: puts no words into the mouth of an app on %s',
    async (id) => {
      const words = new URLSearchParams({
        error: 'invented',
        error_description: 'Call 0800 now',
        error_code: 'OAUTH_ERROR',
      })
      const { container } = comeBack(
        `/callback?${words}`,
        {},
        { backend: BACKENDS[id], server: scriptedServer({}) },
      )
      expect(await screen.findByRole('button')).toBeVisible()
      expect(container).not.toHaveTextContent(/0800|invented/)
    },
  )

  it('ends nobody’s session', async () => {
    const server = scriptedServer({})
    const { client, events } = comeBack(
      '/callback?error=UNAUTHORIZED',
      {},
      { backend: BACKENDS['better-auth'], server, signedIn: signInAsAda },
    )
    expect(await screen.findByRole('heading')).toBeVisible()
    expect(client.getSession().status).toBe('signed_in')
    expect(events.map(({ type }) => type)).not.toContain('signed_out')
  })

  it('SEC-08: asks for no second factor, which would be another’s', async () => {
    const challenge = '#preauth_token=mallorys&mfa_required=true'
    const { container } = comeBack(
      `/callback${challenge}`,
      {},
      { backend: BACKENDS.authos, server: scriptedServer({}) },
    )
    expect(await restartScreen()).toBeVisible()
    expect(container).toHaveTextContent(NOBODY)
    expect(screen.queryByLabelText('Code')).toBeNull()
  })

  it('SEC-08: nor from who is about to connect a device', async () => {
    await leaveForGoogle({ backend: BACKENDS.authos, buttons: { userCode: 'WDJB-MJHT' } })
    comeBack(
      '/callback#preauth_token=mallorys&mfa_required=true',
      {},
      { backend: BACKENDS.authos, server: scriptedServer({}) },
    )
    expect(await restartScreen()).toBeVisible()
  })
})

describe('an answer that can be read in two ways', () => {
  it.each(['state=A', 'code=another', 'iss=https%3A%2F%2Fevil.example'])(
    'SEC-08: is none: %s is there twice',
    async (twice) => {
      const { server, container } = await endAt('intelliauth', ({ searchParams }) => {
        const state = searchParams.get('state')
        return `/callback?iss=a&code=c-1&state=${state}&${twice}`
      })
      expect(await restartScreen()).toBeVisible()
      expect(container).toHaveTextContent(NOBODY)
      expect(server.requests).toEqual([])
    },
  )

  it('SEC-08: is none when fragment and query contradict each other', async () => {
    const { server, client } = await endAt('authos', ({ searchParams }) => {
      const state = searchParams.get('state')
      return `/callback?access_token=mallorys#${TOKENS}&state=${state}`
    })
    expect(await restartScreen()).toBeVisible()
    expect(server.requests).toEqual([])
    expect(client.getSession().status).toBe('signed_out')
  })
})

describe('an answer in an unusual form', () => {
  it.each([
    ['intelliauth', 'token_expired'],
    ['intelliauth', 'silent_auth_failed'],
  ] as const)('UX-16: is no wait without an end (%s: %s)', async (id, word) => {
    await endAt(id, ({ searchParams }) => {
      return `/callback?error=${word}&state=${searchParams.get('state')}`
    })
    expect(await screen.findByRole('heading', { name: 'Sign in again' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeVisible()
  })

  it('SEC-11: leaves the address bar of a page whose path looks like a host', async () => {
    await endAt('intelliauth', ({ searchParams }) => {
      const state = searchParams.get('state')
      return `http://localhost:3000//callback?code=c-1&state=${state}`
    })
    expect(window.location.href).toBe('http://localhost:3000//callback')
    expect(await screen.findByRole('heading')).toBeVisible()
  })
})

describe('linking', () => {
  const ACCOUNT = {
    'POST /auth/oauth/link/github': { body: { redirectUrl: 'https://gh.example' } },
  }

  async function leaveToLink(backend: keyof typeof BACKENDS, routes: object) {
    const navigate = vi.fn<(url: string) => void>()
    const { user, unmount } = renderWith(
      <LinkedAccounts
        providers={['github']}
        redirectUrl="/callback"
        returnTo="/account?tab=logins"
        navigate={navigate}
      />,
      { backend: BACKENDS[backend], server: scriptedServer({ ...routes }), signedIn: signInAsAda },
    )
    await user.click(await screen.findByRole('button', { name: 'Link GitHub' }))
    await waitFor(() => expect(navigate).toHaveBeenCalledOnce())
    unmount()
  }

  it('SEC-08: takes no answer of EdgeBase’s without the state that went out', async () => {
    await leaveToLink('edgebase', {
      'GET /auth/identities': { body: { identities: [], methods: {} } },
      ...ACCOUNT,
    })
    const { client } = comeBack(
      `/callback#${TOKENS}`,
      {},
      { backend: BACKENDS.edgebase, server: scriptedServer({}), signedIn: signInAsAda },
    )
    expect(await restartScreen()).toBeVisible()
    expect(client.getSession()).toMatchObject({ status: 'signed_in', user: { id: 'u1' } })
  })

  const LINKING = {
    'GET /list-accounts': { body: [] },
    'POST /link-social': { body: { url: 'https://gh.example/authorize', redirect: false } },
  }

  it.each([
    ['is done when the account is on the server’s list', ['github'], 'GitHub is linked.'],
    ['is not done by coming back alone', ['google'], 'Sign-in session lost. Start over.'],
  ] as const)('%s', async (_, listed, sentence) => {
    await leaveToLink('better-auth', LINKING)
    const accounts = listed.map((providerId) => ({ id: providerId, providerId }))
    const { container } = comeBack(
      '/callback',
      {},
      {
        backend: BACKENDS['better-auth'],
        server: scriptedServer({ 'GET /list-accounts': { body: accounts } }),
        signedIn: signInAsAda,
      },
    )
    await waitFor(() => expect(container).toHaveTextContent(sentence))
  })
})

describe('on the way to a provider', () => {
  it('goes nowhere when the user has signed in with the form meanwhile', async () => {
    let answer = () => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    const server = scriptedServer({
      'GET /get-session': { body: null },
      'POST /sign-in/social': { body: { url: 'https://id.example/' } },
    })
    const fetch: typeof server.fetch = async (input, init) => {
      if (init?.method === 'POST') await answered
      return server.fetch(input, init)
    }
    const navigate = vi.fn()
    const { user, client } = renderWith(
      <ProviderButtons providers={['google']} navigate={navigate} />,
      { backend: BACKENDS['better-auth'], server: { ...server, fetch } },
    )
    await waitFor(() => expect(client.getSession().status).toBe('signed_out'))
    const google = screen.getByRole('button', { name: 'Continue with Google' })
    await user.click(google)
    signInAsAda(client)
    answer()
    await waitFor(() => expect(server.met('POST /sign-in/social')).toHaveLength(1))
    await waitFor(() => expect(google).not.toHaveAttribute('aria-busy'))
    expect(navigate).not.toHaveBeenCalled()
  })

  it('connects the same device when the journey is begun again', async () => {
    const sent = await leaveForGoogle({
      backend: BACKENDS.authos,
      buttons: { userCode: 'WDJB-MJHT' },
    })
    const navigate = vi.fn<(url: string) => void>()
    const { user } = comeBack(
      `/callback?error=server_error&state=${sent.searchParams.get('state')}`,
      { navigate },
      { backend: BACKENDS.authos, server: scriptedServer({}) },
    )
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(navigate).toHaveBeenCalledOnce())
    expect(new URL(navigate.mock.calls[0]![0]).searchParams.get('user_code')).toBe('WDJB-MJHT')
  })
})
