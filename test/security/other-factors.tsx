import { act, waitFor } from '@testing-library/react'
import { Passkeys, PasskeyButton, SignIn } from '../../src/index.js'
import {
  creationOptions,
  requestOptions,
  restorePlatform,
  stubPlatform,
  type Platform,
} from '../components/platform-passkeys.js'
import { field, press, says, signedIn, submit, type, words, type Flow } from './flow.js'
import type { Scene } from './scene.js'
import {
  atOnce,
  enter,
  grant,
  OneTimeCode,
  OWNER_OF_TOTP,
  passPassword,
  PERSON,
  SECRET_PASSWORD,
} from './ways-in.js'

const PHONE = '+442079460000'
const platforms = new WeakMap<Scene, Platform>()

/** Gives the device of a page a passkey provider. */
function withPasskeys(scene: Scene) {
  restorePlatform()
  platforms.set(scene, stubPlatform())
}

/** The person confirms, unless the server has refused before they were asked. */
async function confirmPasskey(scene: Scene) {
  const [ceremony] = await waitFor(() => {
    const open = platforms.get(scene)?.open() ?? []
    const isEarly = !scene.hasFailed() || document.querySelector('[aria-busy="true"]') !== null
    if (open.length === 0 && isEarly) throw new Error('Nobody is asked yet.')
    return open
  })
  await act(async () => ceremony?.confirm())
}

/** The server asks for these factors; the challenge is a real one. */
async function offerFactors({ client, server }: Scene, ...available_factors: readonly string[]) {
  const { email } = OWNER_OF_TOTP
  const asked = await client.signIn({ email, password: SECRET_PASSWORD })
  if (asked.kind !== 'mfa_required') throw new Error(`The sign-in ended as ${asked.kind}.`)
  const data = { state: 'mfa_required', flow_id: asked.challenge, available_factors }
  server.force('sign_in', { status: 200, body: { data } })
}

function letIn(scene: Scene) {
  const data = { state: 'success', session: { id: 's', user_id: 'u1' }, ...grant(scene) }
  scene.server.force('mfa_challenge', { status: 200, body: { data } })
}

/** A second factor whose code comes by message. */
function byMessage(kind: 'sms' | 'email', name: string): Flow {
  return {
    name,
    on: ['intelliauth'],
    operation: 'mfa_challenge',
    screen: () => <SignIn delay={atOnce} />,
    before: (scene) => offerFactors(scene, kind),
    async approach(scene) {
      await passPassword(scene, OWNER_OF_TOTP.email)
      scene.server.force('mfa_send_code', { status: 200, body: { data: { kind } } })
      await press('Send code')
      await words('Enter the code')
      letIn(scene)
    },
    async send({ secret }) {
      type(field('one-time-code'), secret('code', '580319'))
      await act(atOnce)
    },
    worked: signedIn,
  }
}

export const OTHER_FACTORS: readonly Flow[] = [
  byMessage('sms', 'sign-in with a code by text message as second factor'),
  byMessage('email', 'sign-in with a code by mail as second factor'),
  {
    name: 'sign-in with a passkey as second factor',
    sendsNone: true,
    on: ['intelliauth'],
    operation: 'mfa_send_code',
    screen: () => <SignIn delay={atOnce} />,
    async before(scene) {
      withPasskeys(scene)
      await offerFactors(scene, 'webauthn', 'totp')
    },
    async approach(scene) {
      await passPassword(scene, OWNER_OF_TOTP.email)
      const data = { kind: 'webauthn', ...requestOptions() }
      scene.server.force('mfa_send_code', { status: 200, body: { data } })
      letIn(scene)
    },
    async send(scene) {
      await press('Continue')
      await confirmPasskey(scene)
    },
    worked: signedIn,
  },
  {
    name: 'code by text message',
    on: ['edgebase'],
    operation: 'sign_in',
    server: { accounts: [{ ...PERSON, phone: PHONE }] },
    screen: () => <OneTimeCode channel="sms" />,
    async approach() {
      type(field('tel'), PHONE)
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
    name: 'passkey',
    sendsNone: true,
    on: ['authos', 'edgebase'],
    operation: 'passkey_authenticate',
    routes: (scene) => {
      const options = requestOptions()
      const session = () => Response.json(grant(scene()))
      return {
        'POST /api/auth/passkeys/auth-options': () => Response.json({ options }),
        'POST /api/auth/passkeys/authenticate': session,
        'POST /api/api/auth/passkeys/authenticate/start': () =>
          Response.json({ challenge_id: 'c1', options: { publicKey: options } }),
        'POST /api/api/auth/passkeys/authenticate/finish': session,
      }
    },
    before: async (scene) => withPasskeys(scene),
    screen: () => <PasskeyButton email={() => PERSON.email} />,
    async send(scene) {
      await press('Sign in with a passkey')
      await confirmPasskey(scene)
    },
    worked: signedIn,
  },
  {
    name: 'a new passkey',
    on: ['authos', 'edgebase'],
    operation: 'passkey_register',
    routes: () => {
      const options = creationOptions()
      return {
        'GET /api/auth/passkeys': () => Response.json({ passkeys: [] }),
        'POST /api/auth/passkeys/register-options': () => Response.json({ options }),
        'POST /api/auth/passkeys/register': () => Response.json({ ok: true }),
        'GET /api/api/auth/passkeys': () => Response.json([]),
        'POST /api/api/auth/passkeys/register/start': () =>
          Response.json({ challenge_id: 'c1', options: { publicKey: options } }),
        'POST /api/api/auth/passkeys/register/finish': () =>
          Response.json({ success: true, passkey_id: 'p1' }),
      }
    },
    async before(scene) {
      withPasskeys(scene)
      await enter(scene)
    },
    screen: () => <Passkeys />,
    approach: () => words("You don't have any passkeys yet."),
    async send(scene) {
      await press('Add a passkey')
      await confirmPasskey(scene)
    },
    worked: says('Passkey added.'),
  },
]
