import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ChangePassword, type ChangePasswordProps } from '../../src/components/change-password.js'
import { ADA, PASSWORD } from '../client/five-backends.js'
import { button, renderScreen, type ScreenOptions } from './render-screen.js'
import { LINKS } from './render-sign-in.js'

const NEW_PASSWORD = 'a brand new password'
const DONE = 'Your password has been changed.'

const currentField = () => screen.getByLabelText<HTMLInputElement>('Current password')
const newField = () => screen.getByLabelText<HTMLInputElement>('New password')

/** Shows the screen to Ada, who is signed in. */
async function renderChangePassword(options: ScreenOptions = {}, props: ChangePasswordProps = {}) {
  const scene = renderScreen(<ChangePassword {...props} />, options)
  await act(() => scene.client.signIn({ email: ADA.email, password: PASSWORD }))
  return {
    ...scene,
    change: async (current = PASSWORD, next = NEW_PASSWORD) => {
      await scene.fill(currentField(), current)
      await scene.fill(newField(), next)
      await scene.user.click(button('Change password'))
    },
  }
}

describe.each(['edgebase', 'authos'])('<ChangePassword/> on %s', (id) => {
  it('changes the password and keeps the session', async () => {
    const onChanged = vi.fn()
    const { change, client } = await renderChangePassword({ id }, { onChanged })
    await change()
    await waitFor(() => expect(screen.getByRole('heading', { name: DONE })).toHaveFocus())
    expect(onChanged).toHaveBeenCalledOnce()
    // The next signed-in request works with what the client holds now.
    expect(await client.perform('getUser', {})).toMatchObject({
      kind: 'succeeded',
      value: { user: { email: ADA.email } },
    })
    expect(await client.refresh()).toMatchObject({ kind: 'signed_in' })
    expect(await client.signIn({ email: ADA.email, password: NEW_PASSWORD })).toMatchObject({
      kind: 'signed_in',
    })
  })

  it('UX-18: says at its field that the present password is wrong, and signs nobody out', async () => {
    const { change, client, sent } = await renderChangePassword({ id })
    await change('not my password')
    await waitFor(() =>
      expect(currentField()).toHaveAccessibleDescription(
        /^Error: The password is incorrect\. Try again\./,
      ),
    )
    expect(currentField()).toHaveFocus()
    expect(currentField()).toHaveValue('')
    expect(newField()).toHaveValue(NEW_PASSWORD)
    expect(client.getSession().status).toBe('signed_in')
    expect(sent('refresh')).toBe(0)

    await change()
    expect(await screen.findByRole('heading', { name: DONE })).toBeVisible()
  })

  it('tells an account that came through a provider why it has none to change', async () => {
    const { change, server, client } = await renderChangePassword({ id })
    server.editAccount(ADA.email, { oauthOnly: true })
    await change()
    expect(
      await screen.findByText('This account signs in with a different provider.'),
    ).toBeVisible()
    expect(client.getSession().status).toBe('signed_in')
    expect(screen.queryByRole('button', { name: 'Start over' })).toBeNull()
  })

  it('leads to sign-in where the session has ended meanwhile', async () => {
    const { change, server } = await renderChangePassword({ id })
    server.clock.advance(40 * 24 * 3600)
    await change()
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Sign in again' })).toHaveFocus(),
    )
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', LINKS.signIn)
  })
})

describe('the form for a change of password', () => {
  it('tells an anonymous account what it lacks', async () => {
    const { change, server } = await renderChangePassword()
    server.force('password_change', {
      status: 403,
      message: 'Anonymous accounts cannot change password.',
    })
    await change()
    expect(await screen.findByText('Add an email to your account first.')).toBeVisible()
  })

  it('UX-01, UX-03: is one that password managers understand', async () => {
    await renderChangePassword()
    expect(currentField()).toHaveAttribute('autocomplete', 'current-password')
    expect(newField()).toHaveAttribute('autocomplete', 'new-password')
    const { form } = currentField()
    expect(newField().form).toBe(form)
    expect(form?.querySelector('[autocomplete="username"]')).toHaveValue(ADA.email)
    expect(form).toHaveAttribute('method', 'post')
  })

  it('UX-17: checks both fields before anything is sent', async () => {
    const { user, sent } = await renderChangePassword()
    await user.click(button('Change password'))
    await waitFor(() =>
      expect(currentField()).toHaveAccessibleDescription(/^Error: Enter your current password\./),
    )
    expect(newField()).toHaveAttribute('aria-invalid', 'true')
    expect(currentField()).toHaveFocus()
    expect(sent('password_change')).toBe(0)
  })

  it('UX-18: keeps the present password when the new one is refused', async () => {
    const { change } = await renderChangePassword(
      { server: { passwordMinLength: 30 } },
      { passwordPolicy: { minLength: 4 } },
    )
    await change()
    await waitFor(() =>
      expect(newField()).toHaveAccessibleDescription(
        /Error: Use a password with 30 or more characters\./,
      ),
    )
    expect(newField()).toHaveFocus()
    expect(currentField()).toHaveValue(PASSWORD)
  })

  it('SEC-18, SEC-19: leaves neither password behind', async () => {
    const { change, queryClient, body } = await renderChangePassword()
    await change()
    await screen.findByRole('heading', { name: DONE })
    const left = JSON.stringify([
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state, options }) => ({ state, options })),
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      history.state,
      body().innerHTML,
    ])
    expect(left).not.toContain(PASSWORD)
    expect(left).not.toContain(NEW_PASSWORD)
  })

  it('UX-07, SEC-40: keeps both when the network fails, and sends them on request', async () => {
    const { change, server, user, sent } = await renderChangePassword()
    server.force('password_change', 'offline')
    await change()
    await screen.findByText(/^Connection issue/)
    expect(currentField()).toHaveValue(PASSWORD)
    expect(newField()).toHaveValue(NEW_PASSWORD)
    expect(sent('password_change')).toBe(1)
    await user.click(button('Try again'))
    expect(await screen.findByRole('heading', { name: DONE })).toBeVisible()
  })

  it('tells the developer when the backend has no such request', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    renderScreen(<ChangePassword />, { id: 'auth-svc' })
    expect(
      await screen.findByText(/^Gatewright: the auth-svc backend has no action "changePassword"/),
    ).toBeVisible()
    quiet.mockRestore()
  })
})
