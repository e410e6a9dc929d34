import { screen, waitFor } from '@testing-library/react'
import { expect, vi } from 'vitest'
import type { Backend } from '../../src/backends/backend.js'
import { authos } from '../../src/backends/authos/index.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import { OAuthCallback, type OAuthCallbackProps } from '../../src/components/oauth-callback.js'
import {
  ProviderButtons,
  type ProviderButtonsProps,
} from '../../src/components/provider-buttons.js'
import { renderWith, type Surroundings } from './render-with.js'
import { BASE_URL, scriptedServer } from './scripted-server.js'

export const CALLBACK = 'http://localhost:3000/callback'

export const BACKENDS = {
  edgebase: edgebase({ baseUrl: BASE_URL }),
  authos: authos({ baseUrl: BASE_URL, orgSlug: 'acme', serviceSlug: 'shop' }),
  intelliauth: intelliauth({ baseUrl: BASE_URL, clientId: 'shop' }),
  'better-auth': betterAuth({ baseUrl: BASE_URL }),
} as const satisfies Record<string, Backend>

export type Server = ReturnType<typeof scriptedServer>

export interface JourneyOptions {
  backend: Backend
  server?: Server
  buttons?: Partial<ProviderButtonsProps>
}

/** Presses "Continue with Google" and gives the address that the browser would leave for. */
export async function leaveForGoogle({
  backend,
  server = scriptedServer({}),
  buttons = {},
}: JourneyOptions): Promise<URL> {
  const navigate = vi.fn<(url: string) => void>()
  const { user, unmount } = renderWith(
    <ProviderButtons
      providers={['google', 'github']}
      redirectUrl="/callback"
      navigate={navigate}
      {...buttons}
    />,
    { backend, server },
  )
  await user.click(screen.getByRole('button', { name: 'Continue with Google' }))
  await waitFor(() => expect(navigate).toHaveBeenCalledOnce())
  unmount()
  return new URL(String(navigate.mock.calls[0]?.[0]))
}

/** The browser is sent back to the app, which starts anew. */
export function comeBack(address: string, props: OAuthCallbackProps, surroundings: Surroundings) {
  window.history.replaceState(null, '', address)
  return renderWith(<OAuthCallback {...props} />, surroundings)
}
