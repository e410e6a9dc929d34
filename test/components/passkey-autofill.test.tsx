import { act, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { calimatic } from '../../src/backends/calimatic/index.js'
import { lastMethod } from '../../src/client/last-method.js'
import { PasskeyButton, SignIn, usePasskeyAutofill, type SignInProps } from '../../src/index.js'
import { auditAccessibility } from './audit.js'
import { BACKENDS } from './oauth-journey.js'
import {
  requestOptions,
  restorePlatform,
  stubPlatform,
  type Ceremony,
  type Platform,
  type PlatformOptions,
} from './platform-passkeys.js'
import { emailField, passwordField } from './render-sign-in.js'
import { renderWith, type Surroundings } from './render-with.js'
import { BASE_URL, jwt, scriptedServer } from './scripted-server.js'

const OPTIONS = 'POST /auth/passkeys/auth-options'
const AUTHENTICATE = 'POST /auth/passkeys/authenticate'
const SESSION = {
  accessToken: jwt({ sub: 'u1' }),
  refreshToken: 'refresh-1',
  user: { id: 'u1', email: 'ada@example.com' },
}
const UNKNOWN = {
  status: 400,
  body: { code: 400, message: 'Unknown credential.', slug: 'invalid-input' },
}
const SECOND_FACTOR = {
  body: { mfaRequired: true, mfaTicket: 't1', factors: [{ id: 'f1', type: 'totp' }] },
}
const WRONG_PASSWORD = {
  status: 401,
  body: { code: 401, message: 'Invalid credentials.', slug: 'invalid-credentials' },
}

const onSignedIn = vi.fn()

afterEach(() => {
  restorePlatform()
  onSignedIn.mockReset()
})

type Routes = Parameters<typeof scriptedServer>[0]

interface Scene {
  props?: SignInProps
  routes?: Routes
  platform?: PlatformOptions
  backend?: Surroundings['backend']
  /** Answers that wait for something. */
  hold?: Readonly<Record<string, Promise<void>>>
}

function signInPage({
  props,
  routes,
  platform: can,
  backend = BACKENDS.edgebase,
  hold = {},
}: Scene = {}) {
  const platform = stubPlatform({ autofill: true, ...can })
  const server = scriptedServer({
    [OPTIONS]: { body: { options: requestOptions() } },
    [AUTHENTICATE]: { body: SESSION },
    ...routes,
  })
  const page = <SignIn passkeyAutofill onSignedIn={onSignedIn} {...props} />
  const slow: typeof server = {
    ...server,
    fetch: async (input, init) => {
      const path = (input instanceof Request ? input.url : input.toString()).replace(BASE_URL, '')
      await hold[`${init?.method} ${path}`]
      return server.fetch(input, init)
    },
  }
  return { platform, server, ...renderWith(page, { backend, server: slow }) }
}

const WITH_BUTTON: SignInProps = { ways: <PasskeyButton onSignedIn={onSignedIn} /> }
const button = () => screen.getByRole('button', { name: 'Sign in with a passkey' })

/** The one ceremony that is open, once it is another than the last. */
async function nextOf(platform: Platform, last?: Ceremony): Promise<Ceremony> {
  await waitFor(() => {
    expect(platform.open()).toHaveLength(1)
    expect(platform.open()[0]).not.toBe(last)
  })
  const [next] = platform.open()
  if (!next) throw new Error('No ceremony is open.')
  return next
}

async function userDoes(what: () => void) {
  await act(async () => what())
}

async function aWhile(milliseconds = 60) {
  await act(async () => new Promise((resolve) => setTimeout(resolve, milliseconds)))
}

describe('<SignIn passkeyAutofill/>', () => {
  it('UX-01, UX-22: offers passkeys in the e-mail field, once, under StrictMode too', async () => {
    const { platform, server, container } = signInPage()
    expect(emailField()).toHaveAttribute('autocomplete', 'username webauthn')
    expect(passwordField()).toHaveAttribute('autocomplete', 'current-password')
    const offer = await nextOf(platform)
    expect(offer).toMatchObject({ kind: 'get', mediation: 'conditional' })
    await aWhile()
    expect(platform.ceremonies).toHaveLength(1)
    expect(server.requests).toHaveLength(1)
    expect(screen.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('aria-busy')
    await auditAccessibility(container)
  })

  it('signs in with the passkey that was chosen, and keeps nothing of a password', async () => {
    const { platform, client, user } = signInPage()
    await user.type(passwordField(), 'half a passw')
    await userDoes((await nextOf(platform)).confirm)
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(onSignedIn).toHaveBeenCalledWith(expect.objectContaining({ email: 'ada@example.com' }))
    expect(client.getSession().status).toBe('signed_in')
    expect(lastMethod()).toBe('passkey')
    await waitFor(() => expect(screen.queryByLabelText('Password')).toBeNull())
    await aWhile()
    expect(platform.open()).toHaveLength(0)
    await act(() => client.signOut())
    expect(passwordField()).toHaveValue('')
  })

  it('UX-01: is off until it is asked for: no request, no ceremony, a plain field', async () => {
    const { platform, server } = signInPage({ props: { passkeyAutofill: false } })
    await aWhile()
    expect(emailField()).toHaveAttribute('autocomplete', 'username')
    expect(server.requests).toHaveLength(0)
    expect(platform.ceremonies).toHaveLength(0)
  })

  it('UX-22: asks the browser first, and sends nothing where it cannot', async () => {
    const { platform, server } = signInPage({ platform: { autofill: false } })
    await aWhile()
    expect(server.requests).toHaveLength(0)
    expect(platform.ceremonies).toHaveLength(0)
  })

  it.each([
    ['has no passkeys', calimatic({ baseUrl: BASE_URL })],
    ['finds passkeys by an address alone', BACKENDS.authos],
  ])('sends nothing where the backend %s', async (_, backend) => {
    const { server } = signInPage({ backend })
    await aWhile()
    expect(server.requests).toHaveLength(0)
    expect(emailField()).toBeVisible()
  })

  it('says nothing where the server makes no offer', async () => {
    const { platform, server } = signInPage({
      routes: { [OPTIONS]: { status: 503, body: { code: 503, message: 'x' } } },
    })
    await waitFor(() => expect(server.met(OPTIONS)).toHaveLength(1))
    await aWhile()
    expect(server.met(OPTIONS)).toHaveLength(1)
    expect(platform.ceremonies).toHaveLength(0)
    for (const region of screen.getAllByRole('alert')) expect(region).toBeEmptyDOMElement()
  })

  it('UX-23: takes a dismissed offer for no error, and makes it again', async () => {
    const { platform } = signInPage()
    const offer = await nextOf(platform)
    await userDoes(() => offer.fail('NotAllowedError'))
    await nextOf(platform, offer)
    for (const region of screen.getAllByRole('alert')) expect(region).toBeEmptyDOMElement()
  })

  it('UX-24: tells of a passkey that the server does not know, here and to the platform', async () => {
    const { platform } = signInPage({ routes: { [AUTHENTICATE]: UNKNOWN } })
    const offer = await nextOf(platform)
    await userDoes(() => offer.confirm('old-passkey'))
    expect(
      await screen.findByText('No passkey here fits this account. Use another method.'),
    ).toBeVisible()
    expect(platform.signalled).toEqual([{ rpId: 'localhost', credentialId: 'old-passkey' }])
    await nextOf(platform, offer)
  })

  it('forgets what became of a passkey once the form is sent', async () => {
    const { platform, user } = signInPage({
      routes: { [AUTHENTICATE]: UNKNOWN, 'POST /auth/signin': WRONG_PASSWORD },
    })
    await userDoes((await nextOf(platform)).confirm)
    await screen.findByText(/^No passkey here fits/)
    await user.type(emailField(), 'ada@example.com')
    await user.type(passwordField(), 'wrong{Enter}')
    expect(await screen.findByText('The email or password is incorrect.')).toBeVisible()
    expect(screen.queryByText(/^No passkey here fits/)).toBeNull()
  })

  it('UX-07, UX-22: makes no offer while a second factor has the card, and again on the way back', async () => {
    const { platform, server, user } = signInPage({ routes: { [AUTHENTICATE]: SECOND_FACTOR } })
    await user.type(emailField(), 'ada@example.com')
    const offer = await nextOf(platform)
    await userDoes(offer.confirm)
    expect(await screen.findByRole('heading', { name: "Confirm it's you" })).toBeVisible()
    await aWhile()
    expect(server.met(OPTIONS)).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(emailField()).toHaveValue('ada@example.com')
    await nextOf(platform, offer)
  })

  it('finishes with the second factor', async () => {
    const { platform, user } = signInPage({
      routes: { [AUTHENTICATE]: SECOND_FACTOR, 'POST /auth/mfa/verify': { body: SESSION } },
    })
    await userDoes((await nextOf(platform)).confirm)
    await user.type(await screen.findByLabelText('Code'), '123456')
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(lastMethod()).toBe('passkey')
  })

  it('is for people who are not signed in: ends with a sign-in, and comes back after it', async () => {
    const { platform, client } = signInPage({ routes: { 'POST /auth/signin': { body: SESSION } } })
    const offer = await nextOf(platform)
    await act(async () => {
      await client.signIn({ email: 'ada@example.com', password: 'correct' })
    })
    await waitFor(() => expect(offer.aborted).toBe(true))
    await aWhile()
    expect(platform.open()).toHaveLength(0)
    await act(async () => {
      await client.signOut()
    })
    await nextOf(platform, offer)
  })
})

describe('an offer and the dialog of the passkey button', () => {
  it('UX-22: the offer is aborted before the dialog opens, and made again when that is cancelled', async () => {
    const { platform, server, user } = signInPage({ props: WITH_BUTTON })
    const offer = await nextOf(platform)
    await user.click(button())
    const dialog = await nextOf(platform, offer)
    expect(offer.aborted).toBe(true)
    expect(dialog).toMatchObject({ mediation: undefined, aborted: false })
    expect(server.met(OPTIONS)).toHaveLength(2)

    await userDoes(() => dialog.fail('NotAllowedError'))
    const again = await nextOf(platform, dialog)
    expect(again.mediation).toBe('conditional')
    await userDoes(again.confirm)
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('UX-22: no other challenge is asked for until the server has judged the dialog’s', async () => {
    let judge = () => {}
    const judged = new Promise<void>((resolve) => {
      judge = resolve
    })
    const { platform, server, user } = signInPage({
      props: WITH_BUTTON,
      routes: { [AUTHENTICATE]: UNKNOWN },
      hold: { [AUTHENTICATE]: judged },
    })
    const offer = await nextOf(platform)
    await user.click(button())
    await userDoes((await nextOf(platform, offer)).confirm)
    await aWhile()
    expect(server.met(OPTIONS)).toHaveLength(2)
    expect(platform.open()).toHaveLength(0)

    await userDoes(judge)
    expect(await screen.findByText(/^No passkey here fits/)).toBeVisible()
    expect((await nextOf(platform)).mediation).toBe('conditional')
    expect(server.met(OPTIONS)).toHaveLength(3)
  })

  it('UX-22: an offer that goes while the browser is still being asked begins no ceremony', async () => {
    const { platform, server, unmount } = signInPage({ platform: { answersAfterMs: 40 } })
    await waitFor(() => expect(server.met(OPTIONS)).toHaveLength(1))
    unmount()
    await aWhile(150)
    expect(platform.open()).toHaveLength(0)
  })

  it('UX-22: the dialog opens where something in the browser’s place ends no ceremony', async () => {
    const { platform, user } = signInPage({ props: WITH_BUTTON, platform: { deaf: true } })
    const offer = await nextOf(platform)
    await user.click(button())
    await waitFor(() => expect(platform.open()).toHaveLength(2), { timeout: 5_000 })
    const [, dialog] = platform.open()
    expect(offer.aborted).toBe(true)
    await userDoes(() => dialog?.confirm())
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('REL-36, UX-22: an offer ends with the page', async () => {
    const { platform, unmount } = signInPage()
    const offer = await nextOf(platform)
    unmount()
    await waitFor(() => expect(offer.aborted).toBe(true))
    await aWhile()
    expect(platform.ceremonies).toHaveLength(1)
  })
})

describe('usePasskeyAutofill', () => {
  function OwnScreen({ enabled }: { enabled?: boolean }) {
    const { state, autoComplete } = usePasskeyAutofill({ onSignedIn, enabled })
    const [isAsking, setAsking] = useState(false)
    return (
      <>
        {isAsking && <input aria-label="Email" autoComplete={autoComplete} />}
        <button type="button" onClick={() => setAsking(true)}>
          With an account
        </button>
        <output>{state.kind}</output>
      </>
    )
  }

  it('offers passkeys in a field of an app’s own, once it is there', async () => {
    const platform = stubPlatform({ autofill: true })
    const server = scriptedServer({
      [OPTIONS]: { body: { options: requestOptions() } },
      [AUTHENTICATE]: { body: SESSION },
    })
    const { user } = renderWith(<OwnScreen />, { backend: BACKENDS.edgebase, server })
    await aWhile()
    expect(server.requests).toHaveLength(0)
    await user.click(screen.getByRole('button', { name: 'With an account' }))
    expect(screen.getByLabelText('Email')).toHaveAttribute('autocomplete', 'username webauthn')
    await userDoes((await nextOf(platform)).confirm)
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('signed_in'))
    expect(onSignedIn).toHaveBeenCalledOnce()
  })

  it('can be turned off and on', async () => {
    const platform = stubPlatform({ autofill: true })
    const server = scriptedServer({ [OPTIONS]: { body: { options: requestOptions() } } })
    const { user, show } = renderWith(<OwnScreen enabled={false} />, {
      backend: BACKENDS.edgebase,
      server,
    })
    await user.click(screen.getByRole('button', { name: 'With an account' }))
    expect(screen.getByLabelText('Email')).toHaveAttribute('autocomplete', 'username')
    await aWhile()
    expect(platform.ceremonies).toHaveLength(0)
    show(<OwnScreen />)
    const offer = await nextOf(platform)
    show(<OwnScreen enabled={false} />)
    await waitFor(() => expect(offer.aborted).toBe(true))
  })
})
