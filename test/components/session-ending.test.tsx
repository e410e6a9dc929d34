import { screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import {
  SessionEnded,
  SessionEnding,
  SignedIn,
  useAuthClient,
  type SessionEndingProps,
} from '../../src/index.js'
import { ADA, PASSWORD } from '../client/five-backends.js'
import { dialog, noDialog, renderSignedIn } from './render-signed-in.js'
import { button, renderScreen, wake } from './render-screen.js'

/** An app whose server ends a session fifteen minutes after it was last asked for anything. */
const IDLE_MS = 15 * 60_000

function IdleApp(props: SessionEndingProps) {
  const { now, refresh } = useAuthClient()
  const [endsAt, setEndsAt] = useState(() => now() + IDLE_MS)
  const stay = async () => {
    if ((await refresh()).kind === 'signed_in') setEndsAt(now() + IDLE_MS)
  }
  return <SessionEnding endsAt={endsAt} onStay={stay} {...props} />
}

/** An app whose server prolongs a session with each renewal. */
function RollingApp() {
  const { now } = useAuthClient()
  const [endsAt] = useState(() => now() + IDLE_MS)
  return <SessionEnding endsAt={endsAt} />
}

function Letter() {
  return (
    <label>
      Letter <input />
    </label>
  )
}

async function signedIn(warning = <SessionEnding />) {
  const app = await renderSignedIn({
    children: (
      <SessionEnded>
        {warning}
        <SignedIn>
          <Letter />
        </SignedIn>
      </SessionEnded>
    ),
  })
  await app.user.type(await screen.findByLabelText('Letter'), 'Dear')
  const pass = (seconds: number) => {
    app.server.clock.advance(seconds)
    wake()
  }
  return { ...app, pass }
}

/** A session that came without a refresh token. */
async function unrenewable() {
  const app = await signedIn()
  const session = app.client.getSession()
  const user = session.status === 'signed_in' ? session.user : null
  const tokens = { accessToken: 'all there is', refreshToken: null, expiresInSeconds: 600 }
  await app.client.adopt({ user, ...tokens })
  return app
}

const letter = () => screen.getByLabelText('Letter')

describe('a session that is about to end', () => {
  it('A11Y-08: is warned of two minutes before, and one press puts it off as often as one likes', async () => {
    const { user, pass } = await signedIn(<IdleApp />)
    for (let time = 1; time <= 12; time++) {
      pass(12 * 60)
      expect(noDialog()).toBe(true)
      pass(61)
      expect(dialog()).toHaveAccessibleName("You're about to be signed out")
      expect(
        within(dialog()).getByText(/^You'll be signed out in 1 minute, 5\d seconds\.$/),
      ).toBeVisible()
      await user.click(button('Stay signed in'))
      await waitFor(() => expect(noDialog()).toBe(true))
    }
    expect(letter()).toHaveValue('Dear')
  })

  it('A11Y-08: is kept by Escape, too', async () => {
    const { pass } = await signedIn(<IdleApp />)
    pass(14 * 60)
    dialog().dispatchEvent(new Event('cancel', { cancelable: true }))
    await waitFor(() => expect(noDialog()).toBe(true))
    pass(10 * 60)
    expect(noDialog()).toBe(true)
  })

  it('A11Y-08: leaves nobody less than 20 seconds', () => {
    renderScreen(<SessionEnding warnSeconds={10} />)
    expect(
      screen.getByText(/^Gatewright: useSessionEnding got warnSeconds 10\. .*Give 20 or more/),
    ).toBeVisible()
  })

  it('can be left at once', async () => {
    const { user, pass, client } = await signedIn(<IdleApp />)
    pass(14 * 60)
    await user.click(button('Sign out'))
    await waitFor(() => expect(client.getSession()).toEqual({ status: 'signed_out' }))
    expect(noDialog()).toBe(true)
  })

  it('is not given up because the server did not answer', async () => {
    const { user, pass, server } = await signedIn(<RollingApp />)
    server.force('refresh', { status: 500, code: 'INTERNAL_ERROR' })
    pass(14 * 60)
    await user.click(button('Stay signed in'))
    expect(
      await within(dialog()).findByText('Something went wrong on our side. Try again shortly.'),
    ).toBeVisible()
    await user.click(button('Stay signed in'))
    await waitFor(() => expect(noDialog()).toBe(true))
  })

  it('is looked for at its end, as it may have been kept elsewhere', async () => {
    const { pass, client, server } = await signedIn(<RollingApp />)
    server.force('refresh', { status: 401, code: 'TOKEN_REVOKED' })
    pass(16 * 60)
    await waitFor(() => expect(dialog()).toHaveAccessibleName("You're signed out"))
    expect(client.getSession()).toEqual({ status: 'signed_out', reason: 'revoked' })
  })

  it('is not spoken of where it is renewed unasked', async () => {
    const { client, pass } = await signedIn()
    expect(client.getSessionEnd()).toBeNull()
    pass(3600)
    expect(noDialog()).toBe(true)
  })
})

describe('a session without a refresh token', () => {
  it('A11Y-08: is kept by signing in again, over the page and before it is over', async () => {
    const { user, pass } = await unrenewable()
    pass(7 * 60)
    expect(noDialog()).toBe(true)
    pass(90)
    await user.click(button('Stay signed in'))
    const inside = within(dialog())
    expect(inside.getByLabelText('Email')).toHaveValue(ADA.email)
    expect(inside.getByLabelText('Email')).toHaveFocus()
    await user.type(inside.getByLabelText('Password'), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(noDialog()).toBe(true))
    expect(letter()).toHaveValue('Dear')
    pass(600)
    expect(noDialog()).toBe(true)
  })

  it('ends when it was said to, and what was typed stays', async () => {
    const { pass, client } = await unrenewable()
    pass(601)
    await waitFor(() =>
      expect(client.getSession()).toEqual({ status: 'signed_out', reason: 'expired' }),
    )
    await waitFor(() => expect(dialog()).toHaveAccessibleName("You're signed out"))
    expect(letter()).toHaveValue('Dear')
  })

  it('goes on without another word for whoever does not want to sign in now', async () => {
    const { pass } = await unrenewable()
    pass(9 * 60)
    dialog().dispatchEvent(new Event('cancel', { cancelable: true }))
    await waitFor(() => expect(noDialog()).toBe(true))
    pass(30)
    expect(noDialog()).toBe(true)
  })
})
