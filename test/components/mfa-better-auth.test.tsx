import { screen } from '@testing-library/react'
import { betterAuth as createBetterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { twoFactor } from 'better-auth/plugins'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, it, vi } from 'vitest'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { MfaEnrolment } from '../../src/components/mfa-enrolment.js'
import { MfaChallenge } from '../../src/index.js'
import { PASSWORD } from '../client/five-backends.js'
import { renderFor } from './render-mfa.js'

const ORIGIN = 'http://localhost:3000'
const ADA = { email: 'ada@example.com', password: PASSWORD }
const press = (name: string | RegExp) => screen.findByRole('button', { name })
const codes = () =>
  screen.getAllByRole('listitem').map((item) => item.querySelector('[aria-hidden]')!.textContent)

/** A real Better Auth in memory. */
function createServer(outbox: string[] = []) {
  const tables = { user: [], session: [], account: [], verification: [], twoFactor: [] }
  return createBetterAuth({
    baseURL: ORIGIN,
    secret: 'a secret of this test alone, long enough',
    database: memoryAdapter(tables),
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    plugins: [twoFactor({ otpOptions: { sendOTP: async ({ otp }) => void outbox.push(otp) } })],
  })
}

/** A browser's fetch, as far as cookies go. */
function browserAt(server: ReturnType<typeof createServer>) {
  const cookies = new Map<string, string>()
  return async (input: Request | URL | string, options: RequestInit = {}) => {
    // jsdom's signal is none of Node's.
    const { signal: _, ...init } = options
    const headers = new Headers(init.headers)
    headers.set('origin', ORIGIN)
    headers.set('cookie', Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; '))
    const response = await server.handler(new Request(input, { ...init, headers }))
    for (const setCookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(setCookie) ?? []
      if (/max-age=0/i.test(setCookie)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
}

function authenticator(secret: string) {
  return new TOTP({ secret: Secret.fromBase32(secret) })
}

/** A client at a browser of its own, signed in as Ada. */
async function signedIn(outbox?: string[]) {
  const backend = betterAuth({ baseUrl: `${ORIGIN}/api/auth` })
  const client = createAuthClient({ backend, fetch: browserAt(createServer(outbox)) })
  await client.signUp({ ...ADA, name: 'Ada' })
  return client
}

/** Ada's second factor is on, and she is asked for it. */
async function challenged(outbox?: string[]) {
  const client = await signedIn(outbox)
  const started = await client.perform('startTotpEnrolment', { password: PASSWORD })
  if (started.kind !== 'succeeded') throw new Error(`It could not be set up: ${started.kind}.`)
  const app = authenticator(started.value.secret)
  await client.perform('confirmTotpEnrolment', { code: app.generate() })
  await client.signOut()
  const challenge = await client.signIn(ADA)
  if (challenge.kind !== 'mfa_required') throw new Error(`Sign-in ended as ${challenge.kind}.`)
  const onSignedIn = vi.fn()
  const screenOf = <MfaChallenge challenge={challenge} email={ADA.email} onSignedIn={onSignedIn} />
  return { app, onSignedIn, ...renderFor(client, screenOf) }
}

describe('the second factor at a real Better Auth', () => {
  it('is set up with the password, given new codes and turned off', async () => {
    const client = await signedIn()
    const { user } = renderFor(client, <MfaEnrolment />)
    await user.type(await screen.findByLabelText('Password'), 'not this one')
    await user.click(await press('Set up now'))
    expect(await screen.findByText('The password is incorrect. Try again.')).toBeVisible()
    await user.clear(screen.getByLabelText('Password'))
    await user.type(screen.getByLabelText('Password'), `${PASSWORD}{Enter}`)
    const key = await screen.findByRole('group', { name: 'Setup key' })
    const secret = key.querySelector('[aria-hidden]')!.textContent.replaceAll(' ', '')
    await user.type(screen.getByLabelText('Code'), authenticator(secret).generate())
    await user.click(await press('Verify'))

    expect(await screen.findByRole('heading', { name: 'Save your backup codes' })).toBeVisible()
    const first = codes()
    expect(first).toHaveLength(10)
    await user.click(screen.getByRole('checkbox'))
    await user.click(await press('Done'))
    expect(await screen.findByRole('heading', { name: 'MFA is on' })).toBeVisible()

    await user.click(await press('Create new backup codes'))
    await user.type(await screen.findByLabelText('Password'), PASSWORD)
    await user.click(await press('Create new backup codes'))
    expect(await screen.findByRole('heading', { name: 'Save your backup codes' })).toBeVisible()
    expect(codes()).not.toEqual(first)
    await user.click(screen.getByRole('checkbox'))
    await user.click(await press('Done'))

    await user.click(await press('Turn off MFA'))
    await user.type(await screen.findByLabelText('Password'), `${PASSWORD}{Enter}`)
    expect(await screen.findByText('MFA is off.')).toBeVisible()
    await client.signOut()
    expect(await client.signIn(ADA)).toMatchObject({ kind: 'signed_in' })
  })

  it('is not asked for again on a device that was to be remembered', async () => {
    const { user, client, app, onSignedIn } = await challenged()
    await user.click(await screen.findByLabelText("Don't ask again on this device"))
    await user.type(screen.getByLabelText('Code'), app.generate())
    await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    await client.signOut()
    expect(await client.signIn(ADA)).toMatchObject({ kind: 'signed_in' })
  })

  it('is asked for again on any other', async () => {
    const { user, client, app, onSignedIn } = await challenged()
    await user.type(await screen.findByLabelText('Code'), app.generate())
    await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    await client.signOut()
    expect(await client.signIn(ADA)).toMatchObject({ kind: 'mfa_required' })
  })

  it('may be a code by e-mail, sent when it is chosen', async () => {
    const outbox: string[] = []
    const { user, onSignedIn } = await challenged(outbox)
    expect(outbox).toEqual([])
    await user.click(await press('Use email'))
    expect(await screen.findByText('Enter the code we sent to your email.')).toBeVisible()
    expect(await press(/^Send again in/)).toBeVisible()
    expect(outbox).toHaveLength(1)
    await user.type(screen.getByLabelText('Code'), outbox[0]!)
    await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })
})
