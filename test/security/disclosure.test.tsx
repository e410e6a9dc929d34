import type { ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { useEmailVerificationRequest } from '../../src/hooks/use-email-verification-request.js'
import {
  EmailSignIn,
  ForgotPassword,
  SignIn,
  SignUp,
  VerifyEmail,
  type AccountDisclosure,
  type LatencyOptions,
} from '../../src/index.js'
import { responseOf } from '../../src/testing/fake-auth-server/routing.js'
import type { FakeAuthServerOptions, WireRow } from '../../src/testing/index.js'
import { FIVE_BACKENDS } from '../client/five-backends.js'
import { SEEDS, type BackendId, type SeedCase, type SeedRow } from '../contract/seed-rows.js'
import { PARTIES, RECEIVED_AT, wireRowOf } from '../contract/written-answer.js'
import { VERDICTS } from '../hooks/sign-in-verdicts.js'
import { field, press, submit, type } from './flow.js'
import { openScene, type Scene } from './scene.js'

const EMAIL = 'ada@example.com'
const PASSWORD = 'correct horse battery staple'
const KNOWN = [{ email: EMAIL, password: PASSWORD }]
const atOnce = () => Promise.resolve()

const rowsWith = (verdict: 'hidden' | 'proved') =>
  SEEDS.filter(
    ({ backend, id }) => VERDICTS[backend][id.slice(backend.length + 1)] === verdict,
  ).map((seed) => [seed.id, seed] as const)

const wireOf = (seed: SeedRow): WireRow =>
  wireRowOf({ seed, description: 'server_error' } as SeedCase, '')

const WORKING = 'Working on it'

/** All that a person, a screen reader and the app around can tell of one visit. */
interface Impression {
  page: string
  said: readonly string[]
  focus: string
  address: string
  steps: number
  told: number
  waited: readonly unknown[]
}

interface Visit {
  id: BackendId
  disclosure?: AccountDisclosure
  known: boolean
  content: (timing: LatencyOptions) => ReactNode
  act: (scene: Scene) => Promise<void>
  server?: Partial<FakeAuthServerOptions>
  /** What the server says instead of what it would. */
  answer?: WireRow | undefined
}

async function impressionOf(visit: Visit): Promise<Impression> {
  const { id, disclosure = 'hide', known, content, act, server, answer } = visit
  const delay = vi.fn<(ms: number) => Promise<void>>(atOnce)
  const scene = openScene({
    id,
    disclosure,
    server: { ...server, accounts: known ? KNOWN : [] },
  })
  await scene.client.restore()
  const steps = window.history.length
  const told = vi.fn()
  scene.client.onSessionChange(told)
  const said: string[] = []
  const listener = new MutationObserver(() => {
    for (const region of document.querySelectorAll('[aria-live], [role=alert], [role=status]')) {
      const text = ownWords(region)
      // Said when the machine is slow: the time an answer takes is tested by the clock.
      if (text !== '' && text !== WORKING && !said.includes(text)) said.push(text)
    }
  })
  listener.observe(document.body, { subtree: true, childList: true, characterData: true })
  scene.show(content({ delay }))
  const { dialect } = PARTIES[id]
  const writing = { now: RECEIVED_AT, requestId: 'r-1', operation: 'sign_in' } as const
  if (answer) {
    scene.arm({ title: 'told', answer: async () => responseOf(dialect.writeRow(answer, writing)) })
  }
  await act(scene)
  await scene.settle()
  // A countdown speaks a moment after it is seen.
  await vi.waitFor(() => {
    for (const region of document.querySelectorAll('[data-gw=countdown] [role=status]')) {
      expect(region).not.toBeEmptyDOMElement()
    }
  })
  listener.disconnect()
  const impression = {
    page: numbered(scene.container().innerHTML),
    said,
    focus: numbered(document.activeElement?.outerHTML ?? ''),
    address: window.location.href,
    steps: window.history.length - steps,
    told: told.mock.calls.length,
    waited: delay.mock.calls,
  }
  scene.close()
  return impression
}

/** What a live region says, without the regions in it, which speak for themselves and in their own time. */
function ownWords(region: Element): string {
  const copy = region.cloneNode(true) as Element
  for (const inner of copy.querySelectorAll('[aria-live], [role=alert], [role=status]')) {
    inner.remove()
  }
  return copy.textContent
}

/** React numbers its ids through the whole document: here they are numbered by their place in the markup. */
function numbered(markup: string): string {
  const ids: string[] = []
  return markup.replaceAll(/_r_\w+_/g, (id) => {
    if (!ids.includes(id)) ids.push(id)
    return `id${ids.indexOf(id)}`
  })
}

const signIn = (id: BackendId, known: boolean, answer?: WireRow, disclosure?: AccountDisclosure) =>
  impressionOf({
    id,
    known,
    ...(disclosure && { disclosure }),
    content: ({ delay }) => <SignIn delay={delay} />,
    act: async () => {
      type(field('username'), EMAIL)
      type(field('current-password'), 'not the password')
      await submit()
    },
    answer,
  })

describe('a sign-in without the right password', () => {
  it.each(FIVE_BACKENDS)(
    'SEC-39: looks, sounds and goes on at $id as if there were no account',
    async ({ id }) => {
      const unknown = await signIn(id as BackendId, false)
      expect(unknown.page).toContain('The email or password is incorrect.')
      // A way on for whoever cannot be told what is wrong.
      expect(unknown.page).toContain('href="/forgot-password"')
      expect(unknown.waited).toEqual([[400]])
      expect(await signIn(id as BackendId, true)).toEqual(unknown)
    },
  )

  it.each(rowsWith('hidden'))(
    'SEC-39: is no more than wrong credentials when the server answers %s',
    async (_, seed) => {
      const unknown = await signIn(seed.backend, false)
      expect(await signIn(seed.backend, true, wireOf(seed))).toEqual(unknown)
    },
  )

  it.each([
    ['calimatic', { status: 403, code: 'EMAIL_NOT_VERIFIED' }, 'verification_required'],
    ['auth-svc', { status: 403, code: 'ACCOUNT_SUSPENDED' }, 'account_disabled'],
    ['authos', { status: 404, code: 'NOT_FOUND', message: 'User not found' }, 'not_found'],
    ['intelliauth', { code: 'password_must_be_reset' }, 'password_reset_required'],
  ] as const)(
    'SEC-39: is told at %s what the server says where the app wants that',
    async (id, answer, kind) => {
      const { page, waited } = await signIn(id, true, answer, 'show')
      expect(page).toContain(`data-kind="${kind}"`)
      expect(waited).toEqual([])
    },
  )

  it.each(rowsWith('proved'))(
    'SEC-39: is told of the account when the server has seen the right password (%s)',
    async (_, seed) => {
      const { page, waited } = await signIn(seed.backend, true, wireOf(seed))
      expect(page).not.toContain('The email or password is incorrect.')
      expect(page).toMatch(/verification_required|permission_denied|blocked_by_policy/)
      expect(waited).toEqual([[400]])
    },
  )

  it.each(FIVE_BACKENDS.filter(({ id }) => id !== 'edgebase'))(
    'SEC-39: is locked at $id after as many attempts, with and without an account',
    async ({ id }) => {
      const locked = (known: boolean) =>
        impressionOf({
          id: id as BackendId,
          known,
          content: ({ delay }) => <SignIn delay={delay} />,
          act: async (scene) => {
            for (let attempt = 1; attempt <= 6; attempt += 1) {
              type(field('username'), EMAIL)
              type(field('current-password'), 'not the password')
              await submit()
              await scene.settle()
            }
          },
        })
      const unknown = await locked(false)
      expect(unknown.page).toContain('Too many failed attempts')
      expect(await locked(true)).toEqual(unknown)
    },
  )
})

/** What a server may say of an account instead of nothing, in its own words. */
const OUTSPOKEN: Record<BackendId, readonly WireRow[]> = {
  calimatic: [
    { status: 404, code: 'USER_NOT_FOUND' },
    { status: 409, code: 'CONFLICT' },
    { status: 403, code: 'EMAIL_NOT_VERIFIED' },
    { status: 423, code: 'ACCOUNT_LOCKED' },
  ],
  'auth-svc': [
    { status: 404, code: 'NOT_FOUND' },
    { status: 409, code: 'CONFLICT' },
    { status: 403, code: 'ACCOUNT_NOT_VERIFIED' },
    { status: 403, code: 'ACCOUNT_SUSPENDED' },
    { status: 423, code: 'ACCOUNT_LOCKED' },
  ],
  authos: [
    { status: 404, code: 'NOT_FOUND', message: 'User not found' },
    { status: 409, code: 'USER_ALREADY_EXISTS' },
    { status: 400, code: 'DUPLICATE_CONSTRAINT', message: 'Email is already taken' },
    { status: 401, code: 'EMAIL_NOT_VERIFIED' },
    { status: 401, code: 'ACCOUNT_LOCKED' },
  ],
  intelliauth: [
    { code: 'not_found' },
    { code: 'conflict' },
    { code: 'email_unverified' },
    { code: 'account_disabled' },
    { code: 'password_must_be_reset' },
  ],
  edgebase: [
    { status: 404, message: 'User not found.' },
    { status: 409, message: 'Email already registered.' },
    { status: 403, message: 'This account has been disabled.' },
    {
      status: 403,
      message: 'This account uses OAuth sign-in. Password login is not available.',
    },
  ],
}

const ALL = ['calimatic', 'auth-svc', 'authos', 'intelliauth', 'edgebase'] as const

const typeAddress = async () => {
  type(field(document.querySelector('[autocomplete~="username"]') ? 'username' : 'email'), EMAIL)
  await submit()
}

/** A screen of an app's own, for backends whose links are followed elsewhere. */
function AskAgain(timing: LatencyOptions) {
  const { state, form, submit: send } = useEmailVerificationRequest(timing)
  return (
    <form onSubmit={(event) => void send(event)} aria-busy={state.kind === 'submitting'}>
      <input autoComplete="username" aria-label="Email" {...form.register('email')} />
      <p role="status">{JSON.stringify(state)}</p>
    </form>
  )
}

/** The flows that ask for no more than an address, at each backend that has them. */
const ASKING: readonly (Pick<Visit, 'content' | 'act' | 'server'> & {
  name: string
  on: readonly BackendId[]
  /** Answers that no server has for it, because they say nothing of an account there. */
  except?: WireRow['code']
})[] = [
  {
    name: 'a request for a reset',
    on: ALL,
    content: (timing) => <ForgotPassword {...timing} />,
    act: typeAddress,
  },
  {
    name: 'a request for a sign-in link',
    on: ['authos', 'edgebase'],
    content: (timing) => <EmailSignIn method="link" {...timing} />,
    act: typeAddress,
  },
  {
    name: 'a request for a sign-in code',
    on: ['edgebase'],
    content: (timing) => <EmailSignIn method="code" {...timing} />,
    act: typeAddress,
  },
  {
    name: 'a request for another verification mail',
    on: ['calimatic', 'authos'],
    content: (timing) => <VerifyEmail email={EMAIL} {...timing} />,
    act: () => press('Send the email again'),
  },
  {
    // EdgeBase sends one to whoever is signed in, and to nobody else.
    name: 'a request for a verification mail on a screen of one’s own',
    on: ['calimatic', 'auth-svc', 'authos', 'intelliauth'],
    content: (timing) => <AskAgain {...timing} />,
    act: typeAddress,
  },
  {
    // EdgeBase signs newcomers in at once, whatever it is told: there an open sign-up tells.
    name: 'a sign-up',
    on: ['calimatic', 'auth-svc', 'authos'],
    server: { signsInOnSignUp: false },
    // What is missing at a sign-up is the route.
    except: 'NOT_FOUND',
    content: (timing) => <SignUp {...timing} />,
    act: async () => {
      type(field('username'), EMAIL)
      type(field('new-password'), PASSWORD)
      await submit()
    },
  },
]

describe.each(ASKING)('$name', ({ on, except, ...flow }) => {
  it.each(on)(
    'SEC-38: looks, sounds and goes on at %s alike with and without an account, whatever the server says',
    async (id) => {
      const unknown = await impressionOf({ ...flow, id, known: false })
      expect(unknown.page).not.toContain('aria-invalid="true"')
      expect(unknown.waited).toEqual([[400]])
      expect(await impressionOf({ ...flow, id, known: true })).toEqual(unknown)
      for (const answer of OUTSPOKEN[id]) {
        if (answer.code === except && answer.message === undefined) continue
        const known = await impressionOf({ ...flow, id, known: true, answer })
        expect(known, answer.code ?? answer.message ?? '').toEqual(unknown)
      }
    },
  )
})
