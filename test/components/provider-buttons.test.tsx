import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { auditAccessibility } from './audit.js'
import { authSvc } from '../../src/backends/auth-svc/index.js'
import { forgetLastMethod, rememberMethod } from '../../src/client/last-method.js'
import { ProviderButtons } from '../../src/components/provider-buttons.js'
import { BACKENDS, CALLBACK, leaveForGoogle } from './oauth-journey.js'
import { renderWith } from './render-with.js'
import { BASE_URL, scriptedServer } from './scripted-server.js'

const google = () => screen.getByRole('button', { name: 'Continue with Google' })

describe('<ProviderButtons/>', () => {
  it('A11Y-36: calls each provider by its full name, in a group with a name', async () => {
    const { container } = renderWith(
      <ProviderButtons
        providers={['google', 'github', 'oidc:acme-corp', { id: 'saml', name: 'Acme SSO' }]}
      />,
      { backend: BACKENDS.edgebase, server: scriptedServer({}) },
    )
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Continue with Google',
      'Continue with GitHub',
      'Continue with Acme Corp',
      'Continue with Acme SSO',
    ])
    expect(screen.getByRole('group', { name: 'Other ways to sign in' })).toBeVisible()
    await auditAccessibility(container)
  })

  it('A11Y-36, UX-32: says as its description which one worked last, and nothing on a first visit', async () => {
    renderWith(<ProviderButtons providers={['google', 'github']} />, {
      backend: BACKENDS.edgebase,
      server: scriptedServer({}),
    })
    expect(google()).not.toHaveAccessibleDescription()
    act(() => rememberMethod('google'))
    expect(google()).toHaveAccessibleName('Continue with Google')
    expect(google()).toHaveAccessibleDescription('Last used')
    expect(
      screen.getByRole('button', { name: 'Continue with GitHub' }),
    ).not.toHaveAccessibleDescription()
  })

  it('sends the browser to EdgeBase, and remembers the attempt', async () => {
    const url = await leaveForGoogle({ backend: BACKENDS.edgebase })
    expect(url.origin + url.pathname).toBe(`${BASE_URL}/auth/oauth/google`)
    expect(Object.fromEntries(url.searchParams)).toEqual({ redirect_url: CALLBACK })
    expect(sessionStorage).toHaveLength(1)
  })

  it('SEC-07: sends IntelliAuth a state and an S256 challenge, and never the verifier', async () => {
    const url = await leaveForGoogle({ backend: BACKENDS.intelliauth })
    const query = Object.fromEntries(url.searchParams)
    expect(query).toMatchObject({
      response_type: 'code',
      client_id: 'shop',
      redirect_uri: CALLBACK,
      code_challenge_method: 'S256',
    })
    expect(query['state']).toMatch(/^[\w-]{43}$/)
    expect(query['code_challenge']).toMatch(/^[\w-]{43}$/)
    const kept = JSON.parse(sessionStorage.getItem('gatewright:oauth') ?? '[]') as {
      verifier: string
    }[]
    expect(kept).toHaveLength(1)
    expect(url.href).not.toContain(kept[0]?.verifier)
  })

  it('SEC-10: asks for no token and no password', async () => {
    for (const backend of Object.values(BACKENDS).filter(({ session }) => session === 'token')) {
      const url = await leaveForGoogle({ backend })
      expect(url.search).not.toMatch(/response_type=(token|id_token)|grant_type=password/)
    }
  })

  it('goes where Better Auth says', async () => {
    const server = scriptedServer({
      'POST /sign-in/social': {
        body: {
          url: 'https://accounts.google.example/o/oauth2/auth?state=theirs',
          redirect: false,
        },
      },
    })
    const url = await leaveForGoogle({ backend: BACKENDS['better-auth'], server })
    expect(url.host).toBe('accounts.google.example')
    expect(server.met('POST /sign-in/social')[0]?.body).toEqual({
      provider: 'google',
      callbackURL: CALLBACK,
      errorCallbackURL: CALLBACK,
      disableRedirect: true,
    })
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'http://[', ''])(
    'SEC-03: does not go to %j, whoever says so',
    async (url) => {
      const navigate = vi.fn()
      const { user } = renderWith(<ProviderButtons providers={['google']} navigate={navigate} />, {
        backend: BACKENDS['better-auth'],
        server: scriptedServer({ 'POST /sign-in/social': { body: { url } } }),
      })
      await user.click(google())
      expect(await screen.findByText('Something went wrong. Try again shortly.')).toBeVisible()
      expect(navigate).not.toHaveBeenCalled()
      expect(sessionStorage).toHaveLength(0)
    },
  )

  it('UX-32: keeps the hint on this device without whose it is, and forgets it on request', async () => {
    renderWith(<ProviderButtons providers={['google', 'github']} />, {
      backend: BACKENDS.edgebase,
      server: scriptedServer({}),
    })
    act(() => rememberMethod('google'))
    expect(Object.entries(localStorage)).toEqual([['gatewright:last-method', 'google']])
    expect(google()).toHaveAccessibleDescription('Last used')
    act(() => forgetLastMethod())
    expect(google()).not.toHaveAccessibleDescription()
    expect(localStorage).toHaveLength(0)
  })

  it('UX-37: says no more to users than that it is not set up', async () => {
    const { user, events } = renderWith(<ProviderButtons providers={['google']} />, {
      backend: BACKENDS['better-auth'],
      server: scriptedServer({
        'POST /sign-in/social': {
          status: 404,
          body: { code: 'PROVIDER_NOT_FOUND', message: 'Provider not found' },
        },
      }),
    })
    await user.click(google())
    expect(await screen.findByText('Sign-in configuration error. Contact support.')).toBeVisible()
    expect(screen.getByRole('heading')).toHaveFocus()
    expect(events).toContainEqual(expect.objectContaining({ code: 'provider_unknown' }))
  })

  it('A11Y-05, REL-38: sends one request, and keeps the pressed button and its focus', async () => {
    const server = scriptedServer({
      'POST /sign-in/social': { body: { url: 'https://id.example/' } },
    })
    const navigate = vi.fn()
    const { user } = renderWith(
      <ProviderButtons providers={['google', 'github']} navigate={navigate} />,
      { backend: BACKENDS['better-auth'], server },
    )
    await user.dblClick(google())
    await user.click(screen.getByRole('button', { name: 'Continue with GitHub' }))
    await waitFor(() => expect(navigate).toHaveBeenCalledOnce())
    expect(server.met('POST /sign-in/social')).toHaveLength(1)
    expect(google()).toHaveAttribute('aria-busy', 'true')
    expect(google()).not.toBeDisabled()
  })

  it('REL-39: can be pressed again on a page that the back button brings back', async () => {
    const navigate = vi.fn()
    const { user } = renderWith(<ProviderButtons providers={['google']} navigate={navigate} />, {
      backend: BACKENDS.edgebase,
      server: scriptedServer({}),
    })
    await user.click(google())
    await waitFor(() => expect(navigate).toHaveBeenCalledOnce())
    expect(google()).toHaveAttribute('aria-busy', 'true')
    act(() => void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })))
    await waitFor(() => expect(google()).not.toHaveAttribute('aria-busy'))
    await user.click(google())
    await waitFor(() => expect(navigate).toHaveBeenCalledTimes(2))
  })

  it('REL-30: does not send anybody away whose way back could not be checked', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Denied', 'SecurityError')
    })
    const navigate = vi.fn()
    const { user } = renderWith(<ProviderButtons providers={['google']} navigate={navigate} />, {
      backend: BACKENDS.intelliauth,
      server: scriptedServer({}),
    })
    await user.click(google())
    expect(
      await screen.findByText("This sign-in method isn't available. Use another one."),
    ).toBeVisible()
    expect(navigate).not.toHaveBeenCalled()
  })

  it('tells the developer when the backend knows no providers', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const failed = new Promise<unknown>((resolve) => {
      window.addEventListener(
        'error',
        (event) => {
          event.preventDefault()
          resolve(event.error)
        },
        { once: true },
      )
    })
    renderWith(<ProviderButtons providers={['google']} />, {
      backend: authSvc({ baseUrl: BASE_URL }),
      server: scriptedServer({}),
    })
    expect(await failed).toMatchObject({
      message: expect.stringContaining('has no action "startOAuth"') as string,
    })
    quiet.mockRestore()
  })
})
