import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { auditAccessibility } from './audit.js'
import {
  DeviceActivation,
  type DeviceActivationProps,
} from '../../src/components/device-activation.js'
import { OAuthCallback } from '../../src/components/oauth-callback.js'
import { BACKENDS } from './oauth-journey.js'
import { renderWith } from './render-with.js'
import { scriptedServer } from './scripted-server.js'

const codeField = () => screen.getByLabelText<HTMLInputElement>('Code from your device')
const SESSION = {
  'GET /get-session': { body: { session: { id: 's' }, user: { id: 'u1', email: 'a@b.c' } } },
}

function betterAuthPage(
  routes: Parameters<typeof scriptedServer>[0],
  props: DeviceActivationProps = {},
) {
  const server = scriptedServer({ ...SESSION, ...routes })
  return {
    server,
    ...renderWith(<DeviceActivation {...props} />, { backend: BACKENDS['better-auth'], server }),
  }
}

const KNOWN = {
  'GET /device': { body: { user_code: 'WDJBMJHT', status: 'pending' } },
  'POST /device/approve': { body: { success: true } },
  'POST /device/deny': { body: { success: true } },
}

describe('<DeviceActivation/> on Better Auth', () => {
  it('asks for the code, then whether the user wants that, and approves', async () => {
    const onDecided = vi.fn()
    const { user, server, container } = betterAuthPage(KNOWN, { onDecided })
    await auditAccessibility(container)
    await user.type(codeField(), 'wdjb mjht')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByText('wdjbmjht')).toBeVisible()
    expect(container).toHaveTextContent('Approve only if it is in front of you.')
    expect(screen.getByRole('heading', { name: 'Connect a device' })).toHaveFocus()
    await auditAccessibility(container)
    expect(server.met('POST /device/approve')).toEqual([])

    await user.click(screen.getByRole('button', { name: 'Approve' }))
    expect(await screen.findByText('Your device is connected.')).toBeVisible()
    expect(server.met('POST /device/approve')[0]?.body).toEqual({ userCode: 'wdjbmjht' })
    expect(onDecided).toHaveBeenCalledExactlyOnceWith('approved')
  })

  it('denies', async () => {
    const onDecided = vi.fn()
    const { user, server } = betterAuthPage(KNOWN, { onDecided, defaultUserCode: 'WDJB-MJHT' })
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await user.click(await screen.findByRole('button', { name: 'Deny' }))
    expect(await screen.findByText('The request was denied.')).toBeVisible()
    expect(server.met('POST /device/approve')).toEqual([])
    expect(onDecided).toHaveBeenCalledExactlyOnceWith('denied')
  })

  it('looks nothing up by itself, though a link brought the code along', async () => {
    const { server } = betterAuthPage(KNOWN, { defaultUserCode: 'WDJB-MJHT' })
    expect(codeField()).toHaveValue('WDJB-MJHT')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(server.met('GET /device')).toEqual([])
  })

  it('A11Y-13: takes dashes and spaces of any kind and wide letters', async () => {
    const { user, server } = betterAuthPage(KNOWN)
    await user.click(codeField())
    await user.paste('ＷＤＪＢ\u2013MJ\u00a0HT ')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await screen.findByText('WDJB-MJHT')
    expect(server.met('GET /device')[0]?.query).toEqual({ user_code: 'WDJB-MJHT' })
  })

  it('says what is missing, and keeps and selects a code that did not work', async () => {
    const { user } = betterAuthPage({
      'GET /device': {
        status: 400,
        body: { error: 'invalid_request', error_description: 'Invalid user code' },
      },
    })
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(codeField()).toHaveAccessibleDescription(/Enter the code\./))
    await user.type(codeField(), 'WRONG')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(
      await screen.findByText("That code didn't work. Check the code on your other device."),
    ).toBeVisible()
    expect(codeField()).toHaveFocus()
    expect(codeField().selectionEnd).toBe(5)
  })

  it('starts over when the code has expired meanwhile', async () => {
    const { user } = betterAuthPage({
      ...KNOWN,
      'POST /device/approve': {
        status: 400,
        body: { error: 'expired_token', error_description: 'User code has expired' },
      },
    })
    await user.type(codeField(), 'WDJBMJHT{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Approve' }))
    expect(
      await screen.findByText('The code on your device has expired. Start over.'),
    ).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    expect(codeField()).toHaveFocus()
  })

  it('asks to sign in first', async () => {
    const { user } = betterAuthPage({
      ...KNOWN,
      'POST /device/approve': {
        status: 401,
        body: { error: 'unauthorized', error_description: 'Authentication required' },
      },
    })
    await user.type(codeField(), 'WDJBMJHT{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Approve' }))
    expect(await screen.findByRole('heading', { name: 'Sign in again' })).toBeVisible()
  })

  it('keeps the question when the network fails', async () => {
    const { user } = betterAuthPage({
      ...KNOWN,
      'POST /device/approve': [{ status: 503, body: {} }, { body: { success: true } }],
    })
    await user.type(codeField(), 'WDJBMJHT{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Approve' }))
    expect(await screen.findByRole('alert')).not.toBeEmptyDOMElement()
    await user.click(screen.getByRole('button', { name: 'Approve' }))
    expect(await screen.findByText('Your device is connected.')).toBeVisible()
  })
})

describe('<DeviceActivation/> on AuthOS', () => {
  const FOUND = { org_slug: 'acme', service_slug: 'shop', available_providers: ['google'] }

  it('approves by signing in at a provider with the code, written as the server writes it', async () => {
    const navigate = vi.fn<(url: string) => void>()
    const server = scriptedServer({ 'POST /auth/device/verify': { body: FOUND } })
    const { user, unmount } = renderWith(
      <DeviceActivation redirectUrl="/activate/success" navigate={navigate} />,
      { backend: BACKENDS.authos, server },
    )
    await user.type(codeField(), 'wdjb mjht{Enter}')
    expect(server.requests[0]?.body).toEqual({ user_code: 'WDJB-MJHT' })
    await user.click(await screen.findByRole('button', { name: 'Continue with Google' }))
    await waitFor(() => expect(navigate).toHaveBeenCalledOnce())
    const url = new URL(navigate.mock.calls[0]![0])
    expect(url.pathname).toBe('/api/auth/google')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      org: 'acme',
      service: 'shop',
      user_code: 'WDJB-MJHT',
    })
    unmount()

    // The server sends whoever has signed in to the activation page, without tokens.
    const onDeviceConnected = vi.fn()
    window.history.replaceState(null, '', '/activate/success?status=success&device_flow=true')
    renderWith(<OAuthCallback onDeviceConnected={onDeviceConnected} />, {
      backend: BACKENDS.authos,
      server: scriptedServer({}),
    })
    expect(await screen.findByText('Your device is connected.')).toBeVisible()
    expect(onDeviceConnected).toHaveBeenCalledOnce()
    expect(window.location.search).toBe('')
  })

  it('says so where there is nowhere to sign in', async () => {
    const { user } = renderWith(<DeviceActivation />, {
      backend: BACKENDS.authos,
      server: scriptedServer({
        'POST /auth/device/verify': { body: { ...FOUND, available_providers: [] } },
      }),
    })
    await user.type(codeField(), 'WDJBMJHT{Enter}')
    expect(await screen.findByText('Sign-in configuration error. Contact support.')).toBeVisible()
  })
})
