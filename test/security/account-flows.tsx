import { act } from '@testing-library/react'
import { useMutation } from '@tanstack/react-query'
import {
  BackupCodes,
  ChangePassword,
  DeviceActivation,
  ForgotPassword,
  LinkedAccounts,
  MfaEnrolment,
  ResetPassword,
  Sessions,
  StepUp,
  useAuthClient,
  useSignOut,
  useStepUp,
  VerifyEmail,
} from '../../src/index.js'
import { field, press, says, signedIn, submit, type, words, type Flow } from './flow.js'
import type { Scene } from './scene.js'
import { atOnce, enter, OWNER_OF_TOTP, PERSON, SECRET_PASSWORD } from './ways-in.js'

const NEW_PASSWORD = 'canary Brand-new/word? 31'
const enterWithTotp = (scene: Scene) => enter(scene, OWNER_OF_TOTP)

/** Gives what a backend wants before it changes the second factor. */
function prove({ secret, server }: Scene) {
  const password = document.querySelector<HTMLInputElement>('[autocomplete="current-password"]')
  if (password) type(password, secret('password', SECRET_PASSWORD))
  const code = document.querySelector<HTMLInputElement>('[autocomplete="one-time-code"]')
  if (code) type(code, secret('code', server.currentCode(OWNER_OF_TOTP.email)))
}

async function saveCodes() {
  await act(async () => document.querySelector<HTMLInputElement>('[type=checkbox]')?.click())
  await press('Done')
}

/** An order that a stale session may not place. */
function Order() {
  const client = useAuthClient()
  const { guard } = useStepUp()
  const { mutate, data } = useMutation({
    mutationFn: guard(async (what: string) => (await client.fetch(`/${what}`)).text()),
  })
  return (
    <>
      <button type="button" onClick={() => mutate('orders')}>
        Order
      </button>
      <p>{data}</p>
      <StepUp />
    </>
  )
}

/** Scenes in which somebody has confirmed who they are. */
const confirmed = new WeakSet<Scene>()

const STALE = {
  status: 401,
  headers: { 'www-authenticate': 'Bearer error="insufficient_user_authentication", max_age="60"' },
}

const orders: Flow['routes'] = (scene) => ({
  'GET /orders': () =>
    confirmed.has(scene()) ? new Response('Ordered') : new Response(null, STALE),
})

const WAITING_DEVICE = {
  org_slug: 'acme',
  service_slug: 'shop',
  available_providers: ['google'],
}

/** Renews the session, as the client does by itself when it is time. */
function Renewal() {
  const client = useAuthClient()
  return (
    <button type="button" onClick={() => void client.refresh()}>
      Renew
    </button>
  )
}

function SignOut() {
  const { signOut } = useSignOut()
  return (
    <button type="button" onClick={() => void signOut()}>
      Leave
    </button>
  )
}

export const ACCOUNT_FLOWS: readonly Flow[] = [
  {
    name: 'reset request with a captcha',
    on: ['edgebase'],
    operation: 'password_forgot',
    server: { captcha: 'always' },
    screen: () => <ForgotPassword delay={atOnce} />,
    async approach(scene) {
      type(field('username'), PERSON.email)
      await submit()
      await scene.settle()
    },
    async send() {
      await words('I am a person')
      await act(async () => document.querySelector<HTMLInputElement>('[type=checkbox]')?.click())
    },
    worked: says('Check your email'),
  },
  {
    name: 'password reset',
    on: ['calimatic', 'auth-svc', 'authos', 'edgebase'],
    operation: 'password_reset',
    screen: () => <ResetPassword />,
    async before({ client, server, secret, goTo }) {
      await client.requestPasswordReset({ email: PERSON.email })
      const token = secret('reset token', server.outbox.at(-1)?.token ?? '')
      goTo(`/reset?token=${token}`)
    },
    async send({ secret }) {
      type(field('new-password'), secret('new password', NEW_PASSWORD))
      await submit()
    },
    worked: says('Your password has been changed.'),
  },
  {
    name: 'password change',
    on: ['authos', 'edgebase'],
    operation: 'password_change',
    before: enter,
    screen: () => <ChangePassword />,
    async send({ secret }) {
      type(field('current-password'), secret('password', SECRET_PASSWORD))
      type(field('new-password'), secret('new password', NEW_PASSWORD))
      await submit()
    },
    worked: says('Your password has been changed.'),
  },
  {
    name: 'verification',
    on: ['calimatic', 'authos', 'edgebase'],
    operation: 'email_verify',
    inAddress: { authos: '/api/auth/verify-email' },
    screen: () => <VerifyEmail delay={atOnce} />,
    server: { accounts: [{ ...PERSON, emailVerified: false }], requiresVerifiedEmail: false },
    async before(scene) {
      await enter(scene)
      await scene.client.resendVerification({ email: PERSON.email })
      const token = scene.secret('link token', scene.server.outbox.at(-1)?.token ?? '')
      scene.goTo(`/verify#token=${token}`)
    },
    send: submit,
    worked: says('verified'),
  },
  {
    name: 'enrolment, the secret',
    on: ['calimatic', 'auth-svc', 'authos', 'intelliauth', 'edgebase'],
    operation: 'mfa_enrol',
    before: enter,
    screen: () => <MfaEnrolment />,
    async approach(scene) {
      await words('Set up now')
      prove(scene)
    },
    send: () => press('Set up now'),
    worked: says('Scan this QR code'),
    putAway: () => press('Cancel'),
  },
  {
    name: 'enrolment, the first code',
    on: ['calimatic', 'auth-svc', 'authos', 'intelliauth', 'edgebase'],
    operation: 'mfa_enrol',
    before: enter,
    screen: () => <MfaEnrolment />,
    async approach(scene) {
      await words('Set up now')
      prove(scene)
      await press('Set up now')
      await words('Scan this QR code')
    },
    async send({ secret, server }) {
      type(field('one-time-code'), secret('code', server.currentCode(PERSON.email)))
      await submit()
    },
    worked: says('Save your backup codes'),
    putAway: saveCodes,
  },
  {
    name: 'the end of the second factor',
    on: ['calimatic', 'authos', 'edgebase'],
    operation: 'mfa_manage',
    before: enterWithTotp,
    screen: () => <MfaEnrolment />,
    async approach() {
      await press('Turn off MFA')
      await words('Your password alone')
    },
    async send(scene) {
      prove(scene)
      await press('Turn off MFA')
    },
    worked: says('Set up now'),
  },
  {
    name: 'new backup codes',
    on: ['calimatic', 'authos'],
    operation: 'mfa_manage',
    before: enterWithTotp,
    screen: () => <BackupCodes />,
    approach: () => words('Create new backup codes'),
    async send(scene) {
      await press('Create new backup codes')
      if (document.querySelector('[autocomplete="one-time-code"]') === null) return
      prove(scene)
      await submit()
    },
    worked: says('Save your backup codes'),
    putAway: saveCodes,
  },
  {
    name: 'step-up',
    on: ['calimatic', 'auth-svc', 'authos', 'intelliauth', 'edgebase'],
    operation: 'sign_in',
    before: enter,
    routes: orders,
    screen: () => <Order />,
    async approach() {
      await press('Order')
      await words("Confirm it's you")
    },
    async send(scene) {
      confirmed.add(scene)
      type(field('current-password'), scene.secret('password', SECRET_PASSWORD))
      await submit()
    },
    worked: says('Ordered'),
  },
  {
    name: 'step-up with a second factor',
    // The fifth asks for no more than the password.
    on: ['calimatic', 'auth-svc', 'authos', 'edgebase'],
    operation: 'mfa_challenge',
    before: enterWithTotp,
    routes: orders,
    screen: () => <Order />,
    async approach(scene) {
      await press('Order')
      await words("Confirm it's you")
      type(field('current-password'), scene.secret('password', SECRET_PASSWORD))
      await submit()
      await scene.settle()
      await words('authenticator')
    },
    async send(scene) {
      confirmed.add(scene)
      const code = scene.server.currentCode(OWNER_OF_TOTP.email)
      type(field('one-time-code'), scene.secret('code', code))
      await act(atOnce)
    },
    worked: says('Ordered'),
  },
  {
    name: 'renewal of the session',
    on: ['calimatic', 'auth-svc', 'authos', 'intelliauth', 'edgebase'],
    operation: 'refresh',
    before: enter,
    screen: () => <Renewal />,
    send: () => press('Renew'),
    worked: (scene) => new Set(scene.tokens.all()).size > 2 && signedIn(scene),
  },
  {
    name: 'an account at a provider, unlinked',
    on: ['authos', 'edgebase'],
    operation: 'account_link',
    routes: () => {
      const identities = ['google', 'github'].map((provider, index) => ({
        id: `i${index}`,
        kind: 'oauth',
        provider,
        canUnlink: true,
      }))
      return {
        'GET /api/auth/identities': () => Response.json({ identities }),
        'DELETE /api/auth/identities/i0': () => Response.json({ ok: true }),
        'GET /api/api/user/identities': () => Response.json(identities),
        'DELETE /api/api/user/identities/google': () => Response.json({ success: true }),
      }
    },
    before: enter,
    screen: () => <LinkedAccounts />,
    approach: () => words('Unlink Google'),
    send: () => press('Unlink Google'),
    worked: says('is no longer linked.'),
  },
  {
    name: 'a device to connect',
    on: ['authos'],
    operation: 'device_verify',
    sendsNone: true,
    routes: () => ({
      'POST /api/auth/device/verify': () => Response.json(WAITING_DEVICE),
    }),
    before: enter,
    screen: () => <DeviceActivation />,
    async send() {
      type(field('off'), 'WDJB-MJHT')
      await submit()
    },
    worked: says('Continue with Google'),
  },
  {
    name: 'devices',
    on: ['auth-svc', 'calimatic', 'edgebase'],
    operation: 'session_manage',
    async before(scene) {
      await enter(scene)
      await enter(scene)
    },
    screen: () => <Sessions />,
    approach: () => words('This device'),
    async send() {
      await act(async () => document.querySelector<HTMLButtonElement>('li button')?.click())
    },
    worked: says('is signed out'),
  },
  {
    name: 'sign-out',
    on: ['calimatic', 'auth-svc', 'authos', 'intelliauth', 'edgebase'],
    operation: 'sign_out',
    before: enter,
    screen: () => <SignOut />,
    send: () => press('Leave'),
    worked: (scene) => !signedIn(scene),
  },
]
