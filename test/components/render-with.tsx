import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import type { Backend } from '../../src/backends/backend.js'
import { createAuthClient, type AuthClientOptions } from '../../src/client/create-auth-client.js'
import { AuthProvider, type AuthClient, type AuthEvent, type AuthLinks } from '../../src/index.js'
import { LINKS } from './render-sign-in.js'
import type { scriptedServer } from './scripted-server.js'

export interface Surroundings extends Pick<AuthClientOptions, 'redirects'> {
  backend: Backend
  server: ReturnType<typeof scriptedServer>
  links?: AuthLinks
  now?: () => number
  /** Whoever is signed in already when the page is shown. */
  signedIn?: (client: AuthClient) => unknown
}

/** Renders a part of the kit on a scripted server, under StrictMode, in an app with a QueryClient of its own. */
export function renderWith(
  children: ReactNode,
  { backend, server, links = LINKS, now = Date.now, redirects, signedIn }: Surroundings,
) {
  const events: AuthEvent[] = []
  const client = createAuthClient({
    backend,
    fetch: server.fetch,
    now,
    onEvent: (event) => events.push(event),
    ...(redirects && { redirects }),
  })
  signedIn?.(client)
  const queryClient = new QueryClient()
  const screenOf = (shown: ReactNode) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AuthProvider client={client} links={links}>
          {shown}
        </AuthProvider>
      </QueryClientProvider>
    </StrictMode>
  )
  const { rerender, unmount, container } = render(screenOf(children))
  return {
    client,
    events,
    queryClient,
    container,
    user: userEvent.setup(),
    show: (shown: ReactNode) => rerender(screenOf(shown)),
    unmount,
  }
}
