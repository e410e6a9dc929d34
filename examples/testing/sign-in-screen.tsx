import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AuthProvider, SignIn } from 'gatewright'
import { authSvc } from 'gatewright/backends/auth-svc'
import { createAuthClient } from 'gatewright/client'
import { authSvcDialect, createFakeAuthServer, type FakeAuthServer } from 'gatewright/testing'

export const ADA = {
  email: 'ada@example.com',
  password: 'correct horse battery staple',
  factors: { totp: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' },
}

export const BOB = { email: 'bob@example.com', password: 'a bicycle made for two' }

/** The sign-in screen of an app, on a server in memory that speaks the backend's own language. */
export function openSignIn() {
  const server = createFakeAuthServer({
    dialect: authSvcDialect(),
    accounts: [ADA, BOB],
    basePath: '/auth',
  })
  const client = createAuthClient({
    backend: authSvc({ baseUrl: '/auth' }),
    fetch: server.fetch,
    now: server.clock.now,
  })
  render(
    <AuthProvider client={client}>
      <SignIn />
    </AuthProvider>,
  )
  return { server, client, user: userEvent.setup() }
}

/** Lets time pass for the server and for the page, as when a laptop was closed. */
export function letPass({ clock }: FakeAuthServer, seconds: number) {
  clock.advance(seconds)
  act(() => void window.dispatchEvent(new Event('focus')))
}
