import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { SessionEnded, SignedIn } from '../../src/index.js'
import { ADA, PASSWORD } from '../client/five-backends.js'
import { renderSignedIn } from './render-signed-in.js'

const EVE = { email: 'eve@example.com', password: PASSWORD }

/** A page with something half typed. */
function Page() {
  const [draft, setDraft] = useState('')
  return (
    <label>
      Letter <input value={draft} onChange={(event) => setDraft(event.target.value)} />
    </label>
  )
}

const letter = () => screen.getByLabelText<HTMLInputElement>('Letter')

describe('a session that becomes another user’s, as when they sign in in another tab', () => {
  it('SEC-42: leaves them nothing of what the one before had typed', async () => {
    const { client, user } = await renderSignedIn({
      server: { accounts: [ADA, EVE] },
      children: (
        <SignedIn>
          <Page />
        </SignedIn>
      ),
    })
    await user.type(letter(), 'Dear')
    await act(async () => void (await client.refresh()))
    expect(letter()).toHaveValue('Dear')
    await act(async () => void (await client.signIn(EVE)))
    expect(letter()).toHaveValue('')
  })

  it('SEC-42: has the app load the page anew where it keeps pages over the end of a session', async () => {
    const onOtherUser = vi.fn()
    const { client } = await renderSignedIn({
      server: { accounts: [ADA, EVE] },
      children: (
        <SessionEnded onOtherUser={onOtherUser}>
          <Page />
        </SessionEnded>
      ),
    })
    await act(async () => void (await client.refresh()))
    expect(onOtherUser).not.toHaveBeenCalled()
    await act(async () => void (await client.signIn(EVE)))
    expect(onOtherUser).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ email: EVE.email }),
    )
  })
})
