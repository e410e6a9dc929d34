import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Component, StrictMode, useState, type ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { localFailure } from '../../src/client/local-failure.js'
import { Sessions } from '../../src/components/sessions.js'
import { StepUp } from '../../src/components/step-up.js'
import { firstCall } from '../../src/errors/operation.js'
import { AuthProvider, SignedIn, UiStateView } from '../../src/index.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import { ADA, FIVE_BACKENDS, PASSWORD } from '../client/five-backends.js'
import { betterAuthSessions } from './better-auth-sessions.js'
import { cachesOf, dialog, noDialog, renderSignedIn } from './render-signed-in.js'

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const WITH_LIST = FIVE_BACKENDS.filter(({ id }) =>
  ['calimatic', 'auth-svc', 'edgebase'].includes(id),
)

type Scene = Awaited<ReturnType<typeof renderSignedIn>>

/** Signs Ada in on another device. */
async function alsoOn({ server, five }: Pick<Scene, 'server' | 'five'>, userAgent: string) {
  const other = createAuthClient({
    backend: five.backend,
    now: server.clock.now,
    fetch: (input, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('user-agent', userAgent)
      return server.fetch(input, { ...init, headers })
    },
  })
  const signedIn = await other.signIn({ email: ADA.email, password: PASSWORD })
  expect(signedIn.kind).toBe('signed_in')
  return other
}

async function listed(scene: Partial<Parameters<typeof renderSignedIn>[0]> = {}) {
  const onEnded = vi.fn()
  const app = await renderSignedIn({ children: <Gate onEnded={onEnded} />, ...scene })
  await alsoOn(app, FIREFOX)
  app.server.clock.advance(2 * 3600)
  await alsoOn(app, IPHONE)
  await app.client.refresh()
  await app.user.click(screen.getByRole('button', { name: 'Show' }))
  await screen.findByText('Firefox on Windows')
  return { ...app, onEnded }
}

/** A page that shows the list when asked to. */
function Gate({ onEnded }: { onEnded: () => void }) {
  const [open, setOpen] = useState(false)
  return open ? <Sessions onEnded={onEnded} /> : <button onClick={() => setOpen(true)}>Show</button>
}

const rows = () => screen.getAllByRole('listitem')
const names = () => rows().map((row) => row.querySelector('p')?.textContent.trim())

it('sessions say where they were opened, as far as the backend tells', async () => {
  await listed({ id: 'edgebase' })
  const [, phone] = rows()
  expect(within(phone!).getByText('127.0.0.1')).toBeVisible()
  expect(within(phone!).getByRole('button')).toHaveAccessibleDescription(
    'Last active now IP address 127.0.0.1',
  )
})

describe.each(WITH_LIST)('the sessions of $id', ({ id }) => {
  it('are listed with device, time and place, this one first and marked', async () => {
    await listed({ id })
    expect(names()).toEqual([
      'Unknown device This device',
      'Safari on iPhone',
      'Firefox on Windows',
    ])
    const [own, phone, computer] = rows()
    expect(within(own!).queryByRole('button')).toBeNull()
    expect(within(phone!).getByText('Last active now')).toBeVisible()
    expect(
      within(computer!).getByRole('button', { name: 'Sign out Firefox on Windows' }),
    ).toHaveAccessibleDescription(/^Last active 2 hours ago/)
  })

  it('are ended one by one', async () => {
    const { user, onEnded, client } = await listed({ id })
    await user.click(screen.getByRole('button', { name: 'Sign out Firefox on Windows' }))
    await waitFor(() => expect(rows()).toHaveLength(2))
    expect(await screen.findByText('Firefox on Windows is signed out.')).toBeVisible()
    // The button that was pressed is gone.
    await waitFor(() => expect(screen.getByRole('heading')).toHaveFocus())
    expect(onEnded).toHaveBeenCalledOnce()
    expect(client.getSession().status).toBe('signed_in')
  })

  it('are ended all but this one', async () => {
    const { user, client } = await listed({ id })
    await user.click(screen.getByRole('button', { name: 'Sign out all other devices' }))
    expect(await screen.findByText("You're not signed in anywhere else.")).toBeVisible()
    expect(rows()).toHaveLength(1)
    expect(await client.refresh()).toMatchObject({ kind: 'signed_in' })
  })
})

describe('<Sessions/>', () => {
  it('says what went wrong, and reads the list again when asked', async () => {
    const { user, server } = await renderSignedIn({ children: <Gate onEnded={vi.fn()} /> })
    server.force('session_manage', 'offline', { times: 3 })
    await user.click(screen.getByRole('button', { name: 'Show' }))
    const CONNECTION = 'Connection issue. Check your internet and try again.'
    expect(await screen.findByText(CONNECTION, {}, { timeout: 5_000 })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText("You're not signed in anywhere else.")).toBeVisible()
  })

  it('keeps the list and the focus where a session could not be ended', async () => {
    const { user, server, onEnded } = await listed()
    server.force('session_manage', { status: 500 })
    const button = screen.getByRole('button', { name: 'Sign out Firefox on Windows' })
    await user.click(button)
    expect(await screen.findByText(/^Something went wrong on our side/)).toBeVisible()
    expect(button).toHaveFocus()
    expect(rows()).toHaveLength(3)
    expect(onEnded).not.toHaveBeenCalled()
  })

  it('takes a session that had ended by itself as ended', async () => {
    const { user, server } = await listed()
    server.force('session_manage', { status: 404, code: 'SESSION_NOT_FOUND' })
    await user.click(screen.getByRole('button', { name: 'Sign out Firefox on Windows' }))
    expect(await screen.findByText('Firefox on Windows is signed out.')).toBeVisible()
  })

  it('signs out here, too, when asked to sign out everywhere', async () => {
    const { user, client } = await listed({ id: 'calimatic' })
    await user.click(screen.getByRole('button', { name: 'Sign out everywhere' }))
    await waitFor(() => expect(client.getSession()).toEqual({ status: 'signed_out' }))
  })

  it('tells the developer where the backend has no list', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { user } = await renderSignedIn({
      id: 'authos',
      children: (
        <Boundary>
          <Gate onEnded={vi.fn()} />
        </Boundary>
      ),
    })
    await user.click(screen.getByRole('button', { name: 'Show' }))
    expect(await screen.findByText(/authos backend has no action "listSessions"/)).toBeVisible()
    quiet.mockRestore()
  })

  it('UX-38: is where a limit of sessions leads those who are signed in, and back', async () => {
    const retry = vi.fn()
    const code = 'session_limit_reached'
    const state = toUiState(localFailure(code, 'auth-svc', firstCall('sign_in'), 0))
    const app = await renderSignedIn({
      children: <UiStateView state={state} handlers={{ retry }} />,
    })
    await alsoOn(app, FIREFOX)
    await app.user.click(await screen.findByRole('button', { name: 'Manage devices' }))
    const list = await screen.findByRole('dialog', { name: "Where you're signed in" })
    await app.user.click(await within(list).findByRole('button', { name: /^Sign out Firefox/ }))
    expect(await within(list).findByText('Firefox on Windows is signed out.')).toBeVisible()
    await app.user.click(within(list).getByRole('button', { name: 'Done' }))
    expect(noDialog()).toBe(true)
    await app.user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(retry).toHaveBeenCalledOnce()
  })
})

describe('the sessions of a backend whose ids are tokens', () => {
  function renderBetterAuth(server = betterAuthSessions()) {
    const queryClient = new QueryClient()
    const backend = betterAuth({ baseUrl: '/api/auth', stepUpPath: '/step-up' })
    const client = createAuthClient({ backend, fetch: server.fetch })
    const { container } = render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <AuthProvider client={client}>
            <SignedIn>
              <Sessions />
            </SignedIn>
            <StepUp />
          </AuthProvider>
        </QueryClientProvider>
      </StrictMode>,
    )
    return { server, client, queryClient, container, user: userEvent.setup() }
  }

  it('SEC-18: are in no cache and not in the page, and can be ended all the same', async () => {
    const { server, user, queryClient, container } = renderBetterAuth()
    await screen.findByText('Firefox on Linux', { selector: 'li:nth-child(2) p' })
    expect(names()[0]).toBe('Firefox on Linux This device')
    expect(cachesOf(queryClient) + container.outerHTML).not.toMatch(/secret|s1/)

    await user.click(screen.getAllByRole('button', { name: 'Sign out Firefox on Linux' })[1]!)
    await waitFor(() => expect(server.tokens()).toEqual(['secret-token-1', 'secret-token-2']))
    await waitFor(() => expect(rows()).toHaveLength(2))
    expect(cachesOf(queryClient) + container.outerHTML).not.toMatch(/secret|s1/)
  })

  it('are ended all but this one in one request', async () => {
    const { server, user } = renderBetterAuth()
    await user.click(await screen.findByRole('button', { name: 'Sign out all other devices' }))
    await waitFor(() => expect(rows()).toHaveLength(1))
    expect(server.requests.filter((path) => path.startsWith('/revoke'))).toEqual([
      '/revoke-other-sessions',
    ])
  })

  it('are listed after a step-up where the sign-in was too long ago', async () => {
    const { user, queryClient } = renderBetterAuth(betterAuthSessions({ fresh: false }))
    await user.type(
      await within(await screen.findByRole('dialog')).findByLabelText('Password'),
      'wrong{Enter}',
    )
    expect(await within(dialog()).findByText('The password is incorrect. Try again.')).toBeVisible()
    await user.keyboard('correct{Enter}')
    await screen.findByText('Firefox on Linux', { selector: 'li:nth-child(2) p' })
    expect(noDialog()).toBe(true)
    expect(cachesOf(queryClient)).not.toMatch(/secret|correct/)
  })

  it('say so where the user does not confirm', async () => {
    const { user } = renderBetterAuth(betterAuthSessions({ fresh: false }))
    await user.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(await screen.findByText("To continue, confirm it's you.")).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Confirm' }))
    await user.type(
      await within(await screen.findByRole('dialog')).findByLabelText('Password'),
      'correct{Enter}',
    )
    await waitFor(() => expect(rows()).toHaveLength(3))
  })
})

/** Shows what its children have thrown. */
class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    return this.state.error ? <p>{this.state.error.message}</p> : this.props.children
  }
}
