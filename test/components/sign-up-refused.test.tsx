import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ADA, PASSWORD } from '../client/five-backends.js'
import {
  emailField,
  NEWCOMER,
  passwordField,
  renderSignUp,
  SIGN_UP_BACKENDS,
  signUpAs,
  submitButton,
} from './render-sign-up.js'

const VERIFY = 'Verify your email'
const WAITING = { signsInOnSignUp: false }

describe('a sign-up that is refused', () => {
  it('UX-18: shows every refused field at its field, and the rest above the form', async () => {
    const { user, server } = renderSignUp({ props: { fields: ['firstName', 'lastName'] } })
    server.force('sign_up', {
      status: 400,
      code: 'BAD_REQUEST',
      message: 'Validation failed',
      details: {
        fields: {
          first_name: 'First name has digits.',
          email: 'This domain takes no mail.',
          password: 'The password holds your name.',
          inviteCode: 'An invitation is needed.',
        },
      },
    })
    await user.type(screen.getByLabelText('First name'), 'M4ry')
    await user.type(screen.getByLabelText('Last name'), 'Jackson')
    await signUpAs(user, NEWCOMER)
    const alert = screen.getByRole('alert')
    expect(await within(alert).findByText('An invitation is needed.')).toBeVisible()
    expect(within(alert).getAllByRole('listitem')).toHaveLength(1)
    expect(screen.getByLabelText('First name')).toHaveAccessibleDescription(
      'Error: First name has digits.',
    )
    expect(screen.getByLabelText('First name')).toHaveFocus()
    expect(screen.getByLabelText('Last name')).not.toHaveAttribute('aria-invalid')
    expect(emailField()).toHaveAccessibleDescription('Error: This domain takes no mail.')
    expect(passwordField()).toHaveAccessibleDescription(/Error: The password holds your name\./)
    expect(passwordField()).toHaveValue(PASSWORD)
  })

  it('UX-18: shows what is said of one field alone at that field', async () => {
    const { user, server } = renderSignUp()
    server.force('sign_up', {
      status: 400,
      code: 'BAD_REQUEST',
      message: 'This domain takes no mail.',
      details: { field: 'email' },
    })
    await signUpAs(user, NEWCOMER)
    await waitFor(() =>
      expect(emailField()).toHaveAccessibleDescription('Error: This domain takes no mail.'),
    )
    expect(emailField()).toHaveFocus()
    expect(passwordField()).not.toHaveAttribute('aria-invalid')
  })

  it('UX-18: says everything that is wrong with a field, and each thing once', async () => {
    const { user, server } = renderSignUp()
    const tooShort = 'The password is too short.'
    server.force('sign_up', {
      status: 400,
      code: 'BAD_REQUEST',
      message: 'Validation failed',
      details: { fields: { password: [tooShort, 'The password needs a digit.', tooShort] } },
    })
    await signUpAs(user, NEWCOMER)
    expect(await screen.findByText('The password needs a digit.')).toBeVisible()
    expect(passwordField()).toHaveAccessibleDescription(
      /Error: The password is too short\. The password needs a digit\./,
    )
    await user.type(passwordField(), 'x')
    expect(screen.queryByText('The password needs a digit.')).toBeNull()
  })

  it.each(SIGN_UP_BACKENDS)('marks the password that %s finds too short', async (id) => {
    const { user } = renderSignUp({
      id,
      server: { passwordMinLength: 12 },
      props: { passwordPolicy: { minLength: 4 } },
    })
    await signUpAs(user, NEWCOMER, 'tooshort')
    await waitFor(() => expect(passwordField()).toHaveAttribute('aria-invalid', 'true'))
    expect(passwordField()).toHaveFocus()
    expect(passwordField()).toHaveValue('tooshort')
    expect(emailField()).not.toHaveAttribute('aria-invalid')
  })

  it('UX-10, UX-11: waits out a limit that outlives a reload, and sends nothing meanwhile', async () => {
    const LIMIT = { signUpLimit: { max: 1, perSeconds: 90 } }
    const first = renderSignUp({ server: { ...LIMIT, ...WAITING } })
    await signUpAs(first.user, NEWCOMER)
    await screen.findByRole('heading', { name: VERIFY })
    await first.user.click(screen.getByRole('button', { name: 'Back' }))
    await signUpAs(first.user, NEWCOMER)
    expect(
      await screen.findByText('Too many requests. Try again in 1 minute, 30 seconds.'),
    ).toBeVisible()
    expect(passwordField()).toHaveValue(PASSWORD)
    const before = first.sent()
    await first.user.click(submitButton())
    await waitFor(() => expect(submitButton()).not.toHaveAttribute('aria-busy'))
    expect(first.sent()).toBe(before)
    first.unmount()
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain(NEWCOMER)

    const reloaded = renderSignUp({ server: WAITING })
    expect(screen.getByText(/^Too many requests\. Try again in 1 minute/)).toBeVisible()
    await signUpAs(reloaded.user, NEWCOMER)
    expect(reloaded.sent()).toBe(0)
    reloaded.server.clock.advance(90)
    act(() => void window.dispatchEvent(new Event('focus')))
    await reloaded.user.click(submitButton())
    await screen.findByRole('heading', { name: VERIFY })
    expect(reloaded.sent()).toBe(1)
  })

  it('UX-13: says that it was the sign-ups where the backend tells', async () => {
    const { user } = renderSignUp({
      id: 'edgebase',
      server: { signUpLimit: { max: 0, perSeconds: 60 } },
    })
    await signUpAs(user, NEWCOMER)
    expect(await screen.findByText(/^Too many sign-up attempts\. Try again in/)).toBeVisible()
  })

  it('REL-40: sends the same form once more with the token of a solved captcha', async () => {
    const tokens: (() => void)[] = []
    const captcha = {
      id: 'button',
      mount: (host: HTMLElement, { onToken }: { onToken: (token: string) => void }) => {
        tokens.push(() => onToken(server.solveCaptcha()))
        host.textContent = 'widget'
        return { reset: () => undefined, dispose: () => undefined }
      },
    }
    const onSignedIn = vi.fn()
    const { user, server, sent } = renderSignUp({
      id: 'edgebase',
      server: { captcha: 'always' },
      props: { onSignedIn },
      provider: { captcha },
    })
    await signUpAs(user, NEWCOMER)
    await screen.findByText('Complete the security check to continue.')
    expect(passwordField()).toHaveValue(PASSWORD)
    await waitFor(() => expect(tokens.length).toBeGreaterThan(0))
    act(() => tokens.at(-1)?.())
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(sent()).toBe(2)
  })

  it('shows a hook’s own words, as text', async () => {
    const { user, server, container } = renderSignUp({ id: 'edgebase' })
    const message = 'Only addresses of <b>example.org</b> may join.'
    server.force('sign_up', { status: 403, message })
    await signUpAs(user, NEWCOMER)
    expect(await screen.findByText(message)).toBeVisible()
    expect(container.querySelector('b')).toBeNull()
    expect(emailField()).toHaveValue(NEWCOMER)
    expect(passwordField()).toHaveValue(PASSWORD)
  })

  it.each(SIGN_UP_BACKENDS)(
    'UX-07: %s offline loses nothing, and can be tried again',
    async (id) => {
      const { user, server, sent } = renderSignUp({ id })
      server.force('sign_up', 'offline')
      await signUpAs(user, NEWCOMER)
      await screen.findByText('Connection issue. Check your internet and try again.')
      expect(emailField()).toHaveValue(NEWCOMER)
      expect(passwordField()).toHaveValue(PASSWORD)
      await user.click(screen.getByRole('button', { name: 'Try again' }))
      await waitFor(() => expect(screen.queryByLabelText('Password')).toBeNull())
      expect(sent()).toBe(2)
    },
  )
})

describe('an address that has an account, where that may be told', () => {
  it.each(SIGN_UP_BACKENDS)('A11Y-14: on %s, is taken along to the ways on', async (id) => {
    const signIn = vi.fn()
    const resetPassword = vi.fn()
    const onSignedUp = vi.fn()
    const { user } = renderSignUp({
      id,
      props: { onSignedUp },
      provider: { accountDisclosure: 'show', links: { signIn, resetPassword } },
    })
    await signUpAs(user, ADA.email)
    await screen.findByText('An account with this email already exists. Sign in instead.')
    expect(passwordField()).toHaveValue(PASSWORD)
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Sign in instead' }))
    expect(signIn).toHaveBeenCalledExactlyOnceWith(ADA.email)
    await user.click(screen.getByRole('button', { name: 'Reset password' }))
    expect(resetPassword).toHaveBeenCalledExactlyOnceWith(ADA.email)
    expect(onSignedUp).not.toHaveBeenCalled()
  })

  it('links to places that are addresses, without the e-mail in them', async () => {
    const { user } = renderSignUp({ provider: { accountDisclosure: 'show' } })
    await signUpAs(user, ADA.email)
    const link = await screen.findByRole('link', { name: 'Sign in instead' })
    expect(link).toHaveAttribute('href', '/sign-in')
  })
})
