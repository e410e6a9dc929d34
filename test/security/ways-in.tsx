import { act, waitFor } from '@testing-library/react'
import { keepAttempt, randomToken } from '../../src/client/oauth-attempt.js'
import { journeyBackend } from '../../src/client/oauth-landing.js'
import {
  EmailSignIn,
  GuestButton,
  OAuthCallback,
  SignIn,
  SignUp,
  useDeviceSignIn,
  useOneTimeCode,
  type CodeChannel,
} from '../../src/index.js'
import { ADA, TOTP_ACCOUNT } from '../client/five-backends.js'
import { field, press, says, signedIn, submit, type, words, type Flow } from './flow.js'
import type { Scene } from './scene.js'

export const SECRET_PASSWORD = 'canary Pässword "7" of old'
export const PERSON = { ...ADA, password: SECRET_PASSWORD }
export const OWNER_OF_TOTP = { ...TOTP_ACCOUNT, password: SECRET_PASSWORD }
export const ACCOUNTS = [PERSON, OWNER_OF_TOTP]
const BACKUP_CODE = 'AAAA-1111'

const ALL = ['calimatic', 'auth-svc', 'authos', 'intelliauth', 'edgebase'] as const
export const atOnce = () => Promise.resolve()

async function typePassword(scene: Scene, email: string) {
  type(field('username'), email)
  type(field('current-password'), scene.secret('password', SECRET_PASSWORD))
}

export async function passPassword(scene: Scene, email: string) {
  await typePassword(scene, email)
  await submit()
  await scene.settle()
}

/** Somebody is signed in already, with their second factor if they have one. */
export async function enter({ client, server, secret }: Scene, { email } = PERSON) {
  await act(async () => {
    const password = secret('password', SECRET_PASSWORD)
    const outcome = await client.signIn({ email, password })
    if (outcome.kind !== 'mfa_required') return
    const { challenge } = outcome
    await client.verifyMfa({ challenge, factor: 'totp', code: server.currentCode(email) })
  })
}

/** The grant of a server that speaks as several backends do, for routes that the fake one does not have. */
export function grant({ secret, tokens }: Scene) {
  const access = secret('access token', tokens.make('jwt'))
  const refresh = secret('refresh token', tokens.make('opaque'))
  return {
    access_token: access,
    refresh_token: refresh,
    token_type: 'Bearer',
    expires_in: 3600,
    accessToken: access,
    refreshToken: refresh,
    user: { id: 'u1', email: ADA.email },
  }
}

/** A one-time code, on a screen of the app's own. */
export function OneTimeCode({ channel }: { channel: CodeChannel }) {
  const flow = useOneTimeCode({ channel, delay: atOnce })
  const { state, addressForm, codeForm, request, verify } = flow
  const asks = state.kind === 'ready'
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void (asks ? request() : verify())
      }}
      aria-busy={state.kind === 'submitting'}
    >
      <p>{state.kind}</p>
      {asks ? (
        <input
          autoComplete={channel === 'sms' ? 'tel' : 'email'}
          {...addressForm.register('address')}
        />
      ) : (
        <input autoComplete="one-time-code" {...codeForm.register('code')} />
      )}
    </form>
  )
}

function DeviceSignIn() {
  const { state, start } = useDeviceSignIn()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
      aria-busy={state.kind === 'submitting'}
    >
      <p>{state.kind}</p>
    </form>
  )
}

/** Comes back from a provider, in the tab that was left for it. */
function comeBack(
  { client, goTo }: Scene,
  parameters: Readonly<Record<string, string>>,
  mark: '?' | '#',
  purpose: 'sign_in' | 'link' = 'sign_in',
) {
  const state = randomToken()
  keepAttempt({
    state,
    verifier: randomToken(),
    backend: journeyBackend(client.backend),
    provider: 'google',
    purpose,
    redirectUrl: 'http://localhost:3000/callback',
    stateSent: true,
    startedAt: client.now(),
  })
  const text = new URLSearchParams({ ...parameters, state }).toString()
  goTo(`/callback${mark}${text}`)
}

/** Scenes whose user has approved the device. */
const approved = new WeakSet<Scene>()

export const WAYS_IN: readonly Flow[] = [
  {
    name: 'sign-in',
    on: ALL,
    operation: 'sign_in',
    screen: () => <SignIn delay={atOnce} />,
    async send(scene) {
      await typePassword(scene, PERSON.email)
      await submit()
    },
    worked: signedIn,
  },
  {
    name: 'sign-in with a captcha',
    on: ['edgebase', 'intelliauth'],
    operation: 'sign_in',
    server: { captcha: 'always' },
    screen: () => <SignIn delay={atOnce} />,
    approach: (scene) => passPassword(scene, PERSON.email),
    async send() {
      await words('I am a person')
      await act(async () => document.querySelector<HTMLInputElement>('[type=checkbox]')?.click())
    },
    worked: signedIn,
  },
  {
    name: 'sign-in with a code of an authenticator app',
    on: ALL,
    operation: 'mfa_challenge',
    screen: () => <SignIn delay={atOnce} />,
    approach: (scene) => passPassword(scene, OWNER_OF_TOTP.email),
    async send({ secret, server }) {
      await words('authenticator')
      type(field('one-time-code'), secret('code', server.currentCode(OWNER_OF_TOTP.email)))
      await act(atOnce)
    },
    worked: signedIn,
  },
  {
    name: 'sign-in with a backup code',
    on: ['calimatic', 'authos', 'edgebase', 'intelliauth'],
    operation: 'mfa_challenge',
    screen: () => <SignIn delay={atOnce} />,
    async approach(scene) {
      await passPassword(scene, OWNER_OF_TOTP.email)
      await press('Use a backup code')
    },
    async send({ secret }) {
      await words('Backup code')
      type(field('one-time-code'), secret('backup code', BACKUP_CODE))
      await submit()
    },
    worked: signedIn,
  },
  {
    name: 'sign-up',
    on: ['calimatic', 'auth-svc', 'authos', 'edgebase'],
    operation: 'sign_up',
    server: { signsInOnSignUp: true },
    screen: () => <SignUp delay={atOnce} />,
    async send({ secret }) {
      type(field('username'), 'mary@example.com')
      type(field('new-password'), secret('new password', 'canary Brand-new/word? 31'))
      await submit()
    },
    worked: (scene) => signedIn(scene) || says('Verify your email')(),
  },
  {
    name: 'magic link',
    on: ['authos', 'edgebase'],
    operation: 'sign_in',
    inAddress: { authos: '/api/api/auth/magic-link/verify' },
    screen: () => <EmailSignIn delay={atOnce} />,
    async before({ client, server, secret, goTo }) {
      await client.perform('requestMagicLink', { email: PERSON.email })
      const token = secret('link token', server.outbox.at(-1)?.token ?? '')
      goTo(`/email#token=${token}&type=magic-link`)
    },
    send: submit,
    worked: signedIn,
  },
  {
    name: 'code by mail',
    on: ['edgebase'],
    operation: 'sign_in',
    screen: () => <OneTimeCode channel="email" />,
    async approach() {
      type(field('email'), PERSON.email)
      await submit()
      await words('code_sent')
    },
    async send({ secret, server }) {
      type(field('one-time-code'), secret('code', server.outbox.at(-1)?.token ?? ''))
      await submit()
    },
    worked: signedIn,
  },
  {
    name: 'guest',
    sendsNone: true,
    on: ['edgebase'],
    operation: 'anonymous_sign_in',
    routes: (scene) => ({
      'POST /api/auth/signin/anonymous': () => Response.json(grant(scene()), { status: 201 }),
    }),
    screen: () => <GuestButton />,
    send: () => press('Continue as a guest'),
    worked: signedIn,
  },
  {
    name: 'provider, tokens in the fragment',
    sendsNone: true,
    asksNobody: true,
    on: ['authos', 'edgebase'],
    operation: 'oauth_callback',
    screen: () => <OAuthCallback />,
    async before(scene) {
      const { access_token, refresh_token } = grant(scene)
      comeBack(scene, { access_token, refresh_token }, '#')
    },
    send: atOnce,
    worked: signedIn,
  },
  {
    name: 'provider, an account to link',
    sendsNone: true,
    asksNobody: true,
    on: ['edgebase'],
    operation: 'oauth_callback',
    screen: () => <OAuthCallback />,
    async before(scene) {
      const { access_token, refresh_token } = grant(scene)
      comeBack(scene, { access_token, refresh_token }, '#', 'link')
    },
    send: atOnce,
    worked: says('is linked.'),
  },
  {
    name: 'provider, with a code',
    sendsByItself: true,
    on: ['intelliauth'],
    operation: 'oauth_callback',
    routes: (scene) => ({ 'POST /api/oauth2/token': () => Response.json(grant(scene())) }),
    screen: () => <OAuthCallback />,
    async before(scene) {
      comeBack(scene, { code: scene.secret('authorization code', 'canary-code-1234567890') }, '?')
    },
    send: atOnce,
    worked: signedIn,
  },
  {
    name: 'device',
    on: ['authos'],
    operation: 'device_poll',
    routes: (scene) => ({
      'POST /api/auth/device/code': () =>
        Response.json({
          device_code: scene().secret('device code', 'canary-device-code-0123456789'),
          user_code: 'WDJB-MJHT',
          verification_uri: 'https://shop.example/device',
          expires_in: 60,
          interval: 0.02,
        }),
      'POST /api/auth/token': () =>
        approved.has(scene())
          ? Response.json(grant(scene()))
          : Response.json({ error: 'x', error_code: 'DEVICE_CODE_PENDING' }, { status: 400 }),
    }),
    screen: () => <DeviceSignIn />,
    async approach() {
      await submit()
      await words('waiting')
    },
    async send(scene) {
      approved.add(scene)
      await waitFor(() => {
        if (scene.sent().length === 0) throw new Error('Nobody has asked yet.')
      })
    },
    worked: signedIn,
  },
]
