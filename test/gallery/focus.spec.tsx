import { screen } from '@testing-library/react'
import { useMutation } from '@tanstack/react-query'
import { Secret, TOTP } from 'otpauth'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import {
  ForgotPassword,
  ResetPassword,
  SignIn,
  SignUp,
  StepUp,
  useAuthClient,
  useStepUp,
} from '../../src/index.js'
import { ADA, PASSWORD, TOTP_ACCOUNT, TOTP_SECRET } from '../client/five-backends.js'
import { atOnce, renderScreen } from '../components/render-screen.js'
import { renderSignedIn } from '../components/render-signed-in.js'

afterEach(() => {
  sessionStorage.clear()
  document.body.replaceChildren()
})

const SUMMARY = "There's a problem"
const DOWN = { status: 500, message: 'Internal server error.' }

/** What the focus is on, as it is called; `body` where it is lost. */
function focused(): string {
  const element = document.activeElement as HTMLElement | null
  if (!element || element === document.body) return 'body'
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : null
  const title = document.getElementById(element.getAttribute('aria-labelledby') ?? '')
  return (label ?? title ?? element).textContent.trim()
}

const expectFocusOn = (name: string | RegExp) =>
  expect.poll(focused, { timeout: 10_000 }).toMatch(name)

const fill = (label: string, text: string) =>
  userEvent.fill(screen.getByLabelText<HTMLInputElement>(label), text)
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const appCode = (now: number) =>
  new TOTP({ secret: Secret.fromBase32(TOTP_SECRET) }).generate({ timestamp: now })

describe('the focus, after each step', () => {
  it('A11Y-03, A11Y-04: of a sign-in: the summary, the one field, the message, the new heading', async () => {
    const { server } = renderScreen(<SignIn delay={atOnce} />)
    await press('Sign in')
    await expectFocusOn(SUMMARY)
    await userEvent.keyboard('{Tab}')
    await expectFocusOn('Enter your email.')
    await userEvent.keyboard('{Enter}')
    await expectFocusOn(/^Email$/)

    await fill('Email', ADA.email)
    await press('Sign in')
    await expectFocusOn(/^Password$/)

    await fill('Password', 'wrong password')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => server.requests.length).toBe(1)
    await expectFocusOn(/^Password$/)

    server.force('sign_in', DOWN)
    await fill('Password', PASSWORD)
    await press('Sign in')
    await expectFocusOn(/^Error:\s+Something went wrong on our side/)
    expect(document.activeElement?.getAttribute('role')).toBe('alert')

    await press('Sign in')
    await expectFocusOn("You're signed in.")
  })

  it('A11Y-04: of a second factor: the code, the wrong code, the message and the way back', async () => {
    const { client, server } = renderScreen(<SignIn delay={atOnce} />, {
      id: 'intelliauth',
      server: { accounts: [TOTP_ACCOUNT] },
    })
    await fill('Email', TOTP_ACCOUNT.email)
    await fill('Password', PASSWORD)
    await press('Sign in')
    await expectFocusOn(/^Code$/)

    await userEvent.keyboard('000000')
    await expect.poll(() => document.body.textContent).toContain("That code didn't work")
    await expectFocusOn(/^Code$/)

    await press('Back')
    await expectFocusOn(/^Password$/)
    await userEvent.keyboard(`${PASSWORD}{Enter}`)
    await expectFocusOn(/^Code$/)

    server.force('mfa_challenge', DOWN)
    await fill('Code', appCode(server.clock.now()))
    await expectFocusOn(/^Error:\s+Something went wrong on our side/)

    await press('Verify')
    await expect.poll(() => client.getSession().status).toBe('signed_in')
    await expectFocusOn('Verify')
  })

  it('A11Y-03, A11Y-04: of a sign-up: the summary, the one field, the message, the new heading', async () => {
    const { server } = renderScreen(<SignUp delay={atOnce} fields={['name']} />)
    await press('Create account')
    await expectFocusOn(SUMMARY)
    await fill('Name', 'Mary')
    await fill('Email', 'mary@example.com')
    await press('Create account')
    await expectFocusOn(/^Password$/)

    await fill('Password', PASSWORD)
    server.force('sign_up', DOWN)
    await press('Create account')
    await expectFocusOn(/^Error:\s+Something went wrong on our side/)
    await press('Create account')
    await expectFocusOn(/^(You're signed in|Verify your email)/)
  })

  it('A11Y-04: of a reset: the field, the message, the headings', async () => {
    const scene = renderScreen(<ForgotPassword delay={atOnce} />)
    await press('Send reset link')
    await expectFocusOn(/^Email$/)
    await fill('Email', ADA.email)
    scene.server.force('password_forgot', DOWN)
    await press('Send reset link')
    await expectFocusOn(/^Error:\s+Something went wrong on our side/)
    await press('Send reset link')
    await expectFocusOn('Check your email')

    scene.open(<ResetPassword token={scene.server.outbox.at(-1)?.token} />)
    await press('Set new password')
    await expectFocusOn(/^New password$/)
    await fill('New password', 'a brand new password')
    scene.server.force('password_reset', DOWN)
    await press('Set new password')
    await expectFocusOn(/^Error:\s+Something went wrong on our side/)
    await press('Set new password')
    await expectFocusOn('Your password has been changed.')
  })

  it('A11Y-04: of a step-up: the password, the wrong one, the message, and back to what was pressed', async () => {
    const { server } = await renderSignedIn({
      id: 'edgebase',
      children: (
        <>
          <Order />
          <StepUp />
        </>
      ),
    })
    server.clock.advance(120)
    await press('Order tea')
    await expectFocusOn(/^Password$/)
    await userEvent.keyboard('wrong{Enter}')
    await expect.poll(() => document.body.textContent).toContain('The password is incorrect.')
    await expectFocusOn(/^Password$/)

    server.force('sign_in', DOWN)
    await fill('Password', PASSWORD)
    await press('Confirm')
    await expectFocusOn(/^Error:\s+Something went wrong on our side/)
    await press('Confirm')
    await expect.poll(() => document.body.textContent).toContain('Ordered tea')
    await expectFocusOn('Order tea')
  })

  it('A11Y-04: stays where it was while a request is on its way', async () => {
    renderScreen(<SignIn delay={atOnce} />, { server: { latency: 1000 } })
    await fill('Email', ADA.email)
    await fill('Password', PASSWORD)
    await press('Sign in')
    await expect.poll(() => document.activeElement?.ariaBusy).toBe('true')
    expect(focused()).toMatch(/^Sign in/)
    await expectFocusOn("You're signed in.")
  })
})

function Order() {
  const client = useAuthClient()
  const { guard } = useStepUp()
  const { mutate, data } = useMutation({
    mutationFn: guard(async (what: string) => {
      const response = await client.fetch('/orders', { method: 'POST', body: what })
      return (await response.json()) as { placed: string }
    }),
  })
  return (
    <>
      <button type="button" onClick={() => mutate('tea')}>
        Order tea
      </button>
      {data && <p>Ordered {data.placed}</p>}
    </>
  )
}
