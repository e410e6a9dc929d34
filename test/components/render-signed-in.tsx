import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { AuthProvider, type AuthLinks } from '../../src/index.js'
import type { FakeAuthServerOptions } from '../../src/testing/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { ADA, connect, FIVE_BACKENDS, PASSWORD } from '../client/five-backends.js'
import { createOrdersApi } from './orders-api.js'

export interface SignedInScene {
  id?: string
  email?: string
  server?: Partial<FakeAuthServerOptions>
  links?: AuthLinks
  /** What the app's API answers to those who have not signed in within a minute. */
  refusal?: Response
  children: ReactNode
}

/** An app of somebody who has signed in, on a fake server and an API of its own, under StrictMode. */
export async function renderSignedIn({
  id = 'auth-svc',
  email = ADA.email,
  server: options,
  links = {},
  refusal,
  children,
}: SignedInScene) {
  const five = FIVE_BACKENDS.find((candidate) => candidate.id === id)
  if (!five) throw new Error(`No backend is called ${id}.`)
  const { server } = connect(five, options)
  const api = createOrdersApi(server, refusal)
  const { now } = server.clock
  const client = createAuthClient({ backend: five.backend, fetch: api.fetch, now })
  await client.signIn({ email, password: PASSWORD })
  const queryClient = new QueryClient()
  const user = userEvent.setup()
  const app = render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AuthProvider client={client} links={links}>
          {children}
        </AuthProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
  return { ...app, five, server, api, client, queryClient, user }
}

export const dialog = () => screen.getByRole('dialog')
export const noDialog = () => screen.queryByRole('dialog') === null

/** Everything TanStack Query knows. */
export function cachesOf(queryClient: QueryClient): string {
  return JSON.stringify([
    queryClient
      .getMutationCache()
      .getAll()
      .map(({ state, options }) => ({ state, options })),
    queryClient
      .getQueryCache()
      .getAll()
      .map(({ state, queryKey }) => ({ state, queryKey })),
  ])
}
