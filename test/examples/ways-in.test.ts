import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CHALLENGE_PATH,
  DEVICE_CLIENT_ID,
  ORDERS_PATH,
  STEP_UP_PATH,
} from '../../examples/embedded/contract.js'
import { JUDGE_PATH } from '../../examples/embedded/server/altcha-judge.js'
import type { Mail } from '../../examples/embedded/server/outbox.js'
import {
  startDemoServer,
  type DemoServer,
} from '../../examples/embedded/server/start-demo-server.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { openBrowser } from './browser.js'

const PASSWORD = 'correct horse battery staple'
const ADA = { email: 'ada@example.com', password: PASSWORD }
const CAPTCHA_AFTER = 2

let directory: string
let server: DemoServer

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ways-in-'))
  server = await startDemoServer({ dataDir: directory, captchaAfter: CAPTCHA_AFTER })
})

afterAll(async () => {
  await server.close()
  await rm(directory, { recursive: true })
})

function browser() {
  return openBrowser(
    server.origin,
    betterAuth({
      baseUrl: '/api/auth',
      stepUpPath: STEP_UP_PATH,
      deviceClientId: DEVICE_CLIENT_ID,
    }),
  )
}

async function newestMail(): Promise<Mail> {
  const response = await fetch(`${server.origin}/dev/outbox`)
  const { mails } = (await response.json()) as { mails: [Mail, ...Mail[]] }
  return mails[0]
}

async function solvedToken(): Promise<string> {
  const response = await fetch(server.origin + CHALLENGE_PATH)
  const challenge = (await response.json()) as Parameters<typeof solveChallenge>[0]['challenge']
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

describe('a captcha at the real server', () => {
  async function guessed(email: string) {
    const { client } = browser()
    for (let n = 1; n <= CAPTCHA_AFTER; n++) {
      expect(await client.signIn({ email, password: 'a wrong one' })).toMatchObject({
        kind: 'invalid_credentials',
      })
    }
    return client
  }

  it('is asked for after wrong passwords for that address alone, and solved once', async () => {
    const client = await guessed(ADA.email)
    expect(await client.signIn(ADA)).toMatchObject({
      kind: 'captcha_required',
      reason: 'required',
    })
    const token = await solvedToken()
    expect(await client.signIn({ ...ADA, captchaToken: token })).toMatchObject({
      kind: 'signed_in',
    })
    // The right password has cleared the address.
    expect(await client.signIn(ADA)).toMatchObject({ kind: 'signed_in' })
    expect(await browser().client.signIn({ ...ADA, email: 'nobody@example.com' })).toMatchObject({
      kind: 'invalid_credentials',
    })
  })

  it('is refused when it was used before, or is of nobody’s making', async () => {
    const email = 'guessed@example.com'
    const client = await guessed(email)
    const token = await solvedToken()
    const answer = (captchaToken: string) =>
      client.signIn({ email, password: 'a wrong one', captchaToken })
    expect(await answer(token)).toMatchObject({ kind: 'invalid_credentials' })
    for (const bad of [token, 'made up', Buffer.from('{}').toString('base64')]) {
      expect(await answer(bad)).toMatchObject({ kind: 'captcha_required', reason: 'failed' })
    }
  })

  it('announces itself, and gives way to a lock', async () => {
    const signIn = (email: string) =>
      fetch(`${server.origin}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.origin },
        body: JSON.stringify({ email, password: 'a wrong one' }),
      })
    const headers = []
    for (let n = 1; n <= CAPTCHA_AFTER; n++) {
      const { headers: answered } = await signIn('other@example.com')
      headers.push(answered.get('x-captcha-required'))
    }
    expect(headers).toEqual([null, 'altcha'])
    expect((await signIn('locked@example.com')).status).toBe(423)
  })

  it('has a judge that answers the auth server alone', async () => {
    const judged = await fetch(server.origin + JUDGE_PATH, {
      method: 'POST',
      body: new URLSearchParams({ secret: 'guessed', response: await solvedToken() }),
    })
    expect(await judged.json()).toEqual({ success: false })
    expect((await fetch(`${server.origin}/captcha/other`)).status).toBe(404)
  })
})

describe('ways in without a password', () => {
  it('mails a link that signs in once', async () => {
    const { client } = browser()
    const { email } = ADA
    const asked = await client.perform('requestMagicLink', {
      email,
      redirectUrl: '/email-sign-in',
    })
    expect(asked).toMatchObject({ kind: 'succeeded' })
    const { url, to } = await newestMail()
    expect(to).toBe(email)
    const followed = await fetch(url, { redirect: 'manual' })
    expect(followed.headers.get('location')).toBe(`${server.origin}/email-sign-in`)
    expect(followed.headers.getSetCookie().join()).toContain('session_token=')
    const again = await fetch(url, { redirect: 'manual' })
    expect(again.headers.get('location')).toContain('/email-sign-in?error=INVALID_TOKEN')
  })

  it('mails a code that signs in', async () => {
    const { client } = browser()
    await client.perform('requestEmailCode', { email: ADA.email })
    const { subject } = await newestMail()
    const [code = ''] = /\d{6}/.exec(subject) ?? []
    const wrong = code === '000000' ? '000001' : '000000'
    expect(await client.enter('verifyEmailCode', { email: ADA.email, code: wrong })).toMatchObject({
      kind: 'invalid_code',
    })
    expect(await client.enter('verifyEmailCode', { email: ADA.email, code })).toMatchObject({
      kind: 'signed_in',
      user: { email: ADA.email },
    })
  })

  it('mails nothing to an address that nobody has, and answers the same', async () => {
    const { client } = browser()
    const before = await newestMail()
    for (const action of ['requestMagicLink', 'requestEmailCode'] as const) {
      expect(await client.perform(action, { email: 'nobody@example.com' })).toMatchObject({
        kind: 'succeeded',
      })
    }
    const mails = await newestMail()
    expect([mails.id, mails.to]).toEqual([before.id, before.to])
  })

  it('lets a guest in, who is gone once they sign in as somebody', async () => {
    const { client } = browser()
    expect(await client.enter('signInAnonymously', {})).toMatchObject({ kind: 'signed_in' })
    expect(await client.enter('signInAnonymously', {})).not.toMatchObject({ kind: 'signed_in' })
    expect(await client.signIn(ADA)).toMatchObject({ user: { email: ADA.email } })
    expect(await client.perform('getUser', {})).toMatchObject({
      value: { user: { email: ADA.email } },
    })
  })

  it('offers passkeys for the demo’s own name', async () => {
    const { client } = browser()
    expect(await client.perform('passkeySignInOptions', {})).toMatchObject({
      kind: 'succeeded',
      value: { options: { rpId: 'localhost' } },
    })
    await client.signIn(ADA)
    expect(await client.perform('passkeyRegistrationOptions', {})).toMatchObject({
      kind: 'succeeded',
      value: { options: { rp: { id: 'localhost', name: 'Gatewright demo' } } },
    })
  })

  it('signs a device in once its code is claimed and approved', async () => {
    const { client: device } = browser()
    const started = await device.perform('startDeviceFlow', {})
    if (started.kind !== 'succeeded') throw new Error(started.kind)
    const { userCode, deviceCode, verificationUri } = started.value
    expect(verificationUri).toBe(`${server.origin}/device`)

    const { client } = browser()
    await client.signIn(ADA)
    expect(await client.perform('verifyDeviceCode', { userCode: 'NOSUCHCO' })).toMatchObject({
      kind: 'invalid_code',
    })
    expect(await client.perform('verifyDeviceCode', { userCode })).toMatchObject({
      kind: 'succeeded',
    })
    expect(await client.perform('approveDevice', { userCode })).toMatchObject({
      kind: 'succeeded',
    })
    expect(await device.enter('pollDeviceFlow', { deviceCode })).toMatchObject({
      kind: 'signed_in',
    })
  })
})

describe('somebody whose session was ended elsewhere', () => {
  it('signs in again in the same browser, and stays in', async () => {
    const { client } = browser()
    await client.signIn(ADA)
    const other = browser().client
    await other.signIn(ADA)
    await other.perform('revokeAllSessions', {})
    expect(await client.refresh()).toMatchObject({ kind: 'sign_in_required' })
    expect(await client.signIn(ADA)).toMatchObject({ kind: 'signed_in' })
    expect(await client.refresh()).toMatchObject({ kind: 'signed_in' })
  })
})

describe('the orders', () => {
  it('are taken from those who have signed in lately', async () => {
    const { client } = browser()
    const order = (item: string) =>
      client.fetch(server.origin + ORDERS_PATH, { method: 'POST', body: JSON.stringify({ item }) })
    const ordered = async () => (await client.fetch(server.origin + ORDERS_PATH)).json()

    await client.signIn(ADA)
    expect((await order('Tea')).status).toBe(201)
    expect((await order(' ')).status).toBe(400)
    await client.fetch(`${server.origin}/dev/age`, { method: 'POST' })
    await expect(order('Coffee')).rejects.toMatchObject({ state: { kind: 'step_up_required' } })
    expect(await ordered()).toEqual({ orders: [{ id: 1, item: 'Tea' }] })

    await client.perform('stepUp', { password: PASSWORD })
    expect((await order('Coffee')).status).toBe(201)
    expect(await ordered()).toMatchObject({ orders: [{ item: 'Tea' }, { item: 'Coffee' }] })
  })

  it('are nobody else’s', async () => {
    expect((await fetch(server.origin + ORDERS_PATH)).status).toBe(401)
  })
})
