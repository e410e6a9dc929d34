import { act, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { localFailure } from '../../src/client/local-failure.js'
import { SessionEnded, type SessionEndedProps } from '../../src/components/session-ended.js'
import { firstCall } from '../../src/errors/operation.js'
import { SignedIn, SignedOut, UiStateView } from '../../src/index.js'
import type { WireRow } from '../../src/testing/fake-auth-server/dialect.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import { ADA, PASSWORD } from '../client/five-backends.js'
import { dialog, noDialog, renderSignedIn } from './render-signed-in.js'

const EVE = { email: 'eve@example.com', password: PASSWORD }
const REVOKED: WireRow = { status: 401, code: 'TOKEN_REVOKED' }

/** A page with something half typed. */
function Page() {
  const [draft, setDraft] = useState('')
  return (
    <label>
      Letter <input value={draft} onChange={(event) => setDraft(event.target.value)} />
    </label>
  )
}

async function writing(id = 'auth-svc', props: SessionEndedProps = {}) {
  const app = await renderSignedIn({
    id,
    server: { accounts: [ADA, EVE] },
    children: (
      <SessionEnded {...props}>
        <SignedIn>
          <Page />
        </SignedIn>
        <SignedOut>The way in</SignedOut>
      </SessionEnded>
    ),
  })
  await app.user.type(screen.getByLabelText('Letter'), 'Dear')
  return app
}

type App = Awaited<ReturnType<typeof writing>>

/** Has the server end the session with this answer. */
async function end({ server, client }: App, wire = REVOKED) {
  server.force('refresh', wire)
  await act(async () => void (await client.refresh()))
}

const field = (name: string) => within(dialog()).getByLabelText<HTMLInputElement>(name)

async function signInAgain({ user }: App, email?: string) {
  if (email !== undefined) {
    await user.clear(field('Email'))
    await user.type(field('Email'), email)
  }
  await user.type(field('Password'), `${PASSWORD}{Enter}`)
}

describe('a session that ends while somebody is at work', () => {
  it.each([
    [
      'auth-svc',
      { status: 401, code: 'REFRESH_TOKEN_EXPIRED' },
      'Your session has ended. Sign in to continue where you left off.',
    ],
    ['auth-svc', REVOKED, 'Your session has been revoked. Sign in to continue.'],
    [
      'edgebase',
      { status: 401, message: 'Refresh token reuse detected. Session revoked.' },
      'For your safety we signed you out everywhere. Sign in to continue.',
    ],
    [
      'calimatic',
      { status: 401, code: 'TOKEN_EXPIRED' },
      'Your session has ended. Sign in to continue where you left off.',
    ],
    [
      'intelliauth',
      { status: 401, code: 'session_revoked' },
      'Your session has been revoked. Sign in to continue.',
    ],
    [
      'authos',
      { status: 401, code: 'TOKEN_EXPIRED' },
      'Your session has ended. Sign in to continue where you left off.',
    ],
  ])('UX-33: says why, in words for what %s answered', async (id, wire, sentence) => {
    const app = await writing(id)
    await end(app, wire)
    expect(screen.getByRole('dialog', { name: "You're signed out" })).toBeVisible()
    expect(within(dialog()).getByText(sentence)).toBeVisible()
  })

  it('UX-33, A11Y-10: keeps the page and what was typed, and the address', async () => {
    const app = await writing()
    const letter = screen.getByLabelText('Letter')
    await end(app)
    expect(screen.queryByText('The way in')).toBeNull()
    expect(field('Email')).toHaveValue(ADA.email)

    await signInAgain(app)
    await waitFor(() => expect(noDialog()).toBe(true))
    expect(screen.getByLabelText('Letter')).toBe(letter)
    expect(letter).toHaveValue('Dear')
    expect(app.client.getSession().status).toBe('signed_in')
  })

  it('goes through every state a sign-in may have', async () => {
    const app = await writing()
    await end(app)
    await app.user.type(field('Password'), 'wrong{Enter}')
    expect(await within(dialog()).findByText('The email or password is incorrect.')).toBeVisible()
    expect(field('Password')).toHaveFocus()
    await signInAgain(app)
    await waitFor(() => expect(noDialog()).toBe(true))
  })

  it('does not hand the page of one user to another', async () => {
    const onOtherUser = vi.fn()
    const app = await writing('auth-svc', { onOtherUser })
    app.queryClient.setQueryData(['letters'], ['Dear Bob'])
    await end(app)
    await signInAgain(app, EVE.email)
    await waitFor(() => expect(onOtherUser).toHaveBeenCalledOnce())
    expect(onOtherUser).toHaveBeenCalledWith(expect.objectContaining({ email: EVE.email }))
    expect(app.queryClient.getQueryData(['letters'])).toBeUndefined()
  })

  it('takes the same user for the same', async () => {
    const onOtherUser = vi.fn()
    const app = await writing('auth-svc', { onOtherUser })
    for (let times = 0; times < 2; times++) {
      await end(app)
      await signInAgain(app)
      await waitFor(() => expect(noDialog()).toBe(true))
    }
    expect(onOtherUser).not.toHaveBeenCalled()
  })

  it('is nothing to somebody who signs out', async () => {
    const app = await writing()
    await act(async () => void (await app.client.signOut()))
    expect(noDialog()).toBe(true)
    expect(screen.getByText('The way in')).toBeVisible()
    expect(screen.queryByLabelText('Letter')).toBeNull()
  })

  it('gives way when the user signs out instead of in', async () => {
    const app = await writing()
    await end(app)
    await act(async () => void (await app.client.signOut()))
    expect(noDialog()).toBe(true)
    expect(screen.getByText('The way in')).toBeVisible()
  })

  it('leaves the page to the app where it stands beside it', async () => {
    const app = await renderSignedIn({
      children: [
        <SessionEnded key="ended" signIn={<p>Our own way in</p>} />,
        <SignedIn key="page">
          <Page />
        </SignedIn>,
      ],
    })
    await end(app)
    expect(within(dialog()).getByText('Our own way in')).toBeVisible()
    expect(screen.queryByLabelText('Letter')).toBeNull()
  })
})

describe('the view of a session that is over', () => {
  const STATE = toUiState(localFailure('session_expired', 'auth-svc', firstCall('api_call'), 0))

  it('UX-16: lets people sign in where neither flow nor app says how, and goes on', async () => {
    const retry = vi.fn()
    const { user } = await renderSignedIn({
      children: <UiStateView state={STATE} handlers={{ retry, email: ADA.email }} />,
    })
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(field('Email')).toHaveValue(ADA.email)
    await user.type(field('Password'), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(retry).toHaveBeenCalledOnce())
    expect(noDialog()).toBe(true)
  })

  it('leads to the app’s own place where there is one', async () => {
    await renderSignedIn({
      links: { signIn: '/sign-in' },
      children: <UiStateView state={STATE} />,
    })
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in')
  })
})
