import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { FIVE_BACKENDS, TOTP_ACCOUNT } from '../client/five-backends.js'
import { emailField, passwordField, renderSignIn, signInAs } from './render-sign-in.js'

const codeField = () => screen.getByLabelText<HTMLInputElement>('Code')
const backupField = () => screen.getByLabelText<HTMLInputElement>('Backup code')

async function challenged(id = 'calimatic') {
  const onSignedIn = vi.fn()
  const scene = renderSignIn({ id, props: { onSignedIn } })
  await signInAs(scene.user, TOTP_ACCOUNT.email)
  await screen.findByRole('heading', { name: "Confirm it's you" })
  return { ...scene, onSignedIn }
}

describe.each(FIVE_BACKENDS)('the MFA challenge of $id', ({ id }) => {
  it('A11Y-37: keeps the challenge after a wrong code, with the code selected', async () => {
    const { user, server, onSignedIn } = await challenged(id)
    await user.type(codeField(), '000000')
    expect(
      await screen.findByText("That code didn't work. Check your authenticator app and try again."),
    ).toBeVisible()
    expect(codeField()).toHaveFocus()
    expect(codeField().selectionStart).toBe(0)
    expect(codeField().selectionEnd).toBe(6)

    await user.keyboard(server.currentCode(TOTP_ACCOUNT.email))
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('UX-27: takes a backup code instead', async () => {
    const { user, onSignedIn } = await challenged(id)
    await user.click(screen.getByRole('button', { name: 'Use a backup code' }))
    await user.type(backupField(), 'CCCC-3333')
    await user.click(screen.getByRole('button', { name: 'Verify' }))
    expect(await screen.findByText("That backup code didn't work.")).toBeVisible()

    await user.clear(backupField())
    await user.type(backupField(), 'AAAA-1111')
    await user.click(screen.getByRole('button', { name: 'Verify' }))
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('UX-27: goes back to the password with the e-mail kept when the challenge has expired', async () => {
    const { user, server } = await challenged(id)
    server.clock.advance(600)
    await user.type(codeField(), server.currentCode(TOTP_ACCOUNT.email))
    await user.click(await screen.findByRole('button', { name: 'Start over' }))
    expect(emailField()).toHaveValue(TOTP_ACCOUNT.email)
    expect(passwordField()).toHaveValue('')
  })
})

describe('a challenge that does not last', () => {
  it('A11Y-09: says so at the start, in coarse steps and not by itself', async () => {
    const { server } = await challenged('calimatic')
    const says = () => screen.queryByText(/^This step ends in/)
    expect(says()).toHaveTextContent('This step ends in 5 minutes.')
    expect(codeField()).toHaveAccessibleDescription(/This step ends in 5 minutes\./)
    expect(says()?.closest('[aria-live]')).toBeNull()
    server.clock.advance(130)
    act(() => void window.dispatchEvent(new Event('focus')))
    expect(says()).toHaveTextContent('This step ends in 3 minutes.')
    server.clock.advance(300)
    act(() => void window.dispatchEvent(new Event('focus')))
    expect(says()).toBeNull()
  })

  it('A11Y-09: is not given a length where the backend does not say', async () => {
    await challenged('edgebase')
    expect(screen.queryByText(/^This step ends in/)).toBeNull()
  })
})

describe('the factors of a challenge', () => {
  it('UX-27: can be switched at any time, and nothing typed is kept of them', async () => {
    const { user, queryClient } = await challenged('calimatic')
    const toBackup = () => screen.getByRole('button', { name: 'Use a backup code' })
    const toApp = () => screen.getByRole('button', { name: 'Use your authenticator app' })
    await user.type(codeField(), '12345')
    await user.click(toBackup())
    expect(backupField()).toHaveValue('')
    await user.type(backupField(), 'SECRET-1')
    await user.click(toApp())
    expect(codeField()).toHaveValue('')

    await user.type(codeField(), '000000')
    expect(await screen.findByText(/^That code didn't work/)).toBeVisible()
    await user.click(toBackup())
    expect(backupField()).toHaveValue('')
    expect(screen.queryByText(/^That code didn't work/)).toBeNull()
    const kept = JSON.stringify([
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      history.state,
    ])
    expect(kept).not.toMatch(/12345|SECRET-1|000000/)
  })

  it('UX-27: are still there when no more codes are taken for a while', async () => {
    const { user, server } = await challenged('calimatic')
    server.force('mfa_challenge', 'offline')
    await user.type(codeField(), '000000')
    expect(await screen.findByText(/^Connection issue/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Use a backup code' }))
    expect(backupField()).toHaveFocus()
  })
})

describe('the code field of a challenge', () => {
  it('A11Y-12: is one native input that a phone can fill', async () => {
    await challenged()
    expect(codeField()).toHaveAttribute('autocomplete', 'one-time-code')
    expect(codeField()).toHaveAttribute('inputmode', 'numeric')
    expect(codeField()).toHaveAttribute('type', 'text')
  })

  it('A11Y-11: takes a whole pasted code, spaces and all', async () => {
    const { user, server, onSignedIn } = await challenged()
    const code = server.currentCode(TOTP_ACCOUNT.email)
    await user.click(codeField())
    await user.paste(` ${code.slice(0, 3)} ${code.slice(3)} `)
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('REL-38: sends a complete code once, though it is also submitted', async () => {
    const { user, server, onSignedIn } = await challenged()
    await user.type(codeField(), `${server.currentCode(TOTP_ACCOUNT.email)}{Enter}`)
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(server.requests.filter(({ operation }) => operation === 'mfa_challenge')).toHaveLength(1)
  })
})
