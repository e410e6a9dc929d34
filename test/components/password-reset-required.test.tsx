import { render, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { toUiState } from '../../src/client/index.js'
import { localFailure } from '../../src/client/local-failure.js'
import { firstCall } from '../../src/errors/operation.js'
import { AuthProvider, UiStateView } from '../../src/index.js'
import { ADA, connect, FIVE_BACKENDS } from '../client/five-backends.js'
import { emailField, passwordField, renderSignIn, signInAs, type Scene } from './render-sign-in.js'

const button = (name: string | RegExp) => screen.getByRole('button', { name })

/** Signs in to an account whose password may not be used any more. */
async function refused({ server, ...scene }: Scene = {}) {
  const rendered = renderSignIn({
    id: 'intelliauth',
    server: { accounts: [{ ...ADA, mustResetPassword: true }], ...server },
    // The reference does not say that the password was right.
    provider: { accountDisclosure: 'show' },
    ...scene,
  })
  await signInAs(rendered.user, ADA.email)
  await screen.findByRole('heading', { name: 'Set a new password' })
  return rendered
}

describe('a password that has to be replaced', () => {
  it('A11Y-14: takes one press to get the link for it, with the address that was typed', async () => {
    const { user, server } = await refused()
    expect(screen.getByText(ADA.email).closest('p')).toHaveTextContent(
      /^We'll send a link for it to/,
    )
    expect(screen.getByText(ADA.email).tagName).toBe('BDI')
    await user.click(button('Send reset link'))
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Check your email' })).toHaveFocus(),
    )
    expect(server.outbox).toEqual([
      expect.objectContaining({ kind: 'reset_password', to: ADA.email }),
    ])
    expect(button(/^Send again in/)).toHaveAttribute('aria-disabled', 'true')
  })

  it('UX-31: goes back to the form for another address', async () => {
    const { user } = await refused()
    await user.click(button('Send reset link'))
    await user.click(await screen.findByRole('button', { name: 'Use a different address' }))
    expect(emailField()).toHaveValue(ADA.email)
    expect(passwordField()).toHaveValue('')
    expect(passwordField()).toHaveFocus()
  })

  it('says above the button why the link could not be sent, and tries again', async () => {
    const { user, server } = await refused()
    server.force('password_forgot', 'offline')
    await user.click(button('Send reset link'))
    expect(await screen.findByText(/^Connection issue/)).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Set a new password' })).toBeVisible()
    await user.click(button('Try again'))
    expect(await screen.findByRole('heading', { name: 'Check your email' })).toBeVisible()
  })

  it('SEC-03: leads where the server says, if a browser may go there', () => {
    const { client } = connect(FIVE_BACKENDS.find(({ id }) => id === 'intelliauth')!)
    const shown = (url: string) => {
      const context = firstCall('sign_in')
      const failure = localFailure('password_must_be_reset', 'intelliauth', context, 0, { url })
      const { unmount } = render(
        <AuthProvider client={client} links={{ resetPassword: '/forgot-password' }}>
          <UiStateView state={toUiState(failure)} handlers={{ email: ADA.email }} />
        </AuthProvider>,
      )
      const address = screen.getByRole('link', { name: /^Set new password/ }).getAttribute('href')
      unmount()
      return address
    }
    expect(shown('https://accounts.example/reset')).toBe('https://accounts.example/reset')
    expect(shown('javascript:alert(1)')).toBe('/forgot-password')
  })
})
