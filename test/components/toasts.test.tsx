import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SignedIn, Toasts, useAuthClient, useToasts } from '../../src/index.js'
import { renderSignedIn, type SignedInScene } from './render-signed-in.js'

const OFFLINE = "You're offline. We'll be ready when your connection is back."
const DOWN = 'Something went wrong on our side. Try again shortly.'

/** A page that asks for something in the background. */
function Desk() {
  const { listSessions, requestPasswordReset } = useAuthClient()
  const { show } = useToasts()
  async function count() {
    const outcome = await listSessions()
    if (outcome.kind !== 'succeeded') show(outcome, { retry: () => void count() })
  }
  async function reset() {
    const outcome = await requestPasswordReset({ email: 'ada@example.com' })
    if (outcome.kind !== 'succeeded') show(outcome)
  }
  return (
    <>
      <input aria-label="Letter" />
      <button onClick={() => void count()}>Count</button>
      <button onClick={() => void reset()}>Reset</button>
      <Toasts />
    </>
  )
}

async function atTheDesk(scene: Omit<SignedInScene, 'children'> = {}) {
  return renderSignedIn({ ...scene, children: <Desk /> })
}

type App = Awaited<ReturnType<typeof atTheDesk>>

function tell(event: 'offline' | 'online'): void {
  fireEvent(window, new Event(event))
}
/** Around them all; one of them may have a region of its own. */
const toasts = () => screen.getAllByRole('status')[0]!
const closeButtons = () => within(toasts()).queryAllByRole('button', { name: 'Close' })

/** The auth server fails until it is left alone. */
async function goDown({ client, server }: App) {
  const endOutage = server.force('session_manage', { status: 503 }, { times: Infinity })
  for (let call = 0; client.getOutage() === null && call < 10; call += 1) {
    await act(async () => void (await client.listSessions()))
  }
  return endOutage
}

afterEach(() => vi.useRealTimers())

describe('toasts', () => {
  it('tell in a polite live region that was there before', async () => {
    await atTheDesk()
    expect(toasts()).toHaveAttribute('aria-live', 'polite')
    expect(toasts()).toHaveTextContent(/^$/)
    tell('offline')
    expect(within(toasts()).getByText(OFFLINE)).toBeVisible()
  })

  it('never take the focus from what somebody is at', async () => {
    const { user } = await atTheDesk()
    await user.type(screen.getByLabelText('Letter'), 'Dear')
    tell('offline')
    expect(screen.getByLabelText('Letter')).toHaveFocus()
    await user.keyboard(' Eve')
    expect(screen.getByLabelText('Letter')).toHaveValue('Dear Eve')
  })

  it('tell that the network is back, and stay quiet about it where it was never gone', async () => {
    await atTheDesk()
    tell('online')
    expect(toasts()).toHaveTextContent(/^$/)
    tell('offline')
    tell('online')
    expect(within(toasts()).getByText("You're back online.")).toBeVisible()
    expect(screen.queryByText(OFFLINE)).toBeNull()
    tell('offline')
    expect(screen.queryByText("You're back online.")).toBeNull()
  })

  it('tell those who are signed in that the server is down, until it is not', async () => {
    const app = await atTheDesk({ links: { status: 'https://status.example.com/' } })
    const endOutage = await goDown(app)
    expect(within(toasts()).getByText(DOWN)).toBeVisible()
    expect(within(toasts()).getByRole('link', { name: /^Check status/ })).toHaveAttribute(
      'href',
      'https://status.example.com/',
    )
    endOutage()
    app.server.clock.advance(30)
    await act(async () => void (await app.client.listSessions()))
    await waitFor(() => expect(screen.queryByText(DOWN)).toBeNull())
  })

  it('tell of one outage once: who has closed it is left alone', async () => {
    const app = await atTheDesk()
    await goDown(app)
    await app.user.click(closeButtons()[0]!)
    expect(screen.queryByText(DOWN)).toBeNull()
    app.server.clock.advance(30)
    await act(async () => void (await app.client.listSessions()))
    expect(app.client.getOutage()).not.toBeNull()
    expect(screen.queryByText(DOWN)).toBeNull()
  })

  it('leave it to the form on the way in', async () => {
    const app = await renderSignedIn({
      children: (
        <>
          <SignedIn>Inside</SignedIn>
          <Toasts />
        </>
      ),
    })
    await goDown(app)
    expect(within(toasts()).getByText(DOWN)).toBeVisible()
    await act(async () => void (await app.client.signOut()))
    expect(screen.queryByText(DOWN)).toBeNull()
  })

  it('show what became of a call of the app, with a way to do it again', async () => {
    const { server, user } = await atTheDesk()
    const back = server.force('session_manage', 'offline', { times: Infinity })
    await user.click(screen.getByRole('button', { name: 'Count' }))
    const again = await within(toasts()).findByRole('button', { name: 'Try again' })
    back()
    await user.click(again)
    await waitFor(() => expect(closeButtons()).toHaveLength(0))
  })

  it('show one failure once, however often it comes', async () => {
    const { server, user } = await atTheDesk()
    server.force('password_forgot', 'offline', { times: Infinity })
    await user.click(screen.getByRole('button', { name: 'Reset' }))
    await waitFor(() => expect(closeButtons()).toHaveLength(1))
    const [first] = closeButtons()
    await user.click(screen.getByRole('button', { name: 'Reset' }))
    await waitFor(() => expect(first).not.toBeInTheDocument())
    expect(closeButtons()).toHaveLength(1)
  })

  it('show a state that has a panel elsewhere without taking the focus', async () => {
    const { server, user } = await atTheDesk()
    server.force('password_forgot', { status: 403, code: 'EMAIL_NOT_VERIFIED' })
    await user.click(screen.getByRole('button', { name: 'Reset' }))
    await waitFor(() => expect(closeButtons()).toHaveLength(1))
    expect(screen.getByRole('button', { name: 'Reset' })).toHaveFocus()
    expect(within(toasts()).queryByRole('heading')).toBeNull()
  })

  it('close by Escape, and give the focus to the next, then back to where it was', async () => {
    const { server, user } = await atTheDesk()
    server.force('session_manage', 'offline', { times: Infinity })
    await user.click(screen.getByRole('button', { name: 'Count' }))
    await waitFor(() => expect(closeButtons()).toHaveLength(1))
    tell('offline')
    await user.click(screen.getByLabelText('Letter'))
    act(() => closeButtons()[0]!.focus())
    await user.keyboard('{Escape}')
    expect(closeButtons()).toHaveLength(1)
    expect(closeButtons()[0]).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(closeButtons()).toHaveLength(0)
    expect(screen.getByLabelText('Letter')).toHaveFocus()
  })

  it('let good news go after a while, but not from under the pointer', async () => {
    await atTheDesk()
    vi.useFakeTimers()
    tell('offline')
    tell('online')
    const { parentElement: region } = within(toasts()).getByText("You're back online.")
    fireEvent.pointerEnter(region!)
    fireEvent.pointerOver(region!)
    act(() => void vi.advanceTimersByTime(60_000))
    expect(screen.getByText("You're back online.")).toBeVisible()
    fireEvent.pointerOut(region!)
    act(() => void vi.advanceTimersByTime(7_000))
    expect(screen.getByText("You're back online.")).toBeVisible()
    act(() => void vi.advanceTimersByTime(1_000))
    expect(screen.queryByText("You're back online.")).toBeNull()
  })

  it('keep a failure until it is closed', async () => {
    const { server, user } = await atTheDesk()
    server.force('session_manage', 'offline', { times: Infinity })
    await user.click(screen.getByRole('button', { name: 'Count' }))
    await waitFor(() => expect(closeButtons()).toHaveLength(1))
    vi.useFakeTimers()
    act(() => void vi.advanceTimersByTime(3_600_000))
    expect(closeButtons()).toHaveLength(1)
  })
})
