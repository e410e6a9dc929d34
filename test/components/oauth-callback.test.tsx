import { screen, waitFor } from '@testing-library/react'
import { useEffect } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { auditAccessibility } from './audit.js'
import { OAuthCallback, type OAuthCallbackProps } from '../../src/components/oauth-callback.js'
import { lastMethod } from '../../src/client/last-method.js'
import { BACKENDS, comeBack, leaveForGoogle, type JourneyOptions } from './oauth-journey.js'
import { renderWith, type Surroundings } from './render-with.js'
import { jwt, scriptedServer } from './scripted-server.js'

const ACCESS = jwt({ sub: 'u1', email: 'ada@example.com', iat: 1_768_478_400, exp: 1_768_479_300 })
const TOKENS = `access_token=${ACCESS}&refresh_token=refresh-1`

const onSignedIn = vi.fn<NonNullable<OAuthCallbackProps['onSignedIn']>>()

afterEach(() => {
  onSignedIn.mockReset()
})

/** There and back again: `answer` makes the address that the provider's journey ends at. */
async function journey(
  options: JourneyOptions,
  answer: (sent: URL) => string,
  surroundings: Partial<Surroundings> & { props?: OAuthCallbackProps } = {},
) {
  const sent = await leaveForGoogle(options)
  const { props, ...around } = surroundings
  const server = around.server ?? scriptedServer({})
  const scene = comeBack(
    answer(sent),
    { onSignedIn, ...props },
    { backend: options.backend, ...around, server },
  )
  return { ...scene, server }
}

const stateOf = (sent: URL) => sent.searchParams.get('state')

describe('a user who comes back from a provider', () => {
  it('SEC-11: is signed in with the tokens of EdgeBase’s fragment, which leave the address bar', async () => {
    const { client, server } = await journey(
      { backend: BACKENDS.edgebase },
      () => `/callback#${TOKENS}`,
    )
    expect(window.location.href).toBe('http://localhost:3000/callback')
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(client.getSession().status).toBe('signed_in')
    expect(server.requests).toEqual([])
    expect(sessionStorage).toHaveLength(0)
    expect(lastMethod()).toBe('google')
  })

  it('SEC-11: finds the address clean in the first effect of any component on the page', async () => {
    const seen: string[] = []
    function Tracker() {
      useEffect(() => void seen.push(window.location.href))
      return null
    }
    await leaveForGoogle({ backend: BACKENDS.edgebase })
    window.history.replaceState(null, '', `/callback?campaign=7#${TOKENS}`)
    renderWith(
      <>
        <Tracker />
        <OAuthCallback onSignedIn={onSignedIn} />
      </>,
      { backend: BACKENDS.edgebase, server: scriptedServer({}) },
    )
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(new Set(seen)).toEqual(new Set(['http://localhost:3000/callback']))
  })

  it('keeps the parameters that the app’s own address had', async () => {
    await journey(
      { backend: BACKENDS.edgebase, buttons: { redirectUrl: '/callback?tenant=7' } },
      () => `/callback?tenant=7&error=access_denied`,
    )
    expect(window.location.search).toBe('?tenant=7')
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: "That didn't finish" })).toHaveFocus(),
    )
  })

  it('is signed in with AuthOS’s tokens when its answer has the state that went out', async () => {
    const { client } = await journey(
      { backend: BACKENDS.authos },
      (sent) => `/callback#${TOKENS}&state=${stateOf(sent)}`,
    )
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(onSignedIn.mock.calls[0]?.[0]).toMatchObject({ id: 'u1', email: 'ada@example.com' })
    expect(client.getSession().status).toBe('signed_in')
  })

  it('REL-34, REL-35: exchanges IntelliAuth’s code once, under StrictMode and from two components', async () => {
    const sent = await leaveForGoogle({ backend: BACKENDS.intelliauth })
    const server = scriptedServer({
      'POST /oauth2/token': {
        body: { access_token: ACCESS, refresh_token: 'r', token_type: 'Bearer', expires_in: 3600 },
      },
    })
    window.history.replaceState(null, '', `/callback?code=c-1&state=${stateOf(sent)}`)
    const { client } = renderWith(
      <>
        <OAuthCallback onSignedIn={onSignedIn} />
        <OAuthCallback />
      </>,
      { backend: BACKENDS.intelliauth, server },
    )
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(client.getSession().status).toBe('signed_in')
    expect(server.requests).toHaveLength(1)
    const { body, query } = server.requests[0]!
    expect(body).toMatchObject({
      grant_type: 'authorization_code',
      code: 'c-1',
      client_id: 'shop',
      redirect_uri: 'http://localhost:3000/callback',
    })
    expect(body['code_verifier']).toMatch(/^[\w-]{43}$/)
    expect(query).toEqual({})
    await waitFor(() => expect(screen.getAllByText("You're signed in.")).toHaveLength(2))
  })

  it('is whoever Better Auth’s cookie says', async () => {
    const user = { id: 'u1', email: 'ada@example.com', name: 'Ada' }
    const google = scriptedServer({
      'POST /sign-in/social': { body: { url: 'https://accounts.google.example/' } },
    })
    await journey({ backend: BACKENDS['better-auth'], server: google }, () => '/callback', {
      server: scriptedServer({ 'GET /get-session': { body: { session: { id: 's' }, user } } }),
    })
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(onSignedIn.mock.calls[0]?.[0]).toMatchObject({ email: 'ada@example.com' })
  })

  it('SEC-04, SEC-06: goes where they wanted to, but never out of the app', async () => {
    await journey(
      { backend: BACKENDS.edgebase, buttons: { returnTo: '/inbox?box=2' } },
      () => `/callback#${TOKENS}`,
    )
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(onSignedIn.mock.calls[0]?.[1]).toEqual({ returnTo: '/inbox?box=2' })

    onSignedIn.mockReset()
    const { events } = await journey(
      { backend: BACKENDS.edgebase, buttons: { returnTo: '//evil.example/phish' } },
      () => `/callback#${TOKENS}`,
      { redirects: { home: '/start' } },
    )
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(onSignedIn.mock.calls[0]?.[1]).toEqual({ returnTo: '/start' })
    const refusals = events.filter(({ type }) => type === 'redirect_refused')
    expect(refusals).toEqual([{ type: 'redirect_refused', reason: 'origin' }])
  })

  it('has a second factor to show where AuthOS asks for one', async () => {
    const server = scriptedServer({
      'POST /api/auth/mfa/verify': {
        body: { access_token: ACCESS, refresh_token: 'r', expires_in: 3600 },
      },
    })
    const { user } = await journey(
      { backend: BACKENDS.authos },
      (sent) => `/callback#preauth_token=pre-1&mfa_required=true&state=${stateOf(sent)}`,
      { server },
    )
    expect(await screen.findByRole('heading', { name: "Confirm it's you" })).toBeVisible()
    expect(onSignedIn).not.toHaveBeenCalled()
    await user.type(screen.getByLabelText('Code'), '123456')
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(server.requests[0]?.body).toMatchObject({ preauth_token: 'pre-1', code: '123456' })
  })
})

describe('an answer that belongs to no question of this tab', () => {
  const CASES = {
    'a wrong state': (sent: URL) => `/callback?code=c-1&state=${'A'.repeat(43)}&was=${sent.host}`,
    'no state where one was sent': () => '/callback?code=c-1',
    'somebody else’s error': () => `/callback?error=access_denied&state=${'A'.repeat(43)}`,
    'an odd state': () => '/callback?code=c-1&state=__proto__',
  }
  it.each(Object.entries(CASES))(
    'SEC-08: ends with %s in the restart screen, and with no request',
    async (_, address) => {
      const { server, client, events } = await journey({ backend: BACKENDS.intelliauth }, address)
      await waitFor(() => expect(screen.getByRole('heading', { name: 'Start over' })).toHaveFocus())
      expect(
        screen.getByText('Sign-in security check failed. Start from the home page.'),
      ).toBeVisible()
      expect(server.requests).toEqual([])
      expect(client.getSession().status).toBe('signed_out')
      expect(onSignedIn).not.toHaveBeenCalled()
      expect(window.location.search).toBe('')
      expect(events).toContainEqual(
        expect.objectContaining({ kind: 'restart_required', code: 'oauth_state_mismatch' }),
      )
    },
  )

  it('SEC-08: signs nobody in with tokens in a link that somebody sent', async () => {
    const server = scriptedServer({})
    const { client } = comeBack(
      `/callback#${TOKENS}`,
      { onSignedIn },
      { backend: BACKENDS.edgebase, server },
    )
    expect(await screen.findByRole('heading', { name: 'Start over' })).toBeVisible()
    expect(client.getSession().status).toBe('signed_out')
    expect(window.location.hash).toBe('')
  })

  it('SEC-07: signs nobody in twice with one attempt', async () => {
    const first = await journey({ backend: BACKENDS.edgebase }, () => `/callback#${TOKENS}`)
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    first.unmount()
    const { client } = comeBack(
      `/callback#${TOKENS}`,
      {},
      { backend: BACKENDS.edgebase, server: scriptedServer({}) },
    )
    expect(await screen.findByRole('heading', { name: 'Start over' })).toBeVisible()
    expect(client.getSession().status).toBe('signed_out')
  })

  it('SEC-09: takes no answer of one backend for another’s', async () => {
    const sent = await leaveForGoogle({ backend: BACKENDS.intelliauth })
    const server = scriptedServer({})
    comeBack(
      `/callback#${TOKENS}&state=${stateOf(sent)}`,
      { onSignedIn },
      { backend: BACKENDS.authos, server },
    )
    expect(await screen.findByRole('heading', { name: 'Start over' })).toBeVisible()
    expect(onSignedIn).not.toHaveBeenCalled()
  })

  it.each([undefined, 'https://evil.example'])(
    'SEC-09: wants the issuer that was named (%s)',
    async (issuer) => {
      const iss = issuer === undefined ? '' : `&iss=${encodeURIComponent(issuer)}`
      const { server } = await journey(
        { backend: BACKENDS.intelliauth, buttons: { issuer: 'https://id.example' } },
        (sent) => `/callback?code=c-1&state=${stateOf(sent)}${iss}`,
      )
      expect(await screen.findByRole('heading', { name: 'Start over' })).toBeVisible()
      expect(server.requests).toEqual([])
    },
  )

  it('says that a journey took too long, with no request', async () => {
    const { server } = await journey(
      { backend: BACKENDS.intelliauth },
      (sent) => `/callback?code=c-1&state=${stateOf(sent)}`,
      { now: () => Date.now() + 3_600_000 },
    )
    expect(await screen.findByText('This sign-in took too long. Start over.')).toBeVisible()
    expect(server.requests).toEqual([])
  })

  it('is nothing where the page was opened by itself, and somebody who is signed in stays so', async () => {
    const server = scriptedServer({})
    comeBack('/callback', { onSignedIn }, { backend: BACKENDS.edgebase, server })
    expect(await screen.findByText('Sign-in session lost. Start over.')).toBeVisible()
  })
})

describe('a provider that says no', () => {
  it('UX-16: leaves a way on for who has changed their mind', async () => {
    const onRestart = vi.fn()
    const { user, container } = await journey(
      { backend: BACKENDS.edgebase },
      () => '/callback#error=access_denied&error_description=The+user+denied+access',
      { props: { onRestart } },
    )
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: "That didn't finish" })).toHaveFocus(),
    )
    expect(screen.queryByText(/denied access/)).toBeNull()
    await auditAccessibility(container)
    await user.click(screen.getByRole('button', { name: 'Use another method' }))
    expect(onRestart).toHaveBeenCalledOnce()
  })

  it('goes on the same journey again when asked, with a new attempt', async () => {
    const navigate = vi.fn<(url: string) => void>()
    const { user } = await journey(
      { backend: BACKENDS.intelliauth },
      (sent) => `/callback?error=server_error&state=${stateOf(sent)}`,
      { props: { navigate } },
    )
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(navigate).toHaveBeenCalledOnce())
    const url = new URL(navigate.mock.calls[0]![0])
    expect(url.searchParams.get('redirect_uri')).toBe('http://localhost:3000/callback')
    expect(screen.getByRole('status')).toHaveTextContent('Taking you to Google.')
  })

  it.each([
    ['edgebase', '#error=server_error&error_description=Down', "That didn't work", 'Down'],
    [
      'authos',
      '#error=oauth_error&error_description=Upstream+said+no',
      "That didn't work",
      'Upstream said no',
    ],
    ['better-auth', '?error=unable_to_get_user_info', "That didn't work", null],
    ['better-auth', '?error=state_mismatch', 'Start over', null],
    [
      'better-auth',
      '?error=account_already_linked_to_different_user',
      'You already have an account',
      null,
    ],
    ['better-auth', '?error=__proto__', "That didn't work", null],
    ['intelliauth', '?error=consent_required', 'One more step', null],
    ['intelliauth', '?error=interaction_required', 'One more step', null],
    ['intelliauth', '?error=account_selection_required', 'Choose how to continue', null],
    ['intelliauth', '?error=invalid_scope', "Sign-in isn't set up", null],
  ] as const)('is sorted: %s %s is "%s"', async (id, answer, heading, ownWords) => {
    const google = scriptedServer({
      'POST /sign-in/social': { body: { url: 'https://accounts.google.example/' } },
    })
    const { container } = await journey(
      { backend: BACKENDS[id], server: google },
      () => `/callback${answer}`,
    )
    expect(await screen.findByRole('heading', { name: heading })).toBeVisible()
    if (ownWords) expect(screen.getByText(ownWords)).toBeVisible()
    expect(container.querySelector('button, a[href]')).not.toBeNull()
    expect(container).not.toHaveTextContent(/_|[{}]/)
    expect(onSignedIn).not.toHaveBeenCalled()
  })

  it('SEC-01: shows a provider’s words as text', async () => {
    const { container } = await journey(
      { backend: BACKENDS.edgebase },
      () => `/callback#error=server_error&error_description=${encodeURIComponent('<img src=x>')}`,
    )
    expect(await screen.findByText('<img src=x>')).toBeVisible()
    expect(container.querySelector('img')).toBeNull()
  })
})
