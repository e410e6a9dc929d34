import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FakeAuthServer } from '../../src/testing/index.js'
import { PASSWORD, TOTP_ACCOUNT } from '../client/five-backends.js'
import { renderSignIn, signInAs } from './render-sign-in.js'

const { email } = TOTP_ACCOUNT
const press = (name: string | RegExp) => screen.findByRole('button', { name })
const codeField = () => screen.findByLabelText<HTMLInputElement>('Code')
const offered = () =>
  within(screen.getByRole('list', { name: "Ways to confirm it's you" }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent)

/** What the tenant has set up for the account; the second factor's own answers are real where they can be. */
type Offer = readonly (string | { id: string; kind: string; label?: string })[]

const SIGNED_IN = {
  status: 200,
  body: { data: { state: 'success', session: { id: 's', user_id: 'u' }, access_token: 'a' } },
}

/** A sign-in at IntelliAuth that offers these factors for a challenge of its own. */
async function challengedWith(available_factors: Offer) {
  const onSignedIn = vi.fn()
  const scene = renderSignIn({ id: 'intelliauth', props: { onSignedIn } })
  const challenge = async () => {
    const asked = await scene.client.signIn({ email, password: PASSWORD })
    if (asked.kind !== 'mfa_required') throw new Error(`Sign-in ended as ${asked.kind}.`)
    const { challenge: flow_id } = asked
    const body = { data: { state: 'mfa_required', flow_id, available_factors } }
    scene.server.force('sign_in', { status: 200, body })
    await signInAs(scene.user, email)
    await screen.findByRole('heading', { name: "Confirm it's you" })
  }
  await challenge()
  return { ...scene, onSignedIn, challenge }
}

const sends = ({ requests }: FakeAuthServer) =>
  requests.filter(({ operation }) => operation === 'mfa_send_code').length

function sendsCodes(server: FakeAuthServer, times = 9) {
  return server.force('mfa_send_code', { status: 200, body: { data: { kind: 'sms' } } }, { times })
}

function wake() {
  act(() => void window.dispatchEvent(new Event('focus')))
}

describe('a code by text message', () => {
  it('REL-34: is sent when it is asked for, not by itself', async () => {
    const { user, server, onSignedIn } = await challengedWith([
      { id: 'factor_2', kind: 'sms', label: '+44 •••• 946' },
    ])
    expect(screen.getByText(/^We'll text a code to/)).toHaveTextContent('+44 •••• 946')
    expect(screen.queryByLabelText('Code')).toBeNull()
    expect(sends(server)).toBe(0)

    sendsCodes(server)
    await user.click(await press('Send code'))
    expect(await codeField()).toHaveFocus()
    expect(screen.getByText(/^Enter the code we sent to/)).toHaveTextContent('+44 •••• 946')
    expect(sends(server)).toBe(1)

    server.force('mfa_challenge', SIGNED_IN)
    await user.type(await codeField(), '123456')
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('is sent at once when it is chosen over another factor, and only then', async () => {
    const { user, server } = await challengedWith(['totp', 'sms'])
    sendsCodes(server)
    await user.click(await press('Use text message'))
    expect(await codeField()).toHaveFocus()
    expect(sends(server)).toBe(1)
    await user.click(await press('Use your authenticator app'))
    await user.click(await press('Use text message'))
    expect(await codeField()).toHaveFocus()
    expect(sends(server)).toBe(1)
  })

  it('UX-10: can be asked for again after a pause that outlives the page', async () => {
    const { user, server, challenge } = await challengedWith(['totp', 'sms'])
    sendsCodes(server)
    await user.click(await press('Use text message'))
    const waiting = await press('Send again in 30 seconds')
    expect(waiting).toHaveAttribute('aria-disabled', 'true')
    await user.click(waiting)
    expect(sends(server)).toBe(1)

    await user.click(await press('Back'))
    server.clock.advance(10)
    await challenge()
    await user.click(await press('Use text message'))
    expect(await press('Send again in 20 seconds')).toBeVisible()
    expect(sends(server)).toBe(1)

    server.clock.advance(20)
    wake()
    await user.click(await press('Send a new code'))
    expect(sends(server)).toBe(2)
    expect(await press('Send again in 30 seconds')).toBeVisible()
  })

  it('says that another one is on its way', async () => {
    const { user, server } = await challengedWith(['sms'])
    sendsCodes(server)
    await user.click(await press('Send code'))
    await codeField()
    expect(screen.queryByText('We sent a new code.')).toBeNull()
    server.clock.advance(30)
    wake()
    await user.click(await press('Send a new code'))
    expect(await screen.findByText('We sent a new code.')).toBeVisible()
  })

  it('leads to the other ways when it cannot be sent', async () => {
    const { user, server } = await challengedWith(['totp', 'sms'])
    server.force('mfa_send_code', { code: 'sms_send_failed' })
    await user.click(await press('Use text message'))
    expect(
      await screen.findByText("Couldn't send the code. Try again or use another method."),
    ).toBeVisible()
    await user.click(await press('Use another method'))
    expect(await press('Use your authenticator app')).toHaveFocus()

    sendsCodes(server)
    await user.click(await press('Try again'))
    expect(await codeField()).toHaveFocus()
    expect(sends(server)).toBe(2)
  })

  it('UX-12: is not offered again while the server wants none asked for', async () => {
    const { user, server } = await challengedWith(['sms'])
    server.force('mfa_send_code', { code: 'sms_rate_limited', details: { retry_after_s: 90 } })
    await user.click(await press('Send code'))
    expect(await screen.findByText(/^Too many code requests\. Try again in 1 minute/)).toBeVisible()
    const waiting = await press(/^Send again in 1 minute/)
    await user.click(waiting)
    expect(sends(server)).toBe(1)

    sendsCodes(server)
    server.clock.advance(90)
    wake()
    await user.click(await press('Send code'))
    expect(await codeField()).toHaveFocus()
  })

  it('ends with the challenge', async () => {
    const { user, server } = await challengedWith(['sms'])
    server.force('mfa_send_code', { code: 'flow_expired' })
    await user.click(await press('Send code'))
    await user.click(await press('Start over'))
    expect(screen.getByLabelText('Email')).toHaveValue(email)
  })
})

describe('a passkey as the second factor', () => {
  const OPTIONS = { data: { kind: 'webauthn', challenge: 'Y2hhbGxlbmdl', rpId: 'localhost' } }
  const get = vi.fn<(options: CredentialRequestOptions) => Promise<unknown>>()
  const bytes = (text: string) => new TextEncoder().encode(text).buffer

  beforeEach(() => {
    get.mockReset().mockResolvedValue({
      id: 'Y3JlZGVudGlhbA',
      rawId: bytes('credential'),
      type: 'public-key',
      response: {
        authenticatorData: bytes('data'),
        clientDataJSON: bytes('{}'),
        signature: bytes('signature'),
        userHandle: null,
      },
      getClientExtensionResults: () => ({}),
    })
    // The browser's part, which jsdom has not.
    vi.stubGlobal('PublicKeyCredential', function PublicKeyCredential() {})
    Object.defineProperty(navigator, 'credentials', { configurable: true, value: { get } })
  })

  afterEach(() => Reflect.deleteProperty(navigator, 'credentials'))

  async function asked(available_factors: Offer = ['webauthn', 'totp']) {
    const scene = await challengedWith(available_factors)
    scene.server.force('mfa_send_code', { status: 200, body: OPTIONS }, { times: 9 })
    return scene
  }

  it('is asked for by the browser when the person says so', async () => {
    const { user, server, onSignedIn } = await asked()
    expect(screen.getByText('Use your passkey or security key to continue.')).toBeVisible()
    expect(screen.getByRole('heading')).toHaveFocus()
    expect(get).not.toHaveBeenCalled()

    server.force('mfa_challenge', SIGNED_IN)
    await user.click(await press('Continue'))
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    const { publicKey } = get.mock.calls[0]![0]
    expect(publicKey).toMatchObject({ rpId: 'localhost', timeout: 300_000 })
    expect(new TextDecoder().decode(publicKey!.challenge as ArrayBuffer)).toBe('challenge')
  })

  it('UX-23: may be cancelled without an error', async () => {
    const { user } = await asked()
    get.mockRejectedValueOnce(new DOMException('', 'NotAllowedError'))
    await user.click(await press('Continue'))
    const said = await screen.findByText("That didn't finish. Try again or use another method.")
    expect(said.closest('[data-gw="alert"]')).toHaveAttribute('data-tone', 'notice')
    await user.click(await press('Use another method'))
    expect(await press('Use your authenticator app')).toHaveFocus()

    await user.click(await press('Use your authenticator app'))
    expect(await codeField()).toHaveFocus()
    expect(screen.queryByText(/^That didn't finish/)).toBeNull()
  })

  it('leads to the other ways when the server does not take it', async () => {
    const { user, server, onSignedIn } = await asked()
    server.force('mfa_challenge', { code: 'webauthn_failed' })
    await user.click(await press('Continue'))
    expect(
      await screen.findByText("Couldn't verify with your device. Try another method."),
    ).toBeVisible()
    expect(offered()).toEqual(['Use your authenticator app', 'Use a backup code'])

    server.force('mfa_challenge', SIGNED_IN)
    await user.click(await press('Try again'))
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('leads to the other ways in a browser that knows none', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined)
    const { user } = await asked()
    await user.click(await press('Continue'))
    expect(
      await screen.findByText("This sign-in method isn't available. Use another one."),
    ).toBeVisible()
    expect(offered()).toContain('Use your authenticator app')
  })

  it('REL-36: is not asked for any longer once the person has left', async () => {
    const { user, unmount } = await asked()
    get.mockImplementation(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        }),
    )
    await user.click(await press('Continue'))
    await waitFor(() => expect(get).toHaveBeenCalledOnce())
    const { signal } = get.mock.calls[0]![0]
    unmount()
    expect(signal?.aborted).toBe(true)
  })

  it('is not asked for any longer once the person turns to another factor', async () => {
    const { user, server, onSignedIn } = await asked()
    get.mockImplementation(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        }),
    )
    await user.click(await press('Continue'))
    await waitFor(() => expect(get).toHaveBeenCalledOnce())
    await user.click(await press('Use your authenticator app'))
    await user.type(await codeField(), server.currentCode(email))
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('can be chosen after a code, with the e-mail kept where the challenge has ended', async () => {
    const { user, server } = await asked(['totp', 'webauthn'])
    await user.click(await press('Use passkey or security key'))
    server.force('mfa_challenge', { code: 'flow_expired' })
    await user.click(await press('Continue'))
    await user.click(await press('Start over'))
    expect(screen.getByLabelText('Email')).toHaveValue(email)
  })
})
