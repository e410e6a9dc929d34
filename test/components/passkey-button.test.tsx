import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { auditAccessibility } from './audit.js'
import { PasskeyButton, type PasskeyButtonProps } from '../../src/components/passkey-button.js'
import { BACKENDS } from './oauth-journey.js'
import {
  requestOptions,
  restorePlatform,
  stubPlatform,
  type Platform,
} from './platform-passkeys.js'
import { renderWith } from './render-with.js'
import { jwt, scriptedServer } from './scripted-server.js'

const SESSION = {
  accessToken: jwt({ sub: 'u1' }),
  refreshToken: 'refresh-1',
  user: { id: 'u1', email: 'ada@example.com' },
}
const OPTIONS = 'POST /auth/passkeys/auth-options'
const AUTHENTICATE = 'POST /auth/passkeys/authenticate'

// The rule book of the lint does not know the last word yet (WebAuthn Level 3, 5.11).
const EMAIL_FIELD = { autoComplete: 'username webauthn' }

const onSignedIn = vi.fn()

afterEach(() => {
  restorePlatform()
  onSignedIn.mockReset()
})

const button = () => screen.getByRole('button', { name: 'Sign in with a passkey' })

function edgebaseServer(answer: Parameters<typeof scriptedServer>[0][string] = { body: SESSION }) {
  return scriptedServer({
    [OPTIONS]: { body: { options: requestOptions() } },
    [AUTHENTICATE]: answer,
  })
}

interface Scene {
  props?: PasskeyButtonProps
  server?: ReturnType<typeof scriptedServer>
  autofill?: boolean
}

/** A sign-in page of an app's own, with the button below its form. */
function signInPage({ props = {}, server = edgebaseServer(), autofill = false }: Scene = {}) {
  const platform = stubPlatform({ autofill })
  const page = (
    <>
      <label>
        Email <input {...EMAIL_FIELD} />
      </label>
      <PasskeyButton onSignedIn={onSignedIn} autofill={autofill} {...props} />
    </>
  )
  return { platform, server, ...renderWith(page, { backend: BACKENDS.edgebase, server }) }
}

/** The one ceremony that is open, once there is one. */
async function ceremonyOf(platform: Platform) {
  await waitFor(() => expect(platform.open()).toHaveLength(1))
  return platform.open()[0]!
}

async function userDoes(act_: () => void) {
  await act(async () => act_())
}

describe('<PasskeyButton/>', () => {
  it('signs in with the passkey the user chooses, and tells the app who', async () => {
    const { platform, server, client, user, container } = signInPage()
    await auditAccessibility(container)
    await user.click(button())
    const ceremony = await ceremonyOf(platform)
    expect(ceremony).toMatchObject({ kind: 'get', mediation: undefined })
    await userDoes(() => ceremony.confirm())
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(onSignedIn).toHaveBeenCalledWith(expect.objectContaining({ email: 'ada@example.com' }))
    expect(client.getSession().status).toBe('signed_in')
    const sent = server.met(AUTHENTICATE)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body['response']).toMatchObject({ id: 'passkey-1', type: 'public-key' })
  })

  it('shows nothing in a browser that knows no passkeys', () => {
    renderWith(<PasskeyButton />, { backend: BACKENDS.edgebase, server: edgebaseServer() })
    expect(screen.queryByRole('button')).toBeNull()
  })

  it.each(['NotAllowedError', 'AbortError'])(
    'UX-23: takes %s for a change of mind, and offers another way',
    async (name) => {
      const onOtherMethod = vi.fn()
      const { platform, server, user, events } = signInPage({ props: { onOtherMethod } })
      await user.click(button())
      const ceremony = await ceremonyOf(platform)
      await userDoes(() => ceremony.fail(name))
      const said = await screen.findByText("That didn't finish. Try again or use another method.")
      expect(said.closest('[data-gw="alert"]')).toHaveAttribute('data-tone', 'notice')
      expect(said.closest('[data-gw="alert"]')).not.toHaveTextContent('Error:')
      expect(events).toContainEqual(expect.objectContaining({ kind: 'cancelled' }))
      expect(server.met(AUTHENTICATE)).toHaveLength(0)

      await user.click(screen.getByRole('button', { name: 'Use another method' }))
      expect(onOtherMethod).toHaveBeenCalledOnce()
      await user.click(screen.getByRole('button', { name: 'Try again' }))
      const second = await ceremonyOf(platform)
      await userDoes(() => second.confirm())
      await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    },
  )

  it.each([
    ['SecurityError', 'Sign-in configuration error. Contact support.'],
    ['NotSupportedError', "This sign-in method isn't available. Use another one."],
    ['UnknownError', "Couldn't verify with your device. Try another method."],
  ])('says of %s: %s', async (name, sentence) => {
    const { platform, user } = signInPage()
    await user.click(button())
    const ceremony = await ceremonyOf(platform)
    await userDoes(() => ceremony.fail(name))
    expect(await screen.findByText(sentence)).toBeVisible()
  })

  it.each([
    [undefined, 300_000],
    [60_000, 300_000],
    [420_000, 420_000],
    [3_600_000, 600_000],
  ])('UX-25: gives people the time they need (%s is %s ms)', async (timeout, given) => {
    const server = scriptedServer({ [OPTIONS]: { body: { options: requestOptions({ timeout }) } } })
    const { platform, user } = signInPage({ server })
    await user.click(button())
    expect((await ceremonyOf(platform)).publicKey['timeout']).toBe(given)
  })

  it('UX-24: tells the platform of a passkey that the server does not know', async () => {
    const server = edgebaseServer({
      status: 400,
      body: { code: 400, message: 'Unknown credential.', slug: 'invalid-input' },
    })
    const { platform, user } = signInPage({ server })
    await user.click(button())
    const ceremony = await ceremonyOf(platform)
    await userDoes(() => ceremony.confirm('old-passkey'))
    expect(
      await screen.findByText('No passkey here fits this account. Use another method.'),
    ).toBeVisible()
    expect(platform.signalled).toEqual([{ rpId: 'localhost', credentialId: 'old-passkey' }])
  })

  it('UX-24: accuses no passkey when the server is down', async () => {
    const { platform, user } = signInPage({
      server: edgebaseServer({ status: 500, body: { code: 500, message: 'x' } }),
    })
    await user.click(button())
    const ceremony = await ceremonyOf(platform)
    await userDoes(() => ceremony.confirm())
    expect(await screen.findByText(/^Something went wrong on our side/)).toBeVisible()
    expect(platform.signalled).toEqual([])
  })

  it('goes on to the second factor where EdgeBase asks for one', async () => {
    const { platform, user } = signInPage({
      server: edgebaseServer({
        body: { mfaRequired: true, mfaTicket: 't1', factors: [{ id: 'f1', type: 'totp' }] },
      }),
    })
    await user.click(button())
    const ceremony = await ceremonyOf(platform)
    await userDoes(() => ceremony.confirm())
    expect(await screen.findByRole('heading', { name: "Confirm it's you" })).toBeVisible()
  })

  it('sends AuthOS the address that was typed, and the challenge’s own id', async () => {
    const server = scriptedServer({
      'POST /api/auth/passkeys/authenticate/start': {
        body: { challenge_id: 'c1', options: { publicKey: requestOptions() } },
      },
      'POST /api/auth/passkeys/authenticate/finish': {
        body: { access_token: jwt({ sub: 'u1' }), refresh_token: 'r', expires_in: 3600 },
      },
    })
    const platform = stubPlatform()
    const { user } = renderWith(
      <PasskeyButton onSignedIn={onSignedIn} email={() => ' ada@example.com '} />,
      { backend: BACKENDS.authos, server },
    )
    await user.click(button())
    const ceremony = await ceremonyOf(platform)
    await userDoes(() => ceremony.confirm())
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(server.requests.map(({ body }) => body)).toMatchObject([
      { email: 'ada@example.com' },
      { challenge_id: 'c1', credential: { id: 'passkey-1' } },
    ])
  })

  it('is whoever Better Auth’s answer names', async () => {
    const server = scriptedServer({
      'GET /get-session': { body: null },
      'GET /passkey/generate-authenticate-options': { body: requestOptions() },
      'POST /passkey/verify-authentication': {
        body: { session: { id: 's' }, user: { id: 'u1', email: 'ada@example.com' } },
      },
    })
    const platform = stubPlatform()
    const { user } = renderWith(<PasskeyButton onSignedIn={onSignedIn} />, {
      backend: BACKENDS['better-auth'],
      server,
    })
    await user.click(button())
    const ceremony = await ceremonyOf(platform)
    await userDoes(() => ceremony.confirm())
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('REL-36: closes the dialog when the page goes on without it', async () => {
    const { platform, server, user, unmount } = signInPage()
    await user.click(button())
    const ceremony = await ceremonyOf(platform)
    unmount()
    await waitFor(() => expect(ceremony.aborted).toBe(true))
    expect(server.met(AUTHENTICATE)).toHaveLength(0)
    expect(onSignedIn).not.toHaveBeenCalled()
  })
})

describe('passkeys in the suggestions of the e-mail field', () => {
  it('UX-22: are offered once, under StrictMode too, and sign in', async () => {
    const { platform, server } = signInPage({ autofill: true })
    const offer = await ceremonyOf(platform)
    expect(offer).toMatchObject({ kind: 'get', mediation: 'conditional' })
    expect(server.met(OPTIONS)).toHaveLength(1)
    await userDoes(() => offer.confirm())
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(platform.ceremonies).toHaveLength(1)
  })

  it('UX-22: are not asked for where the browser cannot offer them', async () => {
    const platform = stubPlatform({ autofill: false })
    const server = edgebaseServer()
    renderWith(<PasskeyButton autofill />, { backend: BACKENDS.edgebase, server })
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)))
    expect(server.requests).toEqual([])
    expect(platform.ceremonies).toEqual([])
  })

  it('UX-22: give way to the dialog, and come back when that is cancelled', async () => {
    const { platform, user } = signInPage({ autofill: true })
    const offer = await ceremonyOf(platform)
    await user.click(button())
    await waitFor(() => expect(offer.aborted).toBe(true))
    const dialog = await ceremonyOf(platform)
    expect(dialog.mediation).toBeUndefined()
    expect(dialog.aborted).toBe(false)
    await userDoes(() => dialog.fail('NotAllowedError'))
    const again = await ceremonyOf(platform)
    expect(again.mediation).toBe('conditional')
    await userDoes(() => again.confirm())
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('UX-22: are taken back when the page goes on without them', async () => {
    const { platform, unmount } = signInPage({ autofill: true })
    const offer = await ceremonyOf(platform)
    unmount()
    await waitFor(() => expect(offer.aborted).toBe(true))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(platform.ceremonies).toHaveLength(1)
  })

  it('are not offered for ever to a browser that always refuses', async () => {
    const { platform } = signInPage({ autofill: true })
    for (let time = 0; time < 5; time++) {
      const offer = await ceremonyOf(platform)
      await userDoes(() => offer.fail('NotAllowedError'))
    }
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)))
    expect(platform.ceremonies).toHaveLength(5)
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })

  it('have a new challenge before the old one is too old, while somebody can see the page', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    const { platform, server } = signInPage({ autofill: true })
    const offer = await ceremonyOf(platform)
    await act(() => vi.advanceTimersByTimeAsync(300_000))
    expect(server.met(OPTIONS)).toHaveLength(1)

    hidden.mockReturnValue('visible')
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    await waitFor(() => expect(server.met(OPTIONS)).toHaveLength(2))
    expect(offer.aborted).toBe(true)
    const fresh = await ceremonyOf(platform)
    await userDoes(() => fresh.confirm())
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    hidden.mockRestore()
  })
})
