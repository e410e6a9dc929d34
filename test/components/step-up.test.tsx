import { useMutation, useQuery } from '@tanstack/react-query'
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { isStepUpCancelled } from '../../src/client/step-up-needed.js'
import { localFailure } from '../../src/client/local-failure.js'
import { StepUp } from '../../src/components/step-up.js'
import { firstCall } from '../../src/errors/operation.js'
import { useStepUp } from '../../src/hooks/use-step-up.js'
import { useAuthClient, UiStateView } from '../../src/index.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import { ADA, FIVE_BACKENDS, PASSWORD, TOTP_ACCOUNT, TOTP_SECRET } from '../client/five-backends.js'
import { cachesOf, dialog, noDialog, renderSignedIn } from './render-signed-in.js'

const passwordField = () => within(dialog()).getByLabelText<HTMLInputElement>('Password')
const confirmButton = () => within(dialog()).getByRole('button', { name: 'Confirm' })

const ONE_ORDER = ['tea']

/** Places orders, each with a button of its own. */
function Orders({
  names = ONE_ORDER,
  onFailed,
}: {
  names?: string[]
  onFailed?: (e: Error) => void
}) {
  const client = useAuthClient()
  const { guard } = useStepUp()
  const { mutate, data } = useMutation({
    mutationFn: guard(async (what: string) => {
      const response = await client.fetch('/orders', { method: 'POST', body: what })
      return (await response.json()) as { placed: string }
    }),
    ...(onFailed && { onError: onFailed }),
  })
  return (
    <>
      {names.map((name) => (
        <button key={name} onClick={() => mutate(name)}>
          Order {name}
        </button>
      ))}
      <button onClick={() => names.forEach((name) => mutate(name))}>Order all</button>
      {data && <p>Ordered {data.placed}</p>}
    </>
  )
}

/** Somebody who has signed in too long ago, and orders. */
async function waiting(
  scene: Partial<Parameters<typeof renderSignedIn>[0]> & { names?: string[] } = {},
) {
  const { names = ['tea'], ...rest } = scene
  const onFailed = vi.fn<(error: Error) => void>()
  const app = await renderSignedIn({
    children: (
      <>
        <Orders names={names} onFailed={onFailed} />
        <StepUp />
      </>
    ),
    ...rest,
  })
  app.server.clock.advance(120)
  expect(noDialog()).toBe(true)
  const press = names.length > 1 ? 'Order all' : `Order ${names[0]}`
  await app.user.click(screen.getByRole('button', { name: press }))
  await screen.findByRole('dialog', { name: "Confirm it's you" })
  return { ...app, onFailed }
}

describe.each(FIVE_BACKENDS)('a step-up with $id', ({ id }) => {
  it('asks for the password, and the order is placed once', async () => {
    const { user, api, queryClient } = await waiting({ id })
    expect(api.refused).toEqual(['tea'])
    await user.type(await within(dialog()).findByLabelText('Password'), PASSWORD)
    await user.click(confirmButton())
    expect(await screen.findByText('Ordered tea')).toBeVisible()
    expect(api.placed).toEqual(['tea'])
    expect(noDialog()).toBe(true)
    expect(cachesOf(queryClient)).not.toContain(PASSWORD)
  })

  it('says that the password was wrong, and keeps the order waiting', async () => {
    const { user, api } = await waiting({ id })
    await user.type(await within(dialog()).findByLabelText('Password'), 'wrong{Enter}')
    expect(await within(dialog()).findByText('The password is incorrect. Try again.')).toBeVisible()
    expect(passwordField()).toHaveValue('')
    expect(passwordField()).toHaveFocus()
    await user.keyboard(`${PASSWORD}{Enter}`)
    expect(await screen.findByText('Ordered tea')).toBeVisible()
    expect(api.placed).toEqual(['tea'])
  })
})

describe('the calls that wait for a step-up', () => {
  it('queue behind one dialog, and each is sent once more', async () => {
    const { user, api } = await waiting({ names: ['tea', 'milk', 'cake'] })
    expect(screen.getAllByRole('dialog')).toHaveLength(1)
    await user.type(await within(dialog()).findByLabelText('Password'), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(api.placed.toSorted()).toEqual(['cake', 'milk', 'tea']))
    expect(api.refused.toSorted()).toEqual(['cake', 'milk', 'tea'])
    expect(noDialog()).toBe(true)
  })

  it('SEC-41: are rejected when the user cancels, and nothing is sent', async () => {
    const { user, api, onFailed } = await waiting()
    await user.click(within(dialog()).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(onFailed).toHaveBeenCalledOnce())
    const [error] = onFailed.mock.calls[0] ?? []
    expect(isStepUpCancelled(error) && error.state).toMatchObject({ kind: 'cancelled' })
    expect(noDialog()).toBe(true)
    expect(api.placed).toEqual([])
  })

  it('SEC-41: are dropped when the user signs out', async () => {
    const { client, api, onFailed } = await waiting()
    await act(async () => void (await client.signOut()))
    await waitFor(() => expect(onFailed).toHaveBeenCalledOnce())
    expect(noDialog()).toBe(true)
    expect(api.placed).toEqual([])
  })

  it('SEC-41: are dropped when somebody else signs in', async () => {
    const eve = { email: 'eve@example.com', password: PASSWORD }
    const { client, api, onFailed } = await waiting({ server: { accounts: [ADA, eve] } })
    await act(async () => void (await client.signIn(eve)))
    await waitFor(() => expect(onFailed).toHaveBeenCalledOnce())
    expect(noDialog()).toBe(true)
    expect(api.placed).toEqual([])
  })

  it('SEC-41: are dropped when the session ends while the dialog is open', async () => {
    const { user, server, api, onFailed } = await waiting({ id: 'intelliauth' })
    server.endSessions(ADA.email)
    await user.type(await within(dialog()).findByLabelText('Password'), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(onFailed).toHaveBeenCalledOnce())
    expect(noDialog()).toBe(true)
    expect(api.placed).toEqual([])
  })

  it('wait for the second factor of those who have one', async () => {
    const app = await renderSignedIn({
      id: 'edgebase',
      email: TOTP_ACCOUNT.email,
      children: (
        <>
          <Orders />
          <StepUp />
        </>
      ),
    })
    const { user, client, server, api } = app
    const challenged = await client.signIn({ email: TOTP_ACCOUNT.email, password: PASSWORD })
    if (challenged.kind !== 'mfa_required') throw new Error(challenged.kind)
    const answer = { challenge: challenged.challenge, factor: 'totp' as const }
    const code = server.currentCode(TOTP_ACCOUNT.email)
    await act(async () => void (await client.verifyMfa({ ...answer, code })))
    server.clock.advance(120)

    await user.click(screen.getByRole('button', { name: 'Order tea' }))
    await user.type(await screen.findByLabelText('Password'), `${PASSWORD}{Enter}`)
    await user.type(
      await within(dialog()).findByLabelText('Code'),
      server.currentCode(TOTP_ACCOUNT.email),
    )
    expect(await screen.findByText('Ordered tea')).toBeVisible()
    expect(api.placed).toEqual(['tea'])
  })

  it('may be a query', async () => {
    function Total() {
      const client = useAuthClient()
      const { guard } = useStepUp()
      const { data, refetch } = useQuery({
        queryKey: ['total'],
        queryFn: guard(async ({ signal }: { signal: AbortSignal }) => {
          const response = await client.fetch('/orders', { method: 'POST', body: 'sum', signal })
          return (await response.json()) as { placed: string }
        }),
        enabled: false,
        retry: false,
      })
      return <button onClick={() => void refetch()}>{data?.placed ?? 'Count'}</button>
    }
    const children = [<Total key="total" />, <StepUp key="step-up" />]
    const { user, server, queryClient } = await renderSignedIn({ children })
    server.clock.advance(120)
    await user.click(screen.getByRole('button', { name: 'Count' }))
    await user.type(await within(dialog()).findByLabelText('Password'), `${PASSWORD}{Enter}`)
    expect(await screen.findByRole('button', { name: 'sum' })).toBeVisible()
    expect(cachesOf(queryClient)).not.toContain(PASSWORD)
  })

  it('may give their answer as a state', async () => {
    function Profile() {
      const client = useAuthClient()
      const { guard } = useStepUp()
      const { mutate, data } = useMutation({
        mutationFn: guard(() => client.perform('getUser', {})),
      })
      return <button onClick={() => mutate()}>{data?.kind ?? 'Show'}</button>
    }
    const children = [<Profile key="profile" />, <StepUp key="step-up" />]
    const { user, server } = await renderSignedIn({ children })
    server.force('api_call', { status: 401, code: 'MFA_REQUIRED' })
    await user.click(screen.getByRole('button', { name: 'Show' }))
    await user.type(await within(dialog()).findByLabelText('Password'), `${PASSWORD}{Enter}`)
    expect(await screen.findByRole('button', { name: 'succeeded' })).toBeVisible()
  })

  it('get what they met where nobody is there to ask', async () => {
    const onFailed = vi.fn<(error: Error) => void>()
    const { user, server } = await renderSignedIn({ children: <Orders onFailed={onFailed} /> })
    server.clock.advance(120)
    await user.click(screen.getByRole('button', { name: 'Order tea' }))
    await waitFor(() => expect(onFailed).toHaveBeenCalledOnce())
    expect(onFailed.mock.calls[0]?.[0].message).toMatch(/guard\(\) of useStepUp.*mount <StepUp/)
  })
})

describe('the dialog of a step-up', () => {
  const LEVEL_TWO = Response.json(
    { error: 'step_up_required', details: { required_aal: 2 } },
    { status: 401 },
  )

  it('asks for a code where a level is named, and takes the password instead', async () => {
    const grace = { ...ADA, factors: { totp: TOTP_SECRET } }
    const app = await renderSignedIn({
      id: 'intelliauth',
      server: { accounts: [ADA] },
      refusal: LEVEL_TWO,
      children: [<Orders key="orders" names={['tea']} />, <StepUp key="step-up" />],
    })
    const { user, server, api } = app
    server.editAccount(ADA.email, grace)
    server.clock.advance(120)
    await user.click(screen.getByRole('button', { name: 'Order tea' }))
    const code = await screen.findByLabelText('Code')
    await waitFor(() => expect(code).toHaveFocus())
    await user.type(code, '000000{Enter}')
    expect(
      await screen.findByText("That code didn't work. Check your authenticator app and try again."),
    ).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Use your password' }))
    expect(passwordField()).toHaveValue('')
    await user.click(screen.getByRole('button', { name: 'Use your authenticator app' }))
    await user.type(screen.getByLabelText('Code'), server.currentCode(ADA.email))
    await user.click(confirmButton())
    expect(await screen.findByText('Ordered tea')).toBeVisible()
    expect(api.placed).toEqual(['tea'])
  })

  it('UX-34, UX-02: shows no error at first, and tells password managers whose password it is', async () => {
    await waiting()
    expect(within(dialog()).queryByText(/^Error/)).toBeNull()
    expect(await within(dialog()).findByLabelText('Password')).toHaveFocus()
    const username = passwordField().form?.querySelector('[autocomplete="username"]')
    expect(username).toHaveValue(ADA.email)
    expect(passwordField()).toHaveAttribute('autocomplete', 'current-password')
  })

  it('starts afresh each time, with nothing left of the last', async () => {
    const { user } = await waiting()
    await user.type(await within(dialog()).findByLabelText('Password'), 'wrong{Enter}')
    await within(dialog()).findByText('The password is incorrect. Try again.')
    await user.click(within(dialog()).getByRole('button', { name: 'Cancel' }))
    await user.click(screen.getByRole('button', { name: 'Order tea' }))
    await within(await screen.findByRole('dialog')).findByLabelText('Password')
    expect(within(dialog()).queryByText(/incorrect/)).toBeNull()
    expect(passwordField()).toHaveValue('')
  })

  it('is offered by the state’s own view, which goes on afterwards', async () => {
    const retry = vi.fn()
    const state = toUiState(localFailure('step_up_required', 'auth-svc', firstCall('api_call'), 0))
    const children = [
      <UiStateView key="view" state={state} handlers={{ retry }} />,
      <StepUp key="step-up" />,
    ]
    const { user } = await renderSignedIn({ children })
    await user.click(await screen.findByRole('button', { name: 'Confirm' }))
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }),
    )
    expect(retry).not.toHaveBeenCalled()

    await user.click(screen.getByRole('button', { name: 'Confirm' }))
    await user.type(await within(dialog()).findByLabelText('Password'), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(retry).toHaveBeenCalledOnce())
  })
})
