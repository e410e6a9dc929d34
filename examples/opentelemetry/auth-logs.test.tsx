import { SeverityNumber } from '@opentelemetry/api-logs'
import {
  InMemoryLogRecordExporter,
  LoggerProvider,
  SimpleLogRecordProcessor,
} from '@opentelemetry/sdk-logs'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AuthProvider, SignIn } from 'gatewright'
import { authSvc } from 'gatewright/backends/auth-svc'
import { createAuthClient } from 'gatewright/client'
import { authSvcDialect, createFakeAuthServer } from 'gatewright/testing'
import { expect, it } from 'vitest'
import { logAuthEvents } from './auth-logs.js'

const ADA = { email: 'ada@example.com', password: 'correct horse battery staple' }

/** A sign-in page whose client writes its logs into memory. */
function openPage() {
  const exporter = new InMemoryLogRecordExporter()
  const provider = new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter })] })
  const server = createFakeAuthServer({ dialect: authSvcDialect(), accounts: [ADA] })
  const client = createAuthClient({
    backend: authSvc({ baseUrl: 'https://auth.example' }),
    fetch: server.fetch,
    now: server.clock.now,
    onEvent: logAuthEvents(provider.getLogger('gatewright')),
  })
  render(
    <AuthProvider client={client}>
      <SignIn />
    </AuthProvider>,
  )
  return {
    server,
    client,
    user: userEvent.setup(),
    records: () => exporter.getFinishedLogRecords(),
  }
}

async function signIn(user: ReturnType<typeof userEvent.setup>, password: string) {
  await user.clear(screen.getByLabelText('Email'))
  await user.type(screen.getByLabelText('Email'), ADA.email)
  await user.type(screen.getByLabelText('Password'), `${password}{Enter}`)
}

it('writes a wrong password and the sign-in after it as log records', async () => {
  const { user, client, records } = openPage()
  await signIn(user, 'wrong password')
  await screen.findByText('The email or password is incorrect.')
  await signIn(user, ADA.password)
  await waitFor(() => expect(client.getSession().status).toBe('signed_in'))

  expect(records().map(({ eventName, severityNumber }) => [eventName, severityNumber])).toEqual([
    ['gatewright.shown', SeverityNumber.DEBUG],
    ['gatewright.submitted', SeverityNumber.DEBUG],
    ['gatewright.failed', SeverityNumber.INFO],
    ['gatewright.submitted', SeverityNumber.DEBUG],
    ['gatewright.recovered', SeverityNumber.INFO],
    ['gatewright.signed_in', SeverityNumber.INFO],
  ])
  expect(records()[2]?.attributes).toEqual({
    'gatewright.backend': 'auth-svc',
    'gatewright.operation': 'sign_in',
    'gatewright.kind': 'invalid_credentials',
    'gatewright.code': 'invalid_credentials',
    'gatewright.raw_code': 'UNAUTHORIZED',
    'gatewright.request_id': expect.stringMatching(/^[\da-f-]{36}$/),
    'http.response.status_code': 401,
    'error.type': 'invalid_credentials',
  })
  expect(records()[4]?.attributes).toEqual({
    'gatewright.operation': 'sign_in',
    'gatewright.failures': 1,
  })
  const told = JSON.stringify(records().map(({ attributes, body }) => [attributes, body]))
  for (const typed of [ADA.email, ADA.password, 'wrong password']) expect(told).not.toContain(typed)
})

it('writes a fault of the server louder than one of the user', async () => {
  const { user, server, records } = openPage()
  server.force('sign_in', 'offline')
  await signIn(user, ADA.password)
  await waitFor(() => expect(records()).toHaveLength(3))
  expect(records()[2]).toMatchObject({
    eventName: 'gatewright.failed',
    severityNumber: SeverityNumber.ERROR,
    attributes: { 'error.type': 'network_error' },
  })
})
