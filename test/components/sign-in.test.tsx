import { act, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SignIn } from '../../src/index.js'
import { ADA, PASSWORD, TOTP_ACCOUNT } from '../client/five-backends.js'
import {
  emailField,
  passwordField,
  renderSignIn,
  signInAs,
  submitButton,
} from './render-sign-in.js'

const WRONG_CREDENTIALS = 'The email or password is incorrect.'

afterEach(() => sessionStorage.clear())

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
    expect(emailField()).toHaveAccessibleDescription(/^Error:/)
    expect(emailField()).toHaveFocus()
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
    await waitFor(() => expect(passwordField()).toHaveValue(''))
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
