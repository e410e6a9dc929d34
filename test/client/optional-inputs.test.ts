import { describe, expect, it } from 'vitest'
import type { Backend } from '../../src/backends/backend.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { FIVE_BACKENDS } from './five-backends.js'

const ACTIONS = [
  'verifyMfa',
  'startTotpEnrolment',
  'disableMfa',
  'regenerateBackupCodes',
  'mfaPasskeyOptions',
] as const

/** What a form has to ask for before each; null where the backend lacks the action. */
const TAKEN = {
  calimatic: [[], [], ['code'], ['code'], null],
  'auth-svc': [[], [], null, null, null],
  authos: [[], [], [], [], null],
  intelliauth: [[], ['challenge'], null, null, []],
  edgebase: [[], [], ['password', 'code'], null, null],
  'better-auth': [['trustDevice'], ['password'], ['password'], ['password'], null],
}

describe('what the backends make use of besides what an action needs', () => {
  const six = [
    ...FIVE_BACKENDS.map(({ backend }) => backend),
    betterAuth({ baseUrl: 'https://auth.example/api/auth' }),
  ]
  it.each(six.map((backend) => [backend.id, backend] as const))('%s', async (id, backend) => {
    const client = createAuthClient({ backend })
    const taken = await Promise.all(ACTIONS.map((action) => client.takes(action)))
    expect(taken).toEqual(TAKEN[id as keyof typeof TAKEN])
  })
})

describe('a backend whose account part cannot be loaded', () => {
  const backend: Backend = {
    ...betterAuth({ baseUrl: 'https://auth.example/api/auth' }),
    loadAccountEndpoints: () =>
      Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  }
  const client = createAuthClient({ backend })

  it('answers that there is no connection, in a state that can be retried', async () => {
    const outcome = await client.perform('listSessions', {})
    expect(outcome).toMatchObject({ kind: 'network_error', code: 'network_error' })
  })

  it('claims of no action that the contract lacks it', async () => {
    await expect(client.supports('listSessions')).resolves.toBe(true)
    await expect(client.takes('listSessions')).resolves.toEqual([])
  })
})
