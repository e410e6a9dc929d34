import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { VerifyEmail, type VerifyEmailProps } from '../../src/components/verify-email.js'
import { ADA, PASSWORD } from '../client/five-backends.js'
import {
  atOnce,
  button,
  emailField,
  renderScreen,
  wake,
  type ScreenOptions,
} from './render-screen.js'
import { LINKS } from './render-sign-in.js'

const DONE = 'Your email is verified.'
const DEAD = 'This link no longer works'

/** The backends whose contract has a request that spends the link. */
const VERIFYING = ['calimatic', 'authos', 'edgebase']

const UNVERIFIED = { ...ADA, emailVerified: false }

const goTo = (address: string) => history.replaceState(null, '', address)

// Without a token, so that none of an earlier test is remembered.
beforeEach(() => goTo('/verify-email?token='))

/** Follows the link of the mail that the server sends on request. */
async function followMail(options: ScreenOptions = {}, props: VerifyEmailProps = {}) {
  const server = { accounts: [UNVERIFIED], requiresVerifiedEmail: false, ...options.server }
  const scene = renderScreen(null, { ...options, server })
  await act(() => scene.client.signIn({ email: ADA.email, password: PASSWORD }))
  await scene.client.resendVerification({ email: ADA.email })
  const token = scene.server.outbox.at(-1)?.token ?? ''
  const follow = () => {
    goTo(`/verify-email?token=${token}`)
    scene.open(<VerifyEmail delay={atOnce} {...props} />)
  }
  follow()
  return { ...scene, token, follow }
}

describe.each(VERIFYING)('<VerifyEmail/> on %s', (id) => {
  it('UX-28: verifies the address when the button is pressed, and not before', async () => {
    const onVerified = vi.fn()
    const { client, user, sent } = await followMail({ id }, { onVerified })
    expect(screen.getByText('Select the button to verify your email.')).toBeVisible()
    expect(location.search).toBe('')
    await act(() => client.signOut())
    expect(sent('email_verify')).toBe(0)

    await user.click(button('Verify email'))
    await waitFor(() => expect(screen.getByRole('heading', { name: DONE })).toHaveFocus())
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', LINKS.signIn)
    expect(onVerified).toHaveBeenCalledOnce()
    expect(sent('email_verify')).toBe(1)
  })

  it('UX-30: keeps the session when a signed-in person follows the link twice', async () => {
    const { client, user, follow } = await followMail({ id })
    await user.click(button('Verify email'))
    await screen.findByRole('heading', { name: DONE })
    expect(screen.getByRole('link', { name: 'Continue' })).toHaveAttribute('href', LINKS.home)

    follow()
    await user.click(button('Verify email'))
    await waitFor(() => expect(screen.getByRole('heading', { name: DEAD })).toHaveFocus())
    expect(client.getSession().status).toBe('signed_in')
  })

  it('offers another mail when the link is too old', async () => {
    const { server, user } = await followMail({ id })
    server.clock.advance(2 * 24 * 3600)
    await user.click(button('Verify email'))
    expect(await screen.findByRole('heading', { name: DEAD })).toBeVisible()
    await user.click(button('Request a new link'))
    expect(emailField()).toHaveFocus()
  })

  it('offers another mail when the link is none of the server', async () => {
    const { user, open } = await followMail({ id })
    goTo('/verify-email?token=nonsense')
    open(<VerifyEmail />)
    await user.click(button('Verify email'))
    expect(await screen.findByRole('heading', { name: DEAD })).toBeVisible()
    expect(button('Request a new link')).toBeVisible()
  })
})

describe('a link that has been used before', () => {
  it('UX-30: is as good as a fresh one for whoever is signed in and verified', async () => {
    const { client, user, follow } = await followMail()
    await user.click(button('Verify email'))
    await screen.findByRole('heading', { name: DONE })
    await act(() => client.signIn({ email: ADA.email, password: PASSWORD }))
    follow()
    await user.click(button('Verify email'))
    expect(await screen.findByRole('heading', { name: DONE })).toBeVisible()
    expect(screen.queryByText(DEAD)).toBeNull()
  })

  it('leads to sign-in first where the server says that it was used', async () => {
    const { client, user, follow } = await followMail({ id: 'authos' })
    await user.click(button('Verify email'))
    await screen.findByRole('heading', { name: DONE })
    await act(() => client.signOut())
    follow()
    await user.click(button('Verify email'))
    expect(await screen.findByText('This link was already used. Try signing in.')).toBeVisible()
    const [first] = document.querySelectorAll('[data-gw="actions"] > *')
    expect(first).toHaveTextContent('Sign in')
  })
})

describe('the page for verification without a link', () => {
  it('UX-31: says where to look, sends the mail again, and takes another address', async () => {
    const { server, user } = renderScreen(<VerifyEmail delay={atOnce} email={ADA.email} />, {
      id: 'authos',
      server: { accounts: [UNVERIFIED] },
    })
    expect(screen.getByRole('heading', { name: 'Check your email' })).toHaveFocus()
    expect(screen.getByText(ADA.email).tagName).toBe('BDI')
    await user.click(button('Send the email again'))
    expect(await screen.findByText('We sent the email again.')).toBeVisible()
    expect(server.outbox).toHaveLength(1)
    expect(button(/^Send again in 30 seconds/)).toHaveAttribute('aria-disabled', 'true')

    await user.click(button('Use a different address'))
    expect(emailField()).toHaveValue(ADA.email)
  })

  it('knows the address of whoever is signed in', async () => {
    const { client, open } = await followMail()
    goTo('/verify-email?token=')
    open(<VerifyEmail delay={atOnce} />)
    expect(screen.getByRole('heading', { name: 'Check your email' })).toBeVisible()
    expect(screen.getByText(ADA.email)).toBeVisible()
    expect(client.getSession().status).toBe('signed_in')
  })

  it('has nothing to do for an address that is verified', async () => {
    const { open } = await followMail({ server: { accounts: [ADA] } })
    goTo('/verify-email?token=')
    open(<VerifyEmail delay={atOnce} />)
    expect(screen.getByRole('heading', { name: DONE })).toBeVisible()
  })

  it('SEC-38: sends a mail to an address that is typed, and tells nothing of it', async () => {
    const pages: string[] = []
    for (const accounts of [[UNVERIFIED], [ADA], []]) {
      goTo('/verify-email?token=')
      sessionStorage.clear()
      const { user, fill, server, body, open } = renderScreen(<VerifyEmail delay={atOnce} />, {
        id: 'authos',
        server: { accounts },
      })
      await user.click(button('Request a new link'))
      await fill(emailField(), ADA.email)
      await user.click(button('Send link'))
      await screen.findByText(/^If an account matches/)
      server.clock.advance(30)
      wake()
      await user.click(button('Send the email again'))
      await screen.findByText('We sent the email again.')
      pages.push(body().innerHTML.replaceAll(/_r_\w+_/g, '_'))
      expect(server.outbox).toHaveLength(accounts[0] === UNVERIFIED ? 2 : 0)
      open(null)
    }
    expect(new Set(pages).size).toBe(1)
  })
})

describe('pressing the button', () => {
  it('REL-34, REL-38: sends one request, however often it is pressed', async () => {
    const { user, sent } = await followMail()
    const verify = button('Verify email')
    act(() => {
      verify.click()
      verify.click()
    })
    await screen.findByRole('heading', { name: DONE })
    expect(sent('email_verify')).toBe(1)
    await user.keyboard('{Enter}')
    expect(sent('email_verify')).toBe(1)
  })

  it('SEC-40: sends the token again only on request when the network fails', async () => {
    const { server, user, sent } = await followMail()
    server.force('email_verify', 'offline')
    await user.click(button('Verify email'))
    await screen.findByText(/^Connection issue/)
    expect(sent('email_verify')).toBe(1)
    await user.click(button('Try again'))
    expect(await screen.findByRole('heading', { name: DONE })).toBeVisible()
  })

  it('SEC-19: leaves no token behind', async () => {
    const { user, token, queryClient, body } = await followMail()
    await user.click(button('Verify email'))
    await screen.findByRole('heading', { name: DONE })
    const left = JSON.stringify([
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state, options }) => ({ state, options })),
      Object.entries(sessionStorage),
      history.state,
      location.href,
      body().innerHTML,
    ])
    expect(left).not.toContain(token)
  })
})

it('tells the developer when the backend has no such request', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  renderScreen(<VerifyEmail token="one" />, { id: 'auth-svc' })
  expect(
    await screen.findByText(/^Gatewright: the auth-svc backend has no action "verifyEmail"/),
  ).toBeVisible()
  quiet.mockRestore()
})
