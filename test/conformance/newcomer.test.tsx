import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { harbour } from '../../examples/own-backend/harbour.js'
import { createAuthClient } from '../../src/client/index.js'
import { AuthProvider, SignIn } from '../../src/index.js'
import { describeBackend, type ExampleAnswer } from '../../src/testing/index.js'
import { signInAs } from '../components/render-sign-in.js'
import { harbourServer } from './harbour-server.js'

const backend = harbour({ baseUrl: 'https://harbour.example/v2' })
const ADA = { mail: 'ada@example.com', secret: 'correct horse', display: 'Ada', confirmed: true }
const NOW = Date.UTC(2026, 0, 5, 9)

/** An app on Harbour's server, in front of its sign-in. */
function open() {
  const server = harbourServer()
  server.join(ADA)
  server.join({ ...ADA, mail: 'grace@example.com', code: '123456' })
  server.join({ ...ADA, mail: 'new@example.com', confirmed: false })
  const client = createAuthClient({ backend, fetch: server.fetch })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AuthProvider client={client}>
        <SignIn delay={() => Promise.resolve()} />
      </AuthProvider>
    </QueryClientProvider>,
  )
  return { client, server, user: userEvent.setup() }
}

describe('a sixth backend, by somebody new to the kit', () => {
  it('is one file of at most 150 lines', () => {
    const file = readFileSync('examples/own-backend/harbour.ts', 'utf8')
    expect(file.trimEnd().split('\n').length).toBeLessThanOrEqual(150)
  })

  it('signs in, lists devices, and renews a ticket that has gone stale', async () => {
    const { client, user, server } = open()
    await signInAs(user, ADA.mail, ADA.secret)
    await vi.waitFor(() => expect(client.getSession().status).toBe('signed_in'))
    expect(client.getSession()).toMatchObject({ user: { id: 'm-1', name: 'Ada' } })
    expect(await client.listSessions()).toMatchObject({
      kind: 'succeeded',
      value: { sessions: [{ id: 'd/1', userAgent: 'Firefox' }] },
    })
    expect(await client.perform('revokeSession', { id: 'd/1' })).toMatchObject({
      kind: 'succeeded',
    })
    expect(await client.refresh()).toMatchObject({ kind: 'signed_in' })
    server.forgetTickets()
    expect(await client.refresh()).toMatchObject({ kind: 'sign_in_required', reason: 'expired' })
    expect(client.getSession()).toEqual({ status: 'signed_out', reason: 'expired' })
  })

  it('says that the password was wrong, and counts down the lock that follows', async () => {
    const { user } = open()
    for (let tries = 0; tries < 3; tries += 1) {
      await signInAs(user, ADA.mail, 'wrong horse')
      expect(await screen.findByText('The email or password is incorrect.')).toBeVisible()
    }
    await signInAs(user, ADA.mail, 'wrong horse')
    expect(await screen.findByText(/too many failed attempts/i)).toHaveTextContent(
      /1 minute, (30|29) seconds/,
    )
  })

  it('asks for the second factor and takes its code', async () => {
    const { client, user } = open()
    await signInAs(user, 'grace@example.com', ADA.secret)
    const code = await screen.findByRole('textbox', { name: /code/i })
    await user.type(code, '000000')
    expect(await screen.findByText(/That code didn't work/)).toBeVisible()
    expect(client.getSession().status).toBe('signed_out')
    await user.clear(code)
    await user.type(code, '123456')
    await vi.waitFor(() => expect(client.getSession().status).toBe('signed_in'))
  })

  it('leads somebody whose address is not confirmed to the mail', async () => {
    const { user } = open()
    await signInAs(user, 'new@example.com', ADA.secret)
    expect(await screen.findByRole('button', { name: 'Send the email again' })).toBeVisible()
  })

  it('opens an account, and says which field was refused', async () => {
    const { client } = open()
    const short = await client.signUp({
      email: 'alan@example.com',
      password: 'short',
      name: 'Alan',
    })
    expect(short).toMatchObject({ kind: 'field_errors', fields: [{ name: 'password' }] })
    const opened = await client.signUp({ email: 'alan@example.com', password: 'long enough' })
    expect(opened).toMatchObject({ kind: 'verification_required', address: 'alan@example.com' })
    expect(await client.takes('signUp')).toEqual(['name'])
  })
})

const said = (problem: string, more: object = {}) => ({
  problem,
  text: 'Harbour says no, sorry.',
  ...more,
})
const answers: readonly ExampleAnswer[] = [
  { at: 'sign_in', status: 401, body: said('login-failed'), kind: 'invalid_credentials' },
  { at: 'sign_in', status: 403, body: said('member-suspended'), kind: 'account_disabled' },
  {
    at: 'sign_in',
    status: 423,
    body: said('too-many-tries', { wait: 90 }),
    kind: 'account_locked',
  },
  { at: 'sign_up', status: 429, body: said('slow-down', { wait: 5 }), kind: 'rate_limited' },
  { at: 'sign_up', status: 409, body: said('mail-taken'), kind: 'account_exists' },
  { at: 'refresh', status: 419, kind: 'sign_in_required' },
  { at: 'api_call', status: 530, body: '<html>530</html>', code: 'service_unavailable' },
  {
    at: 'sign_in',
    status: 202,
    body: { next: 'one-time-code', handle: 'h', via: ['app'] },
    kind: 'mfa_required',
  },
]

const server = harbourServer()
server.join(ADA)
describeBackend(
  { describe, it, expect },
  {
    backend,
    answers,
    fetch: server.fetch,
    account: { email: ADA.mail, password: ADA.secret },
    wrongPasswords: 5,
    now: () => NOW,
  },
)
