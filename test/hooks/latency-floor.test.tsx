import { act, cleanup, fireEvent, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import {
  AuthProvider,
  EmailSignIn,
  ForgotPassword,
  SignIn,
  SignUp,
  VerifyEmail,
} from '../../src/index.js'
import { ADA, connect, FIVE_BACKENDS } from '../client/five-backends.js'
import { LINKS } from '../components/render-sign-in.js'

/** How long the server takes, in milliseconds: longer where there is a password to check or a mail to send. */
const KNOWN_TAKES = 370
const UNKNOWN_TAKES = 5

interface Timing {
  latencyFloorMs?: number
}

interface Visit {
  id: string
  screen: (timing: Timing) => ReactNode
  /** What is shown once the answer is. */
  shows: string
}

const STEP = 5

/** Milliseconds, on a clock of the test's own, from sending a form to the first change on the screen. */
async function shownAfter({ id, screen, shows }: Visit, known: boolean, timing: Timing = {}) {
  const five = FIVE_BACKENDS.find((candidate) => candidate.id === id)
  if (!five) throw new Error(`No backend is called ${id}.`)
  const options = { accounts: known ? [ADA] : [], signsInOnSignUp: false }
  const { client, server } = connect(five, options, {
    fetch: async (input, init) => {
      if (sent) await new Promise((done) => setTimeout(done, known ? KNOWN_TAKES : UNKNOWN_TAKES))
      return server.fetch(input, init)
    },
  })
  let sent = false
  const { container } = render(
    <AuthProvider client={client} links={LINKS}>
      {screen(timing)}
    </AuthProvider>,
  )
  await act(() => client.restore())
  // Loads what a page loads in its own time.
  await act(() => client.supports('requestMagicLink'))
  type(container, '[autocomplete~="username"]', ADA.email)
  type(container, '[type="password"]', 'a password of nobody')

  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  })
  const isPending = () => !container.textContent.includes(shows)
  sent = true
  const start = Date.now()
  await act(async () => press(container))
  expect(isPending()).toBe(true)
  while (isPending() && Date.now() - start < 5_000) {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(STEP)
      // What is no timer, such as reading a body, has its turn.
      await new Promise((done) => setImmediate(done))
    })
  }
  const elapsed = Date.now() - start
  vi.useRealTimers()
  cleanup()
  sessionStorage.clear()
  return elapsed
}

function type(within: HTMLElement, selector: string, text: string) {
  const field = within.querySelector<HTMLInputElement>(selector)
  if (field) fireEvent.input(field, { target: { value: text } })
}

function press(within: HTMLElement) {
  const form = within.querySelector('form')
  if (form) form.requestSubmit()
  else within.querySelector<HTMLButtonElement>('button')?.click()
}

const FLOWS: readonly (Visit & { name: string })[] = [
  {
    name: 'a sign-in',
    id: 'auth-svc',
    screen: (timing) => <SignIn {...timing} />,
    shows: 'The email or password is incorrect.',
  },
  {
    name: 'a sign-up',
    id: 'auth-svc',
    screen: (timing) => <SignUp {...timing} />,
    shows: 'We sent a message to',
  },
  {
    name: 'a reset',
    id: 'calimatic',
    screen: (timing) => <ForgotPassword {...timing} />,
    shows: 'If an account matches',
  },
  {
    name: 'a verification mail',
    id: 'authos',
    screen: (timing) => <VerifyEmail email={ADA.email} {...timing} />,
    shows: 'We sent the email again.',
  },
  {
    name: 'a sign-in link',
    id: 'edgebase',
    screen: (timing) => <EmailSignIn method="link" {...timing} />,
    shows: 'If you can sign in with',
  },
  {
    name: 'a sign-in code',
    id: 'edgebase',
    screen: (timing) => <EmailSignIn method="code" {...timing} />,
    shows: 'If you can sign in with',
  },
]

describe.each(FLOWS)('the time that $name takes', (flow) => {
  it('SEC-38: is 400 ms with and without an account, within 30 ms', async () => {
    const [known, unknown] = [await shownAfter(flow, true), await shownAfter(flow, false)]
    expect(Math.abs(known - unknown)).toBeLessThan(30)
    expect(Math.min(known, unknown)).toBeGreaterThanOrEqual(400)
    expect(Math.max(known, unknown)).toBeLessThan(430)
  })

  it('SEC-38: is as long as the app says', async () => {
    const floor = { latencyFloorMs: 1000 }
    const both = [await shownAfter(flow, true, floor), await shownAfter(flow, false, floor)]
    for (const elapsed of both) {
      expect(elapsed).toBeGreaterThanOrEqual(1000)
      expect(elapsed).toBeLessThan(1030)
    }
    // Without the floor the same measure tells who has an account.
    const none = { latencyFloorMs: 0 }
    const [known, unknown] = [
      await shownAfter(flow, true, none),
      await shownAfter(flow, false, none),
    ]
    expect(known - unknown).toBeGreaterThan(300)
  })
})
