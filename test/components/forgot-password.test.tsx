import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ForgotPassword, type ForgotPasswordProps } from '../../src/components/forgot-password.js'
import { ADA, FIVE_BACKENDS } from '../client/five-backends.js'
import {
  atOnce,
  button,
  emailField,
  markupOf,
  renderScreen,
  wake,
  type ScreenOptions,
} from './render-screen.js'

const SENT = /^If an account matches/

function renderForgotPassword(options: ScreenOptions = {}, props: ForgotPasswordProps = {}) {
  const scene = renderScreen(<ForgotPassword delay={atOnce} {...props} />, options)
  return {
    ...scene,
    ask: async (email: string) => {
      await scene.fill(emailField(), email)
      await scene.user.click(button('Send reset link'))
    },
  }
}

describe.each(FIVE_BACKENDS)('<ForgotPassword/> on $id', ({ id }) => {
  it('UX-31: sends a link and names the address it went to', async () => {
    const { ask, server } = renderForgotPassword({ id })
    await ask(ADA.email)
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Check your email' })).toHaveFocus(),
    )
    const address = screen.getByText(ADA.email)
    expect(address.tagName).toBe('BDI')
    expect(address).toHaveAttribute('dir', 'ltr')
    expect(address.closest('p')).toHaveTextContent(SENT)
    expect(screen.getByText('Open the link in the email to continue.')).toBeVisible()
    expect(server.outbox).toEqual([
      expect.objectContaining({ kind: 'reset_password', to: ADA.email }),
    ])
  })

  it('SEC-38: shows the same for an address without an account, again and again', async () => {
    const pages: string[] = []
    for (const accounts of [[ADA], []]) {
      sessionStorage.clear()
      const { ask, body, open, server, user } = renderForgotPassword({ id, server: { accounts } })
      await ask(ADA.email)
      await screen.findByText(SENT)
      const first = markupOf(body())
      server.clock.advance(30)
      wake()
      await user.click(button('Send the email again'))
      await screen.findByText('We sent the email again.')
      pages.push(first + markupOf(body()))
      expect(server.outbox).toHaveLength(accounts.length * 2)
      open(null)
    }
    expect(pages[0]).toBe(pages[1])
  })
})

describe('an answer that tells whether an address has an account', () => {
  const TELLING = [
    ['404', { status: 404, code: 'NOT_FOUND', message: 'No such user' }],
    ['409', { status: 409, code: 'CONFLICT', message: 'The account uses another provider' }],
    ['403', { status: 403, code: 'ACCOUNT_SUSPENDED', message: 'Suspended' }],
  ] as const

  it.each(TELLING)('SEC-38: looks as if it told nothing (%s)', async (_, row) => {
    const silent = renderForgotPassword({ id: 'auth-svc' })
    await silent.ask(ADA.email)
    await screen.findByText(SENT)
    const usual = markupOf(silent.body())
    silent.open(null)
    sessionStorage.clear()

    const { ask, server, body, sent } = renderForgotPassword({ id: 'auth-svc' })
    server.force('password_forgot', row)
    await ask(ADA.email)
    await screen.findByText(SENT)
    expect(markupOf(body())).toBe(usual)
    expect(sent('password_forgot')).toBe(1)
  })

  it('SEC-38: is held back for 400 ms, or as long as the app says', async () => {
    const holding: (() => void)[] = []
    const delay = vi.fn(() => new Promise<void>((resolve) => holding.push(resolve)))
    const { ask, server } = renderForgotPassword({}, { delay })
    await ask(ADA.email)
    await waitFor(() => expect(server.outbox).toHaveLength(1))
    expect(delay).toHaveBeenCalledExactlyOnceWith(400)
    expect(screen.queryByText(SENT)).toBeNull()
    holding[0]?.()
    expect(await screen.findByText(SENT)).toBeVisible()
  })
})

describe('asking for the link again', () => {
  it('UX-10: waits for half a minute, over a reload, too', async () => {
    const { ask, server, reload, sent } = renderForgotPassword()
    await ask(ADA.email)
    expect(await screen.findByRole('button', { name: /^Send again in 30 / })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    server.clock.advance(10)
    reload()
    await ask(ADA.email)
    expect(await screen.findByRole('button', { name: /^Send again in 20 / })).toBeVisible()
    expect(sent('password_forgot')).toBe(1)
    expect(Object.entries(sessionStorage).flat().join()).not.toContain(ADA.email)
  })

  it('UX-12: sends nothing while it has to wait, and a new link after that', async () => {
    const { ask, user, server, sent } = renderForgotPassword()
    await ask(ADA.email)
    await user.click(await screen.findByRole('button', { name: /^Send again in/ }))
    expect(sent('password_forgot')).toBe(1)

    server.clock.advance(30)
    wake()
    await user.click(button('Send the email again'))
    expect(await screen.findByText('We sent the email again.')).toBeVisible()
    expect(server.outbox).toHaveLength(2)
    expect(button(/^Send again in/)).toHaveAttribute('aria-disabled', 'true')
  })

  it('is not said to be done once more when the pause is over', async () => {
    const { ask, user, server } = renderForgotPassword()
    await ask(ADA.email)
    server.clock.advance(30)
    wake()
    await user.click(await screen.findByRole('button', { name: 'Send the email again' }))
    const said = await screen.findByText('We sent the email again.')
    server.clock.advance(30)
    wake()
    expect(button('Send the email again')).not.toHaveAttribute('aria-disabled')
    expect(screen.getByText('We sent the email again.')).toBe(said)
  })

  it('UX-10: starts no pause when the mail could not be sent, and tries once more on request', async () => {
    const { ask, user, server } = renderForgotPassword()
    await ask(ADA.email)
    await screen.findByText(SENT)
    server.clock.advance(30)
    wake()
    server.force('password_forgot', 'offline')
    await user.click(button('Send the email again'))
    expect(await screen.findByText(/^Connection issue/)).toBeVisible()
    expect(button('Send the email again')).not.toHaveAttribute('aria-disabled')
    await user.click(button('Try again'))
    expect(await screen.findByText('We sent the email again.')).toBeVisible()
  })

  it('UX-09: counts down where the server limits the mails to an address', async () => {
    const { ask, server, sent } = renderForgotPassword({
      id: 'intelliauth',
      server: { mailLimit: { max: 1, perSeconds: 600 } },
    })
    await ask(ADA.email)
    await screen.findByText(SENT)
    server.clock.advance(60)
    wake()
    button('Send the email again').click()
    expect(await screen.findByRole('button', { name: 'Send again in 9 minutes' })).toBeVisible()
    expect(sent('password_forgot')).toBe(2)
  })
})

describe('the form for the link', () => {
  it('UX-31: comes back with the address for another one', async () => {
    const { ask, user, server } = renderForgotPassword()
    await ask('adda@example.com')
    await user.click(await screen.findByRole('button', { name: 'Use a different address' }))
    expect(emailField()).toHaveValue('adda@example.com')
    expect(emailField()).toHaveFocus()
    await ask(ADA.email)
    await screen.findByText(SENT)
    expect(server.outbox).toHaveLength(1)
  })

  it('UX-17: says what is missing before anything is sent', async () => {
    const { user, server } = renderForgotPassword()
    await user.click(button('Send reset link'))
    await waitFor(() =>
      expect(emailField()).toHaveAccessibleDescription('Error: Enter your email.'),
    )
    expect(emailField()).toHaveFocus()
    expect(server.requests).toHaveLength(0)
  })

  it('UX-07: keeps the address when the network fails, and sends it on request', async () => {
    const { ask, user, server } = renderForgotPassword()
    server.force('password_forgot', 'offline')
    await ask(ADA.email)
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(SENT)).toBeVisible()
    expect(server.outbox).toHaveLength(1)
  })

  it('A11Y-14: takes over an address that was typed elsewhere, and hands it on', async () => {
    const signIn = vi.fn()
    const { user } = renderForgotPassword({ links: { signIn } }, { defaultEmail: ADA.email })
    expect(emailField()).toHaveValue(ADA.email)
    await user.click(button('Sign in instead'))
    expect(signIn).toHaveBeenCalledExactlyOnceWith(ADA.email)
  })

  it('REL-38: sends one request however often it is submitted at once', async () => {
    const { user, sent } = renderForgotPassword()
    await user.type(emailField(), ADA.email)
    const { form } = emailField()
    act(() => {
      form?.requestSubmit()
      form?.requestSubmit()
      button('Send reset link').click()
    })
    await screen.findByText(SENT)
    expect(sent('password_forgot')).toBe(1)
  })
})
