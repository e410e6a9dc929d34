import { act, renderHook, waitFor } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { useDeviceSignIn } from '../../src/hooks/use-device-sign-in.js'
import { AuthProvider } from '../../src/index.js'
import { BASE_URL, scriptedServer } from '../components/scripted-server.js'

const START = {
  'POST /device/code': {
    body: {
      device_code: 'd1',
      user_code: 'WDJBMJHT',
      verification_uri: 'https://shop.example/device',
      expires_in: 60,
      interval: 5,
    },
  },
}
const POLL = 'POST /device/token'
const PENDING = {
  status: 400,
  body: { error: 'authorization_pending', error_description: 'Authorization pending' },
}
const SLOW_DOWN = {
  status: 400,
  body: { error: 'slow_down', error_description: 'Polling too frequently' },
}
const GRANTED = { body: { access_token: 't1', expires_in: 3600 } }

const onSignedIn = vi.fn()

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))

afterEach(() => {
  onSignedIn.mockReset()
})

async function waiting(poll: Parameters<typeof scriptedServer>[0][string]) {
  const server = scriptedServer({ ...START, 'GET /get-session': { body: null }, [POLL]: poll })
  const client = createAuthClient({
    backend: betterAuth({ baseUrl: BASE_URL, deviceClientId: 'tv' }),
    fetch: server.fetch,
  })
  const { result, unmount } = renderHook(() => useDeviceSignIn({ onSignedIn }), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <StrictMode>
        <AuthProvider client={client}>{children}</AuthProvider>
      </StrictMode>
    ),
  })
  act(() => void result.current.start())
  await waitFor(() => expect(result.current.state.kind).toBe('waiting'))
  const polls = () => server.met(POLL).length
  const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000))
  return { client, result, server, polls, pass, unmount }
}

describe('a device that waits for its approval', () => {
  it('shows the code and where to enter it, and is signed in once that is approved', async () => {
    const { result, client, polls, pass, server } = await waiting([PENDING, GRANTED])
    expect(result.current.state).toMatchObject({
      userCode: 'WDJBMJHT',
      verificationUri: 'https://shop.example/device',
    })
    await pass(5)
    expect(polls()).toBe(1)
    expect(result.current.state.kind).toBe('waiting')
    await pass(5)
    expect(result.current.state.kind).toBe('signed_in')
    expect(client.getSession().status).toBe('signed_in')
    expect(onSignedIn).toHaveBeenCalledOnce()
    await pass(60)
    expect(polls()).toBe(2)
    expect(server.met(POLL)[0]?.body).toMatchObject({ device_code: 'd1', client_id: 'tv' })
  })

  it('REL-47: never asks sooner than the server wants, and five seconds later each time it is told to', async () => {
    const { polls, pass } = await waiting([SLOW_DOWN, SLOW_DOWN, PENDING])
    await pass(4)
    expect(polls()).toBe(0)
    await pass(1)
    expect(polls()).toBe(1)
    await pass(9)
    expect(polls()).toBe(1)
    await pass(1)
    expect(polls()).toBe(2)
    await pass(14)
    expect(polls()).toBe(2)
    await pass(1)
    expect(polls()).toBe(3)
    await pass(15)
    expect(polls()).toBe(4)
  })

  it('REL-47: stops when the code has expired', async () => {
    const { result, polls, pass } = await waiting(PENDING)
    await pass(60)
    expect(result.current.state).toMatchObject({
      kind: 'restart_required',
      reason: 'expired',
      restart: 'device',
    })
    const asked = polls()
    expect(asked).toBe(11)
    await pass(60)
    expect(polls()).toBe(asked)
  })

  it('REL-47: does not ask while nobody can see the page, and does at once when somebody can', async () => {
    const { result, polls, pass } = await waiting([PENDING, GRANTED])
    await pass(5)
    const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    await pass(30)
    expect(polls()).toBe(1)
    seen.mockReturnValue('visible')
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    await waitFor(() => expect(result.current.state.kind).toBe('signed_in'))
    expect(polls()).toBe(2)
  })

  it('asks less and less often while the server cannot be reached (RFC 8628 3.5)', async () => {
    const { polls, pass } = await waiting([{ status: 503 }, { status: 503 }, PENDING])
    await pass(5)
    expect(polls()).toBe(1)
    await pass(9)
    expect(polls()).toBe(1)
    await pass(1)
    expect(polls()).toBe(2)
    await pass(19)
    expect(polls()).toBe(2)
    await pass(1)
    expect(polls()).toBe(3)
  })

  it('ends when the user denies it', async () => {
    const { result, polls, pass } = await waiting({
      status: 400,
      body: { error: 'access_denied', error_description: 'Access denied' },
    })
    await pass(5)
    expect(result.current.state).toMatchObject({ kind: 'cancelled', what: 'device', certain: true })
    await pass(30)
    expect(polls()).toBe(1)
  })

  it('REL-36: asks no more once it is cancelled or gone', async () => {
    const cancelled = await waiting(PENDING)
    act(() => cancelled.result.current.cancel())
    expect(cancelled.result.current.state.kind).toBe('ready')
    await cancelled.pass(30)
    expect(cancelled.polls()).toBe(0)

    const gone = await waiting(GRANTED)
    gone.unmount()
    await gone.pass(30)
    expect(gone.polls()).toBe(0)
    expect(onSignedIn).not.toHaveBeenCalled()
  })

  it('can be started again after a cancel', async () => {
    const { result, server, pass } = await waiting([GRANTED])
    act(() => result.current.cancel())
    await pass(1)
    act(() => void result.current.start())
    await waitFor(() => expect(result.current.state.kind).toBe('waiting'))
    expect(server.met('POST /device/code')).toHaveLength(2)
    await pass(5)
    expect(onSignedIn).toHaveBeenCalledOnce()
  })
})
