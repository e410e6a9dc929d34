import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { AuthClientOptions } from '../../src/client/create-auth-client.js'
import {
  AuthProvider,
  ForgotPassword,
  SignedIn,
  SignedOut,
  SignIn,
  useSignOut,
  type AuthEvent,
} from '../../src/index.js'
import type { FakeAuthServerOptions } from '../../src/testing/index.js'
import { ADA, connect, FIVE_BACKENDS, PASSWORD, TOTP_ACCOUNT } from '../client/five-backends.js'
import { emailField, passwordField, submitButton } from './render-sign-in.js'

interface App {
  id?: string
  server?: Partial<FakeAuthServerOptions>
  client?: Partial<AuthClientOptions>
  children?: ReactNode
}

const atOnce = () => Promise.resolve()

function SignOutButton() {
  const { signOut } = useSignOut()
  return (
    <button type="button" onClick={() => void signOut()}>
      Leave
    </button>
  )
}

const HOUSE = (
  <>
    <SignedOut>
      <SignIn delay={atOnce} />
    </SignedOut>
    <SignedIn>
      <SignOutButton />
    </SignedIn>
  </>
)

/** An app that writes down what it is told, under StrictMode. */
function open({ id = 'intelliauth', server: options, client: given, children = HOUSE }: App = {}) {
  const five = FIVE_BACKENDS.find((candidate) => candidate.id === id)
  if (!five) throw new Error(`No backend is called ${id}.`)
  const events: AuthEvent[] = []
  const { client, server } = connect(five, options, {
    onEvent: (event) => events.push(event),
    ...given,
  })
  const page = (content: ReactNode) => (
    <StrictMode>
      <AuthProvider client={client}>{content}</AuthProvider>
    </StrictMode>
  )
  const { rerender } = render(page(children))
  return {
    client,
    server,
    events,
    user: userEvent.setup(),
    show: (content: ReactNode) => rerender(page(content)),
    story: () => events.map(inWords),
  }
}

/** An event in a line: its type, and what it is about. */
function inWords(event: AuthEvent): string {
  const words: string[] = [event.type]
  if ('operation' in event) words.push(event.operation)
  if ('code' in event) words.push(event.code)
  if ('reason' in event) words.push(event.reason)
  return words.join(' ')
}

/** Fills the form at once, and sends it. */
function signInAs(email: string, password = PASSWORD) {
  fireEvent.input(emailField(), { target: { value: email } })
  fireEvent.input(passwordField(), { target: { value: password } })
  fireEvent.click(submitButton())
}

const leave = () => screen.findByRole('button', { name: 'Leave' })

describe('what an app is told', () => {
  it('from a wrong password over a lockout to a sign-in, each thing once and in order', async () => {
    const { server, events, story } = open({
      server: { lockout: { failures: 2, seconds: 90 } },
    })
    signInAs(ADA.email, 'wrong password')
    await screen.findByText('The email or password is incorrect.')
    signInAs(ADA.email, 'wrong password')
    await screen.findByText(/^Too many failed attempts/)
    // Refused without a request: the wait is known.
    signInAs(ADA.email)
    await waitFor(() => expect(story().filter((line) => line.startsWith('locked'))).toHaveLength(2))
    server.clock.advance(90)
    signInAs(ADA.email)
    await leave()
    expect(story()).toEqual([
      'shown sign_in',
      'submitted sign_in',
      'failed sign_in invalid_credentials',
      'submitted sign_in',
      'locked sign_in account_locked',
      'submitted sign_in',
      'locked sign_in account_locked',
      'submitted sign_in',
      'recovered sign_in',
      'signed_in',
    ])
    expect(events[2]).toMatchObject({ backend: 'intelliauth', kind: 'invalid_credentials' })
    expect(events[4]).toMatchObject({ retryAfterSeconds: 90, until: server.clock.now() })
    expect(events[8]).toEqual({ type: 'recovered', operation: 'sign_in', failures: 3 })
  })

  it('of a second factor: what was asked for, what was wrong, and who came in', async () => {
    const { user, server, story } = open({ id: 'calimatic' })
    signInAs(TOTP_ACCOUNT.email, 'wrong password')
    await screen.findByText('The email or password is incorrect.')
    signInAs(TOTP_ACCOUNT.email)
    await screen.findByRole('heading', { name: "Confirm it's you" })
    await user.type(screen.getByLabelText('Code'), '000000')
    await screen.findByText("That code didn't work. Check your authenticator app and try again.")
    await user.keyboard(server.currentCode(TOTP_ACCOUNT.email))
    await leave()
    expect(story()).toEqual([
      'shown sign_in',
      'submitted sign_in',
      'failed sign_in invalid_credentials',
      'submitted sign_in',
      'challenged sign_in mfa_required',
      'shown mfa_challenge',
      'submitted mfa_challenge',
      'failed mfa_challenge totp_invalid',
      'submitted mfa_challenge',
      'recovered mfa_challenge',
      'recovered sign_in',
      'signed_in',
    ])
  })

  it('of a server that is down for a while, and of its return', async () => {
    const { server, events, story } = open()
    for (let n = 0; n < 5; n++) {
      server.force('sign_in', 'offline')
      signInAs(ADA.email)
      await waitFor(() =>
        expect(story().filter((line) => line.startsWith('failed'))).toHaveLength(n + 1),
      )
    }
    signInAs(ADA.email)
    await leave()
    expect(story().slice(-6)).toEqual([
      'outage_started',
      'failed sign_in network_error',
      'submitted sign_in',
      'outage_ended',
      'recovered sign_in',
      'signed_in',
    ])
    expect(events.filter(({ type }) => type === 'outage_started')).toHaveLength(1)
  })

  it('of who leaves, and of a session that the server ends', async () => {
    const { user, client, server, story } = open({ id: 'auth-svc' })
    signInAs(ADA.email)
    await user.click(await leave())
    signInAs(ADA.email)
    await leave()
    server.force('refresh', { status: 401, code: 'TOKEN_REVOKED' })
    await client.refresh()
    await waitFor(submitButton)
    expect(story()).toEqual([
      'shown sign_in',
      'submitted sign_in',
      'signed_in',
      'submitted sign_out',
      'signed_out',
      'shown sign_in',
      'submitted sign_in',
      'signed_in',
      'challenged refresh session_revoked',
      'session_ended revoked',
      'shown sign_in',
    ])
  })

  it('of each screen once for as long as it stays, however often it is drawn', async () => {
    const { show, story } = open({ children: <SignIn /> })
    show(<SignIn intro="Welcome back" />)
    show(<ForgotPassword />)
    show(<ForgotPassword intro="Lost it?" />)
    show(<SignIn />)
    expect(story()).toEqual(['shown sign_in', 'shown password_forgot', 'shown sign_in'])
  })

  it('of nothing that a form holds back itself', async () => {
    const { user, story } = open()
    await user.click(submitButton())
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(story()).toEqual(['shown sign_in'])
  })
})

describe('a handler that throws', () => {
  it('breaks no flow, and is reported as the error of a listener is', async () => {
    const reported: unknown[] = []
    vi.stubGlobal('reportError', (error: unknown) => reported.push(error))
    const broken = new Error('The log is full.')
    const { user } = open({
      client: {
        onEvent: () => {
          throw broken
        },
      },
    })
    signInAs(ADA.email, 'wrong password')
    await screen.findByText('The email or password is incorrect.')
    signInAs(ADA.email)
    await user.click(await leave())
    await waitFor(submitButton)
    expect(reported.length).toBeGreaterThan(5)
    expect(new Set(reported)).toEqual(new Set([broken]))
  })
})
