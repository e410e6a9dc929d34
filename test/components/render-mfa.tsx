import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import type { AuthClient } from '../../src/client/auth-client.js'
import { AuthProvider, type AuthLinks } from '../../src/index.js'
import type { FakeAuthServer, FakeAuthServerOptions } from '../../src/testing/index.js'
import { ADA, connect, FIVE_BACKENDS, PASSWORD } from '../client/five-backends.js'
import { Caught } from './caught.js'
import { LINKS } from './render-sign-in.js'

export interface MfaScene {
  id: string
  /** Default: Ada, who has a password alone. */
  email?: string
  server?: Partial<FakeAuthServerOptions>
  links?: AuthLinks
}

/** Renders a screen for somebody who is signed in at a fake server, with a second factor if they have one. */
export async function renderMfa(
  content: ReactNode,
  { id, email = ADA.email, server: options, links = LINKS }: MfaScene,
) {
  const five = FIVE_BACKENDS.find((candidate) => candidate.id === id)
  if (!five) throw new Error(`No backend is called ${id}.`)
  const { client, server } = connect(five, options)
  await enter(client, server, email)
  return { server, ...renderFor(client, content, { links }) }
}

/** Renders a screen for whoever a client has signed in, under StrictMode. */
export function renderFor(
  client: AuthClient,
  content: ReactNode,
  { links = LINKS }: { links?: AuthLinks } = {},
) {
  const queryClient = new QueryClient()
  const user = userEvent.setup()
  const page = render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AuthProvider client={client} links={links}>
          <Caught>{content}</Caught>
        </AuthProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
  return { client, queryClient, user, unmount: page.unmount }
}

/** Signs in as a person does: with the password and, where it is asked for, the authenticator app's code. */
export async function enter(client: AuthClient, server: FakeAuthServer, email: string) {
  const outcome = await client.signIn({ email, password: PASSWORD })
  if (outcome.kind !== 'mfa_required') return outcome
  const code = server.currentCode(email)
  return client.verifyMfa({ challenge: outcome.challenge, factor: 'totp', code })
}
