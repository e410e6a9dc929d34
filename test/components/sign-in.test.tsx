import { act, render, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import userEvent from '@testing-library/user-event'
import { AuthProvider, SignIn } from '../../src/index.js'
import { ADA, connect, FIVE_BACKENDS, PASSWORD, TOTP_ACCOUNT } from '../client/five-backends.js'
import {
  emailField,
  passwordField,
  renderSignIn,
  signInAs,
  submitButton,
} from './render-sign-in.js'

const WRONG_CREDENTIALS = 'The email or password is incorrect.'

describe('<SignIn/>', () => {
  it('signs in and tells the app who', async () => {
    const onSignedIn = vi.fn()
    const { user, server } = renderSignIn({ props: { onSignedIn } })
    await signInAs(user, ADA.email)
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(onSignedIn).toHaveBeenCalledWith(expect.objectContaining({ email: ADA.email }))
    expect(server.requests).toHaveLength(1)
  })

  it('UX-01, A11Y-30, SEC-48: is a form that password managers and readers understand', () => {
    renderSignIn()
    expect(emailField()).toHaveAttribute('autocomplete', 'username')
    expect(passwordField()).toHaveAttribute('autocomplete', 'current-password')
    for (const field of [emailField(), passwordField()]) {
      expect(field).toHaveAttribute('spellcheck', 'false')
      expect(field).toHaveAttribute('autocapitalize', 'off')
      expect(field).toHaveAttribute('dir', 'ltr')
      expect(field).not.toHaveAttribute('placeholder')
    }
    expect(emailField().form).toBe(passwordField().form)
    // Without scripts a GET would put the password into the address bar.
    expect(emailField().form).toHaveAttribute('method', 'post')
  })

  it('UX-17: says nothing while one types first, and what is missing when the form is sent', async () => {
    const { user, server } = renderSignIn()
    await user.type(emailField(), 'ada')
    await user.tab()
    expect(emailField()).not.toHaveAttribute('aria-invalid')

    await user.click(submitButton())
    const summary = await screen.findByRole('group', { name: "There's a problem" })
    await waitFor(() => expect(summary).toHaveFocus())
    expect(emailField()).toHaveAccessibleDescription(/^Error:/)
    expect(passwordField()).toHaveAttribute('aria-invalid', 'true')
    expect(server.requests).toHaveLength(0)

    await user.type(emailField(), '@example.com')
    expect(emailField()).not.toHaveAttribute('aria-invalid')
  })

  it('UX-08: keeps the e-mail and clears and focuses the password after wrong credentials', async () => {
    const { user } = renderSignIn()
    await signInAs(user, ADA.email, 'wrong password')
    expect(await screen.findByText(WRONG_CREDENTIALS)).toBeVisible()
    expect(emailField()).toHaveValue(ADA.email)
    expect(passwordField()).toHaveValue('')
    expect(passwordField()).toHaveFocus()
    expect(emailField()).not.toHaveAttribute('aria-invalid')
  })

  it('A11Y-02: announces each failure once, and the same one again', async () => {
    const { user } = renderSignIn()
    const alert = screen.getByRole('alert')
    expect(alert).toBeEmptyDOMElement()
    await signInAs(user, ADA.email, 'wrong password')
    const first = await within(alert).findByText(WRONG_CREDENTIALS)
    await signInAs(user, ADA.email, 'wrong again')
    await waitFor(() => expect(first).not.toBeInTheDocument())
    expect(await within(alert).findByText(WRONG_CREDENTIALS)).toBeInTheDocument()
    expect(screen.getAllByRole('alert')).toEqual([alert])
  })

  it('SEC-39: says the same of a wrong password and an unknown address', async () => {
    const { user } = renderSignIn()
    await signInAs(user, ADA.email, 'wrong password')
    const known = (await screen.findByText(WRONG_CREDENTIALS)).closest('[data-gw="alert"]')
    const said = known?.outerHTML
    await signInAs(user, 'nobody@example.com', 'wrong password')
    await waitFor(() => expect(known).not.toBeInTheDocument())
    const unknown = (await screen.findByText(WRONG_CREDENTIALS)).closest('[data-gw="alert"]')
    expect(unknown?.outerHTML).toBe(said)
  })

  it('UX-07: keeps all that was typed when the network fails, and sends it again on request', async () => {
    const onSignedIn = vi.fn()
    const { user, server } = renderSignIn({ props: { onSignedIn } })
    server.force('sign_in', 'offline')
    await signInAs(user, ADA.email)
    expect(
      await screen.findByText('Connection issue. Check your internet and try again.'),
    ).toBeVisible()
    expect(emailField()).toHaveValue(ADA.email)
    expect(passwordField()).toHaveValue(PASSWORD)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('REL-38: sends one request however often the form is submitted at once', async () => {
    const { server, user } = renderSignIn()
    await user.type(emailField(), ADA.email)
    await user.type(passwordField(), PASSWORD)
    const form = emailField().form
    act(() => {
      form?.requestSubmit()
      form?.requestSubmit()
      submitButton().click()
    })
    await waitFor(() => expect(server.requests).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(server.requests).toHaveLength(1)
  })

  it('A11Y-05: keeps the button and its focus while a request runs', async () => {
    const { server, user } = renderSignIn()
    server.force('sign_in', 'timeout')
    await signInAs(user, ADA.email)
    await waitFor(() => expect(submitButton()).toHaveAttribute('aria-disabled', 'true'))
    expect(submitButton()).toHaveFocus()
    expect(submitButton()).toBeEnabled()
    expect(emailField()).toBeEnabled()
  })

  it('UX-20, SEC-35: trims the e-mail and sends the password as it was typed', async () => {
    const password = '  pässwörd 🔑  '
    const onSignedIn = vi.fn()
    const { user } = renderSignIn({
      server: { accounts: [{ email: 'eve@example.com', password }] },
      props: { onSignedIn },
    })
    await user.type(emailField(), ' eve@example.com ')
    await user.type(passwordField(), password)
    await user.click(submitButton())
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('SEC-18, SEC-19: leaves no password in a cache or a field once it is done', async () => {
    const { user, queryClient, client } = renderSignIn()
    await signInAs(user, ADA.email)
    await waitFor(() => expect(client.getSession().status).toBe('signed_in'))
    const caches = JSON.stringify([
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state, options }) => ({ state, options })),
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ state }) => state),
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      history.state,
    ])
    expect(caches).not.toContain(PASSWORD)
    await waitFor(() => expect(screen.queryByLabelText('Password')).toBeNull())
    await act(() => client.signOut())
    expect(passwordField()).toHaveValue('')
  })

  it('UX-04: keeps the form for a wrong password, and takes it away for the right one', async () => {
    const { user, server, client } = renderSignIn()
    await signInAs(user, ADA.email, 'wrong password')
    await screen.findByText(WRONG_CREDENTIALS)
    expect(server.requests.at(-1)).toMatchObject({ operation: 'sign_in', status: 401 })
    expect(passwordField().form).toBe(emailField().form)

    await signInAs(user, ADA.email)
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: "You're signed in." })).toHaveFocus(),
    )
    expect(document.querySelector('form, input')).toBeNull()
    expect(screen.getByRole('link', { name: 'Continue' })).toHaveAttribute('href', '/')

    await act(() => client.signOut())
    expect(emailField()).toHaveValue(ADA.email)
    await waitFor(() => expect(passwordField()).toHaveFocus())
  })

  it('UX-01: keeps the ids and names of its fields through whatever happens', async () => {
    const { user, server, rerender } = renderSignIn()
    const known = () => [emailField(), passwordField()].map(({ id, name }) => ({ id, name }))
    const first = known()
    expect(first.map(({ name }) => name)).toEqual(['email', 'password'])
    expect(new Set(first.map(({ id }) => id)).size).toBe(2)
    await user.click(submitButton())
    await waitFor(() => expect(emailField()).toHaveAttribute('aria-invalid', 'true'))
    expect(known()).toEqual(first)
    server.force('sign_in', 'offline')
    await signInAs(user, ADA.email)
    await screen.findByText(/^Connection issue/)
    await user.click(screen.getByRole('button', { name: 'Show password' }))
    rerender()
    expect(known()).toEqual(first)
    expect(passwordField()).toHaveAttribute('autocomplete', 'current-password')
  })

  it('UX-21: says that Caps Lock is on at the password, and nowhere else', async () => {
    const { user } = renderSignIn()
    await user.click(emailField())
    await user.keyboard('{CapsLock}A')
    expect(screen.queryByText('Caps Lock is on.')).toBeNull()
    await user.click(passwordField())
    await user.keyboard('B')
    expect(passwordField()).toHaveAccessibleDescription('Caps Lock is on.')
    expect(emailField()).not.toHaveAccessibleDescription()
    await user.keyboard('{CapsLock}')
  })

  it('UX-38: is shown its devices where too many are signed in, and no countdown', async () => {
    const onSignedIn = vi.fn()
    const { user, server } = renderSignIn({ id: 'auth-svc', props: { onSignedIn } })
    server.force('sign_in', {
      status: 429,
      code: 'MAX_SESSIONS_REACHED',
      message: 'Maximum concurrent sessions reached',
      headers: { 'Retry-After': '60' },
    })
    await signInAs(user, ADA.email)
    expect(await screen.findByRole('link', { name: 'Manage devices' })).toHaveAttribute(
      'href',
      '/sessions',
    )
    expect(screen.queryByText(/Try again in|second|minute/)).toBeNull()
    // Who has made room need not wait.
    await user.click(submitButton())
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it.each([
    [401, 'invalid_client'],
    [400, 'invalid_redirect_uri'],
  ])(
    'UX-37: tells the developer of %i %s, and people no more than whom to ask',
    async (status, code) => {
      const events: unknown[] = []
      const intelliauth = FIVE_BACKENDS.find(({ id }) => id === 'intelliauth')!
      const { client, server } = connect(
        intelliauth,
        {},
        { onEvent: (event) => events.push(event) },
      )
      render(
        <AuthProvider client={client} links={{ support: '/support' }}>
          <SignIn />
        </AuthProvider>,
      )
      server.force('sign_in', { status, code, message: 'The client shop-42 is not known.' })
      await signInAs(userEvent.setup(), ADA.email)
      expect(await screen.findByText('Sign-in configuration error. Contact support.')).toBeVisible()
      expect(screen.getByRole('link', { name: 'Contact support' })).toHaveAttribute(
        'href',
        '/support',
      )
      expect(document.body).not.toHaveTextContent(new RegExp(`shop-42|${code}|\\b${status}\\b`))
      expect(events).toContainEqual(
        expect.objectContaining({
          type: 'failed',
          operation: 'sign_in',
          kind: 'configuration_error',
          rawCode: code,
          status,
        }),
      )
    },
  )

  it('UX-35: can be given up after ten seconds, and loses nothing typed by it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      const onSignedIn = vi.fn()
      const { user, server, client } = renderSignIn({ props: { onSignedIn } })
      server.force('sign_in', 'timeout')
      await signInAs(user, ADA.email)
      const pass = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1000))
      const cancel = () => screen.queryByRole('button', { name: 'Cancel' })
      pass(1)
      expect(screen.getByText('Working on it')).toBeInTheDocument()
      pass(5)
      expect(screen.getByText('Still working on it', { selector: 'p' })).toBeVisible()
      expect(cancel()).toBeNull()
      pass(5)
      await user.click(cancel()!)
      expect(submitButton()).toHaveFocus()
      expect(submitButton()).not.toHaveAttribute('aria-disabled')
      expect(cancel()).toBeNull()
      expect(emailField()).toHaveValue(ADA.email)
      expect(passwordField()).toHaveValue(PASSWORD)
      expect(client.getSession().status).toBe('signed_out')

      await user.click(submitButton())
      await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
      // The first request has ended without an answer: nothing more comes of it.
      pass(60)
      expect(onSignedIn).toHaveBeenCalledOnce()
      expect(document.querySelector('[data-kind="network_error"]')).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })

  it('goes on to the second factor without an error, and back with the e-mail kept', async () => {
    const { user } = renderSignIn()
    await signInAs(user, TOTP_ACCOUNT.email)
    await screen.findByRole('heading', { name: "Confirm it's you" })
    expect(screen.getByLabelText('Code')).toHaveFocus()
    expect(screen.getByLabelText('Code')).toHaveAccessibleDescription(
      "Confirm it's you Enter the 6-digit code from your authenticator app.",
    )
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(emailField()).toHaveValue(TOTP_ACCOUNT.email)
    expect(passwordField()).toHaveValue('')
    expect(passwordField()).toHaveFocus()
  })

  it('says what is wrong when there is no provider', () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(() => render(<SignIn />)).toThrow(/useSignIn was used outside <AuthProvider>.*Wrap/s)
    quiet.mockRestore()
  })
})

describe('the copy of <SignIn/>', () => {
  it('I18N-25: can be said differently in one place, and only there', async () => {
    const text = 'That did not match. Have another go.'
    const { user } = renderSignIn({
      props: { copy: { en: { codes: { invalid_credentials: { text } } } } },
    })
    await signInAs(user, ADA.email, 'wrong password')
    expect(await screen.findByText(text)).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})
