import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { UiStateView } from '../../src/components/ui-state-view.js'
import { localFailure } from '../../src/client/local-failure.js'
import { firstCall } from '../../src/errors/operation.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import { totpCode } from '../../src/testing/fake-auth-server/totp.js'
import { ADA, PASSWORD, TOTP_SECRET } from '../client/five-backends.js'
import { LINKS, passwordField, renderSignIn, signInAs } from './render-sign-in.js'
import { renderMfa } from './render-mfa.js'

const { email } = ADA
const press = (name: string) => screen.findByRole('button', { name })
const SENTENCE = 'We need to set up MFA before you can sign in.'
const secret = TOTP_SECRET

describe('a sign-in that first wants MFA set up', () => {
  /** IntelliAuth's enrolment inside a sign-in is not published: its answers are those of its SDK. */
  function forcedAt({ flow }: { flow: boolean }) {
    const onSignedIn = vi.fn()
    const scene = renderSignIn({ id: 'intelliauth', props: { onSignedIn } })
    const allowed = { allowed_factors: ['totp'] }
    const details = flow ? { flow_id: 'flow_1', ...allowed } : allowed
    scene.server.force('sign_in', { status: 403, code: 'mfa_enrolment_required', details })
    return { ...scene, onSignedIn }
  }

  it('sets it up there and then, and goes on to a sign-in that asks for it', async () => {
    const { user, server, onSignedIn } = forcedAt({ flow: true })
    await signInAs(user, email)
    expect(await screen.findByText(SENTENCE)).toBeVisible()
    await user.click(await press('Set up now'))
    expect(await screen.findByText(/^An authenticator app on your phone/)).toBeVisible()

    const uri = `otpauth://totp/App:${email}?secret=${secret}`
    const pending = { data: { kind: 'pending', secret, uri } }
    const undo = server.force('mfa_enrol', { status: 200, body: pending })
    await user.click(await press('Continue'))
    expect(await screen.findByRole('img', { name: /^QR code/ })).toBeVisible()
    undo()

    const done = { data: { kind: 'success', backup_codes: ['AAAA-1111'] } }
    server.force('mfa_enrol', { status: 200, body: done })
    server.editAccount(email, { factors: { totp: secret, backupCodes: ['AAAA-1111'] } })
    await user.type(screen.getByLabelText('Code'), totpCode(secret, server.clock.now()))
    await user.click(await press('Verify'))
    await user.click(await screen.findByRole('checkbox', { name: 'I saved these codes' }))
    await user.click(await press('Done'))
    await waitFor(() => expect(screen.getByRole('heading', { name: 'MFA is on' })).toHaveFocus())
    await user.click(await press('Sign in'))

    expect(screen.getByLabelText('Email')).toHaveValue(email)
    await user.type(passwordField(), PASSWORD)
    await user.click(await press('Sign in'))
    await user.type(await screen.findByLabelText('Code'), server.currentCode(email))
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('can be left for another attempt', async () => {
    const { user } = forcedAt({ flow: true })
    await signInAs(user, email)
    await user.click(await press('Set up now'))
    await user.click(await press('Back'))
    expect(screen.getByLabelText('Email')).toHaveValue(email)
  })

  it('goes back to the password when the sign-in is over meanwhile', async () => {
    const { user, server } = forcedAt({ flow: true })
    await signInAs(user, email)
    await user.click(await press('Set up now'))
    server.force('mfa_enrol', { code: 'flow_expired' })
    await user.click(await press('Continue'))
    expect(await screen.findByText('This sign-in took too long. Start over.')).toBeVisible()
    await user.click(await press('Start over'))
    expect(screen.getByLabelText('Email')).toHaveValue(email)
    expect(passwordField()).toHaveValue('')
  })

  it("leads to the app's own place where the answer names no sign-in to go on with", async () => {
    const { user } = forcedAt({ flow: false })
    await signInAs(user, email)
    expect(await screen.findByRole('link', { name: 'Set up now' })).toHaveAttribute('href', '/mfa')
  })
})

describe('an action that first wants MFA set up', () => {
  const state = toUiState(
    localFailure('mfa_not_enrolled', 'calimatic', firstCall('mfa_manage'), Date.UTC(2026, 0, 5)),
  )
  const { enrolMfa: _, ...withoutPlace } = LINKS

  it('has it set up in the session, where the app has no place for it', async () => {
    const retry = vi.fn()
    const view = <UiStateView state={state} handlers={{ retry }} />
    const { user, server } = await renderMfa(view, { id: 'calimatic', links: withoutPlace })
    await user.click(await press('Set up now'))
    await user.click(await press('Set up now'))
    await user.type(await screen.findByLabelText('Code'), server.currentCode(email))
    await user.click(await press('Verify'))
    await user.click(await screen.findByRole('checkbox'))
    await user.click(await press('Done'))
    expect(retry).toHaveBeenCalledOnce()
  })

  it("leads to the app's own place where there is one", async () => {
    await renderMfa(<UiStateView state={state} />, { id: 'calimatic' })
    expect(await screen.findByRole('link', { name: 'Set up now' })).toHaveAttribute('href', '/mfa')
  })
})
