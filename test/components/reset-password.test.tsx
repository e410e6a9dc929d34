import { screen, waitFor } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ForgotPassword } from '../../src/components/forgot-password.js'
import { ResetPassword, type ResetPasswordProps } from '../../src/components/reset-password.js'
import { AuthProvider } from '../../src/index.js'
import { ADA, connect, FIVE_BACKENDS } from '../client/five-backends.js'
import { atOnce, button, emailField, renderScreen, type ScreenOptions } from './render-screen.js'
import { LINKS } from './render-sign-in.js'

const NEW_PASSWORD = 'a brand new password'
const DONE = 'Your password has been changed.'
const DEAD = 'This link no longer works'

/** The backends whose contract has a request that sets the password. */
const RESETTING = FIVE_BACKENDS.filter(({ id }) => id !== 'intelliauth')

const passwordField = () => screen.getByLabelText<HTMLInputElement>('New password')
const goTo = (address: string) => history.replaceState(null, '', address)

// Without a token, so that none of an earlier test is remembered.
beforeEach(() => goTo('/reset-password?token='))

/** Asks for the mail and follows its link. */
async function followMail(options: ScreenOptions = {}, props: ResetPasswordProps = {}) {
  const scene = renderScreen(<ForgotPassword delay={atOnce} />, options)
  await scene.fill(emailField(), ADA.email)
  await scene.user.click(button('Send reset link'))
  await screen.findByRole('heading', { name: 'Check your email' })
  const token = scene.server.outbox.at(-1)?.token ?? ''
  goTo(`/reset-password?token=${token}`)
  scene.open(<ResetPassword {...props} />)
  return {
    ...scene,
    token,
    choose: async (password = NEW_PASSWORD) => {
      await scene.fill(passwordField(), password)
      await scene.user.click(button('Set new password'))
    },
    /** Opens the same link once more. */
    followAgain: () => {
      goTo(`/reset-password?token=${token}`)
      scene.open(<ResetPassword {...props} />)
    },
  }
}

describe.each(RESETTING)('<ResetPassword/> on $id', ({ id }) => {
  it('sets the password with the link of the mail, and offers sign-in', async () => {
    const onReset = vi.fn()
    const { choose, client, sent } = await followMail({ id }, { onReset })
    await choose()
    await waitFor(() => expect(screen.getByRole('heading', { name: DONE })).toHaveFocus())
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', LINKS.signIn)
    expect(onReset).toHaveBeenCalledOnce()
    expect(sent('password_reset')).toBe(1)
    expect(client.getSession().status).toBe('signed_out')
    expect(await client.signIn({ email: ADA.email, password: NEW_PASSWORD })).toMatchObject({
      kind: 'signed_in',
    })
  })

  it('UX-28: leaves the link unspent until the form is sent', async () => {
    const { followAgain, choose, sent } = await followMail({ id })
    await screen.findByText('Choose a new password for your account.')
    followAgain()
    expect(sent('password_reset')).toBe(0)
    await choose()
    expect(await screen.findByRole('heading', { name: DONE })).toBeVisible()
  })

  it('offers a new link when this one is too old', async () => {
    const { choose, server } = await followMail({ id })
    server.clock.advance(2 * 3600)
    await choose()
    await waitFor(() => expect(screen.getByRole('heading', { name: DEAD })).toHaveFocus())
    expect(screen.getByRole('link', { name: 'Request a new link' })).toHaveAttribute(
      'href',
      LINKS.resetPassword,
    )
  })

  it('offers a new link when this one has been used', async () => {
    const { choose, followAgain, client } = await followMail({ id })
    await choose()
    await screen.findByRole('heading', { name: DONE })
    followAgain()
    await choose('an even newer password')
    expect(await screen.findByRole('heading', { name: DEAD })).toBeVisible()
    expect(await client.signIn({ email: ADA.email, password: NEW_PASSWORD })).toMatchObject({
      kind: 'signed_in',
    })
  })
})

describe('the link of a reset mail', () => {
  it('SEC-11: has left the address bar before anything below it is drawn', async () => {
    const seen: string[] = []
    function Watcher() {
      seen.push(location.href)
      return null
    }
    goTo('/reset-password?lang=de#token=secret-token&type=password-reset')
    renderScreen(<ResetPassword intro={<Watcher />} />)
    expect(passwordField()).toBeVisible()
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.join()).not.toContain('secret-token')
    expect(location.search + location.hash).toBe('?lang=de')
  })

  it('SEC-19: leaves neither token nor password behind when it is spent', async () => {
    const { choose, token, queryClient, body, open } = await followMail()
    await choose()
    await screen.findByRole('heading', { name: DONE })
    const left = JSON.stringify([
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
      location.href,
      body().innerHTML,
    ])
    expect(left).not.toContain(token)
    expect(left).not.toContain(NEW_PASSWORD)

    open()
    open(<ResetPassword />)
    expect(screen.getByRole('heading', { name: DEAD })).toBeVisible()
  })

  it('is said to be dead at once where it carries nothing, or the server says so', () => {
    for (const address of ['/reset-password?token=', '/reset-password?error=INVALID_TOKEN']) {
      goTo(address)
      const { open, server } = renderScreen(<ResetPassword />)
      expect(screen.getByRole('heading', { name: DEAD })).toHaveFocus()
      expect(screen.queryByLabelText('New password')).toBeNull()
      expect(server.requests).toHaveLength(0)
      open(null)
    }
  })

  it('A11Y-14: can be asked for anew on the spot where the app has no place for it', async () => {
    goTo('/reset-password?token=')
    const { user, server } = renderScreen(<ResetPassword email={ADA.email} />, {
      links: { signIn: '/sign-in' },
    })
    await user.click(button('Request a new link'))
    expect(emailField()).toHaveValue(ADA.email)
    expect(emailField()).toHaveFocus()
    await user.click(button('Send reset link'))
    await screen.findByRole('heading', { name: 'Check your email' })
    expect(server.outbox).toHaveLength(1)
  })

  it('may come from the app instead of the address', async () => {
    const { token, open, choose } = await followMail()
    open(<ResetPassword token={token} />)
    await choose()
    expect(await screen.findByRole('heading', { name: DONE })).toBeVisible()
  })

  it('REL-46: is left to the browser by a server, which draws the form', () => {
    const five = FIVE_BACKENDS[0]!
    const { client } = connect(five)
    goTo('/reset-password?token=secret-token')
    const markup = renderToString(
      <AuthProvider client={client}>
        <ResetPassword />
      </AuthProvider>,
    )
    expect(markup).toContain('new-password')
    expect(markup).not.toContain(DEAD)
    expect(markup).not.toContain('secret-token')
  })
})

describe('the form for the new password', () => {
  it('UX-02, UX-03: tells password managers whose password it is and what it has to be', async () => {
    await followMail({}, { email: ADA.email })
    expect(passwordField()).toHaveAttribute('autocomplete', 'new-password')
    expect(passwordField()).toHaveAttribute('passwordrules', 'minlength: 8;')
    const username = passwordField().form?.querySelector('[autocomplete="username"]')
    expect(username).toHaveValue(ADA.email)
    expect(username).toHaveAttribute('tabindex', '-1')
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('UX-18: shows what the server has against the password at its field, and keeps the link', async () => {
    const { choose, sent } = await followMail(
      { server: { passwordMinLength: 20 } },
      { passwordPolicy: { minLength: 4 } },
    )
    await choose('short')
    await waitFor(() =>
      expect(passwordField()).toHaveAccessibleDescription(
        /Error: Use a password with 20 or more characters\./,
      ),
    )
    expect(passwordField()).toHaveFocus()
    expect(passwordField()).toHaveValue('short')
    await choose('long enough for this server')
    expect(await screen.findByRole('heading', { name: DONE })).toBeVisible()
    expect(sent('password_reset')).toBe(2)
  })

  it('SEC-40: is not sent again by itself, and keeps what was typed, when the network fails', async () => {
    const { choose, server, user, sent } = await followMail()
    server.force('password_reset', 'offline')
    await choose()
    expect(await screen.findByText(/^Connection issue/)).toBeVisible()
    expect(passwordField()).toHaveValue(NEW_PASSWORD)
    expect(sent('password_reset')).toBe(1)
    await user.click(button('Try again'))
    expect(await screen.findByRole('heading', { name: DONE })).toBeVisible()
  })
})

it('tells the developer when the backend has no such request', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  renderScreen(<ResetPassword token="one" />, { id: 'intelliauth' })
  expect(
    await screen.findByText(/^Gatewright: the intelliauth backend has no action "resetPassword"/),
  ).toBeVisible()
  quiet.mockRestore()
})
