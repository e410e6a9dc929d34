import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Backend } from '../../src/backends/backend.js'
import {
  EmailSignInButton,
  GuestButton,
  PasskeyButton,
  ProviderButtons,
  SignIn,
  SignUp,
  type SignInProps,
} from '../../src/index.js'
import { auditAccessibility } from './audit.js'
import { BACKENDS } from './oauth-journey.js'
import { requestOptions, restorePlatform, stubPlatform } from './platform-passkeys.js'
import { emailField, passwordField, submitButton } from './render-sign-in.js'
import { renderWith } from './render-with.js'
import { jwt, scriptedServer } from './scripted-server.js'

const SESSION = {
  accessToken: jwt({ sub: 'u1' }),
  refreshToken: 'refresh-1',
  user: { id: 'u1', email: 'ada@example.com' },
}
const PASSKEY = 'POST /auth/passkeys/authenticate'
const ROUTES = {
  'POST /auth/passkeys/auth-options': { body: { options: requestOptions() } },
  'POST /auth/mfa/verify': { body: SESSION },
  'POST /auth/signin': {
    status: 401,
    body: { code: 401, message: 'Invalid credentials.', slug: 'invalid-credentials' },
  },
  'POST /auth/signin/magic-link': { body: { ok: true } },
  'POST /auth/signin/anonymous': {
    status: 404,
    body: { code: 404, message: 'Anonymous authentication is not enabled.' },
  },
  [PASSKEY]: {
    body: { mfaRequired: true, mfaTicket: 't1', factors: [{ id: 'f1', type: 'totp' }] },
  },
}

const onSignedIn = vi.fn()
const navigate = vi.fn()

afterEach(() => {
  restorePlatform()
  vi.resetAllMocks()
})

const ALL_WAYS = (
  <>
    <ProviderButtons
      providers={['google', 'github']}
      redirectUrl="/callback"
      navigate={(url) => navigate(url)}
    />
    <PasskeyButton onSignedIn={onSignedIn} />
    <EmailSignInButton onSignedIn={onSignedIn} />
    <GuestButton onSignedIn={onSignedIn} />
    <a href="/sso">Single sign-on</a>
  </>
)

interface Scene {
  props?: SignInProps
  routes?: Parameters<typeof scriptedServer>[0]
  backend?: Backend
}

function signInPage({ props, routes, backend = BACKENDS.edgebase }: Scene = {}) {
  const platform = stubPlatform()
  const server = scriptedServer({ ...ROUTES, ...routes })
  const page = <SignIn ways={ALL_WAYS} onSignedIn={onSignedIn} {...props} />
  return { platform, server, ...renderWith(page, { backend, server }) }
}

const button = (name: string) => screen.getByRole('button', { name })
const passkeyButton = () => button('Sign in with a passkey')

type Page = ReturnType<typeof signInPage>

async function openDialog({ platform, user }: Page) {
  await user.click(passkeyButton())
  await waitFor(() => expect(platform.open()).toHaveLength(1))
  const [dialog] = platform.open()
  if (!dialog) throw new Error('The dialog did not open.')
  return dialog
}

async function cancelled(page: Page) {
  const dialog = await openDialog(page)
  await act(async () => dialog.fail('NotAllowedError'))
  return screen.findByText("That didn't finish. Try again or use another method.")
}

function isBefore(first: Element, second: Element): boolean {
  return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

describe('other ways into a <SignIn/>', () => {
  it('stand below the form, or above it where the app wants them first', async () => {
    const { container, show } = signInPage()
    expect(screen.getByText('or')).toBeVisible()
    expect(isBefore(submitButton(), passkeyButton())).toBe(true)
    await auditAccessibility(container)
    show(<SignIn ways={ALL_WAYS} waysPlacement="above" />)
    expect(isBefore(button('Continue with Google'), emailField())).toBe(true)
    await auditAccessibility(container)
  })

  it('take no room where the app has none', () => {
    signInPage({ props: { ways: undefined } })
    expect(screen.queryByText('or')).toBeNull()
  })

  it('are there for new people as well', () => {
    stubPlatform()
    renderWith(<SignUp ways={ALL_WAYS} />, {
      backend: BACKENDS.edgebase,
      server: scriptedServer(ROUTES),
    })
    expect(screen.getByRole('heading', { name: 'Create your account' })).toBeVisible()
    expect(isBefore(button('Create account'), button('Continue with Google'))).toBe(true)
  })

  it('know the address that was typed', async () => {
    const page = signInPage({
      backend: BACKENDS.authos,
      props: { ways: <PasskeyButton /> },
      routes: {
        'POST /api/auth/passkeys/authenticate/start': {
          body: { challenge_id: 'c1', options: { publicKey: requestOptions() } },
        },
      },
    })
    await page.user.type(emailField(), ' ada@example.com ')
    await openDialog(page)
    expect(page.server.requests.at(-1)?.body).toMatchObject({ email: 'ada@example.com' })
  })

  it('UX-23: lead back to the form when a passkey’s dialog was closed', async () => {
    const page = signInPage()
    const said = await cancelled(page)
    expect(said.closest('[data-gw="alert"]')).toHaveAttribute('data-tone', 'notice')
    await page.user.click(button('Use another method'))
    expect(emailField()).toHaveFocus()
    expect(screen.queryByText(/^That didn't finish/)).toBeNull()
  })

  it('fall silent once the form, or another of them, has something newer to say', async () => {
    const page = signInPage()
    await cancelled(page)
    await page.user.type(emailField(), 'ada@example.com')
    await page.user.type(passwordField(), 'wrong{Enter}')
    expect(await screen.findByText('The email or password is incorrect.')).toBeVisible()
    await waitFor(() => expect(screen.queryByText(/^That didn't finish/)).toBeNull())

    await cancelled(page)
    await page.user.click(button('Continue as a guest'))
    expect(
      await screen.findByText("This sign-in method isn't available. Use another one."),
    ).toBeVisible()
    await waitFor(() => expect(screen.queryByText(/^That didn't finish/)).toBeNull())
  })

  it('wait while one of them is on its way', async () => {
    const page = signInPage()
    const dialog = await openDialog(page)
    for (const name of ['Continue with Google', 'Email me a sign-in link', 'Continue as a guest']) {
      await waitFor(() => expect(button(name)).toHaveAttribute('aria-disabled', 'true'))
    }
    await page.user.click(button('Continue with Google'))
    expect(navigate).not.toHaveBeenCalled()
    await act(async () => dialog.fail('NotAllowedError'))
    await waitFor(() => expect(button('Continue with Google')).not.toHaveAttribute('aria-disabled'))
    await page.user.click(button('Continue with Google'))
    await waitFor(() => expect(navigate).toHaveBeenCalledOnce())
  })

  it('UX-07: hand the whole card to the second factor of one of them, and take it back', async () => {
    const page = signInPage()
    const { user } = page
    await user.type(emailField(), 'ada@example.com')
    const dialog = await openDialog(page)
    await act(async () => dialog.confirm())
    expect(await screen.findByRole('heading', { name: "Confirm it's you" })).toBeVisible()
    await waitFor(() => expect(screen.queryByLabelText('Email')).toBeNull())
    expect(screen.queryByRole('heading', { name: 'Sign in' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Continue with Google' })).toBeNull()
    expect(screen.queryByText('or')).toBeNull()

    await user.click(button('Back'))
    expect(emailField()).toHaveValue('ada@example.com')
    await waitFor(() => expect(passkeyButton()).toHaveFocus())
    expect(button('Continue with Google')).toBeVisible()
  })

  it('sign in with that second factor', async () => {
    const page = signInPage()
    const dialog = await openDialog(page)
    await act(async () => dialog.confirm())
    await page.user.type(await screen.findByLabelText('Code'), '123456')
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(page.client.getSession().status).toBe('signed_in')
  })

  it('do not stand in the way of the form’s own next step', async () => {
    const { user } = signInPage({
      routes: {
        'POST /auth/signin': {
          body: { mfaRequired: true, mfaTicket: 't1', factors: [{ id: 'f1', type: 'totp' }] },
        },
      },
    })
    await user.type(emailField(), 'ada@example.com')
    await user.type(passwordField(), 'correct{Enter}')
    expect(await screen.findByRole('heading', { name: "Confirm it's you" })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Sign in with a passkey' })).toBeNull()
    await user.click(button('Back'))
    expect(passkeyButton()).toBeVisible()
  })
})

describe('<EmailSignInButton/>', () => {
  it('turns the card to a sign-in by e-mail, with the address that was typed, and back', async () => {
    const { user, container } = signInPage()
    await user.type(emailField(), 'ada@example.com')
    await user.type(passwordField(), 'forgott')
    await user.click(button('Email me a sign-in link'))
    expect(screen.getByRole('heading', { name: 'Sign in by email' })).toBeVisible()
    expect(emailField()).toHaveValue('ada@example.com')
    await waitFor(() => expect(emailField()).toHaveFocus())
    expect(screen.queryByLabelText('Password')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Continue with Google' })).toBeNull()
    await auditAccessibility(container)

    await user.click(button('Use your password'))
    expect(emailField()).toHaveValue('ada@example.com')
    expect(passwordField()).toHaveValue('forgott')
    await waitFor(() => expect(button('Email me a sign-in link')).toHaveFocus())
  })

  it('sends the mail', async () => {
    const { user, server } = signInPage()
    await user.click(button('Email me a sign-in link'))
    await user.type(emailField(), 'ada@example.com')
    await user.click(button('Email me a sign-in link'))
    const heading = await screen.findByRole('heading', { name: 'Check your email' })
    expect(within(heading.closest('section')!).getByText('ada@example.com')).toBeVisible()
    expect(server.met('POST /auth/signin/magic-link')[0]?.body).toMatchObject({
      email: 'ada@example.com',
    })
  })

  it('says what it is about where the mail brings a code', () => {
    signInPage({ props: { ways: <EmailSignInButton method="code" /> } })
    expect(button('Email me a code')).toBeVisible()
  })

  it('stands anywhere, as the other buttons do', async () => {
    const { user } = renderWith(<EmailSignInButton />, {
      backend: BACKENDS.edgebase,
      server: scriptedServer(ROUTES),
    })
    await user.click(button('Email me a sign-in link'))
    expect(screen.getByRole('heading', { name: 'Sign in by email' })).toBeVisible()
  })
})
