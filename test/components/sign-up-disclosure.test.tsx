import { cleanup, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { Backend } from '../../src/backends/backend.js'
import { authos } from '../../src/backends/authos/index.js'
import type { FakeAuthServer } from '../../src/testing/index.js'
import { ADA } from '../client/five-backends.js'
import { emailField, passwordField, renderSignUp, signUpAs } from './render-sign-up.js'

const WAITING = { signsInOnSignUp: false }
const VERIFY = 'Verify your email'

/** React numbers its ids through the whole document: here they are numbered by their place in the markup. */
function markupOf(container: HTMLElement): string {
  const ids: string[] = []
  return container.innerHTML.replaceAll(/_r_\w+_/g, (id) => {
    if (!ids.includes(id)) ids.push(id)
    return `id${ids.indexOf(id)}`
  })
}

interface Visit {
  id: string
  accounts: readonly (typeof ADA)[]
  backend?: Partial<Backend>
  prepare?: (server: FakeAuthServer) => void
}

/** All that a person and the app around can tell of one sign-up as Ada, and of asking for the mail again. */
async function whatShows({ id, accounts, backend = {}, prepare }: Visit) {
  const onSignedUp = vi.fn()
  const delay = vi.fn(async () => undefined)
  const { user, container, server } = renderSignUp({
    id,
    backend,
    server: { ...WAITING, accounts },
    props: { onSignedUp, delay },
  })
  prepare?.(server)
  const said: string[] = []
  const listener = new MutationObserver(() => {
    for (const region of container.querySelectorAll('[aria-live]')) {
      const text = region.textContent
      if (text !== '' && text !== said.at(-1)) said.push(text)
    }
  })
  listener.observe(container, { subtree: true, childList: true, characterData: true })
  await signUpAs(user, ADA.email)
  await waitFor(() => expect(screen.getByRole('heading', { name: VERIFY })).toHaveFocus())
  const panel = markupOf(container)
  await user.click(screen.getByRole('button', { name: 'Send the email again' }))
  await screen.findByText('We sent the email again.')
  const afterResend = markupOf(container)
  await user.click(screen.getByRole('button', { name: 'Back' }))
  expect(emailField()).toHaveValue(ADA.email)
  expect(passwordField()).toHaveValue('')
  listener.disconnect()
  const { href } = window.location
  const floors = delay.mock.calls
  cleanup()
  sessionStorage.clear()
  return { panel, afterResend, said, signedUp: onSignedUp.mock.calls, href, floors }
}

describe('an address that has an account', () => {
  it.each(['calimatic', 'auth-svc', 'authos'])(
    'SEC-38: shows, says and does on %s what a new one does',
    async (id) => {
      const unknown = await whatShows({ id, accounts: [] })
      const known = await whatShows({ id, accounts: [{ ...ADA, emailVerified: false }] })
      expect(unknown.signedUp).toEqual([[ADA.email]])
      expect(unknown.floors).toEqual([[400]])
      expect(known).toEqual(unknown)
    },
  )

  it('SEC-38, SEC-39: looks the same when the backend has other words for it', async () => {
    const id = 'authos'
    const unknown = await whatShows({ id, accounts: [] })
    const { codes } = authos({ baseUrl: 'https://auth.example/api' })
    const backend: Partial<Backend> = {
      codes: {
        ...codes,
        EMAIL_IN_USE: { code: 'validation_failed', fields: [{ name: 'email', reason: 'taken' }] },
        USES_PROVIDER: 'password_login_unavailable',
        DISABLED: 'account_disabled',
      },
    }
    for (const code of ['EMAIL_IN_USE', 'USES_PROVIDER', 'DISABLED']) {
      const known = await whatShows({
        id,
        backend,
        accounts: [{ ...ADA, emailVerified: false }],
        prepare: (server) => void server.force('sign_up', { status: 422, code }),
      })
      expect(known, code).toEqual(unknown)
    }
  })

  it('SEC-39: is not among the refused fields', async () => {
    const { codes } = authos({ baseUrl: 'https://auth.example/api' })
    const BOTH = {
      code: 'validation_failed',
      fields: [
        { name: 'email', reason: 'taken' },
        { name: 'password', reason: 'compromised' },
      ],
    } as const
    const { user, server } = renderSignUp({ id: 'authos', backend: { codes: { ...codes, BOTH } } })
    server.force('sign_up', { status: 422, code: 'BOTH' })
    await signUpAs(user, ADA.email)
    await waitFor(() => expect(passwordField()).toHaveAttribute('aria-invalid', 'true'))
    expect(passwordField()).toHaveAccessibleDescription(/appeared in a data breach/)
    expect(emailField()).not.toHaveAttribute('aria-invalid')
    expect(screen.queryByText(/account with this email/)).toBeNull()
  })

  it('SEC-38: is not told either where newcomers are signed in at once', async () => {
    const onSignedIn = vi.fn()
    const { user, container } = renderSignUp({ id: 'edgebase', props: { onSignedIn } })
    await signUpAs(user, ADA.email)
    await screen.findByRole('heading', { name: VERIFY })
    expect(container).not.toHaveTextContent(/exists|already/)
    expect(onSignedIn).not.toHaveBeenCalled()
  })

  it('SEC-38: waits out the floor before it shows', async () => {
    let lift = () => {}
    const delay = () => new Promise<void>((resolve) => (lift = resolve))
    const { user, server } = renderSignUp({ server: WAITING, props: { delay } })
    await signUpAs(user, ADA.email)
    await waitFor(() => expect(server.requests.at(-1)?.status).toBe(409))
    expect(screen.getByRole('button', { name: 'Create account' })).toHaveAttribute(
      'aria-busy',
      'true',
    )
    expect(screen.queryByRole('heading', { name: VERIFY })).toBeNull()
    lift()
    await screen.findByRole('heading', { name: VERIFY })
  })
})
