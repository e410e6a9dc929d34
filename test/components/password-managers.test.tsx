import { readFileSync } from 'node:fs'
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { MfaEnrolment, ResetPassword } from '../../src/index.js'
import { TOTP_ACCOUNT } from '../client/five-backends.js'
import { renderMfa } from './render-mfa.js'
import { renderScreen } from './render-screen.js'
import { renderSignIn, signInAs } from './render-sign-in.js'
import { passwordField, renderSignUp } from './render-sign-up.js'

const usernames = () =>
  document.querySelectorAll<HTMLInputElement>('form [autocomplete="username"]')

describe('a password manager', () => {
  it('UX-01: finds the code’s field by its token, and the same one after a wrong code', async () => {
    const { user } = renderSignIn({ id: 'calimatic' })
    await signInAs(user, TOTP_ACCOUNT.email)
    const field = await screen.findByLabelText<HTMLInputElement>('Code')
    const { id } = field
    expect(field).toHaveAttribute('autocomplete', 'one-time-code')
    expect(field).toHaveAttribute('name', 'code')
    await user.type(field, '000000')
    await screen.findByText(/^That code didn't work/)
    expect(screen.getByLabelText('Code')).toBe(field)
    expect(field).toHaveAttribute('id', id)
  })

  it('UX-02: is told whose password is asked for again, in a field that is there and not seen', async () => {
    const { user } = await renderMfa(<MfaEnrolment />, {
      id: 'edgebase',
      email: TOTP_ACCOUNT.email,
    })
    await user.click(await screen.findByRole('button', { name: 'Turn off MFA' }))
    const password = await screen.findByLabelText<HTMLInputElement>('Password')
    expect(password).toHaveAttribute('autocomplete', 'current-password')
    expect(usernames()).toHaveLength(1)
    const [username] = usernames()
    expect(username).toHaveValue(TOTP_ACCOUNT.email)
    expect(username?.form).toBe(password.form)
    // Managers pass over what is not drawn at all.
    expect(username).toHaveAttribute('type', 'text')
    expect(username?.closest('[hidden]')).toBeNull()
    expect(username?.closest('[data-gw="visually-hidden"]')).toHaveStyle({ position: 'absolute' })
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('UX-03: gets the rules that the server told, to make a password by', async () => {
    const server = { passwordMinLength: 12 }
    renderSignUp({ id: 'calimatic', server })
    await waitFor(() => expect(passwordField()).toHaveAttribute('passwordrules', 'minlength: 12;'))
  })

  it('UX-03: gets them for a new password, too, with whose it is', async () => {
    renderScreen(<ResetPassword token="t0k3n" email="ada@example.com" />, {
      id: 'calimatic',
      server: { passwordMinLength: 12 },
    })
    const field = screen.getByLabelText<HTMLInputElement>('New password')
    await waitFor(() => expect(field).toHaveAttribute('passwordrules', 'minlength: 12;'))
    expect(usernames()).toHaveLength(1)
    expect(usernames()[0]).toHaveValue('ada@example.com')
    expect(usernames()[0]?.form).toBe(field.form)
  })

  it('UX-03: leads to the page it is shown the way to, as the documents tell', () => {
    const guide = readFileSync('docs/password-managers.md', 'utf8')
    expect(guide).toContain('/.well-known/change-password')
    expect(guide).toContain('passwordrules')
    expect(readFileSync('README.md', 'utf8')).toContain('(docs/password-managers.md)')
  })
})
