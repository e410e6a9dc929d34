import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { expectActions } from '../expectations.js'
import { GRACE, letPass, PASSWORD, type FlowPlay } from '../flow-scene.js'
import { signInFlow } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'

const meta = preview.meta({ title: 'flows/mfa-factors', ...signInFlow })

/** The one backend whose challenges may offer all of them. */
const AT = { backend: 'intelliauth' } as const

const SMS = { id: 'factor_2', kind: 'sms', label: '+44 •••• 946' }
const SIGNED_IN = {
  data: { state: 'success', session: { id: 's', user_id: 'u' }, access_token: 'a' },
}

/** A tenant that has set up these factors; what it answers to them is its reference's example. */
function factorSteps(context: FlowPlay) {
  const { canvas, userEvent } = context
  const steps = signInSteps(context)
  const { server, client } = steps.scene
  const answers = (operation: 'mfa_send_code' | 'mfa_challenge', body: object) =>
    server.force(operation, { status: 200, body })
  return {
    ...steps,
    server,
    answers,
    sendsCode: () => answers('mfa_send_code', { data: { kind: 'sms' } }),
    typeCode: async () =>
      userEvent.type(await canvas.findByRole('textbox', { name: 'Code' }), '123456'),
    challengedWith: async (available_factors: readonly unknown[]) => {
      const asked = await client.signIn({ email: GRACE.email, password: PASSWORD })
      const flow_id = asked.kind === 'mfa_required' ? asked.challenge : ''
      const body = { data: { state: 'mfa_required', flow_id, available_factors } }
      server.force('sign_in', { status: 200, body })
      await steps.signInAs(GRACE.email)
      await canvas.findByRole('heading', { name: "Confirm it's you" })
    },
  }
}

export const TextMessage = meta.story({
  args: AT,
  play: async (context) => {
    const { canvas } = context
    const { scene, challengedWith, press, sendsCode, answers, typeCode, expectSignedIn } =
      factorSteps(context)
    await challengedWith([SMS, 'totp'])
    await expect(canvas.getByText(/^We'll text a code to/)).toHaveTextContent('+44 •••• 946')
    sendsCode()
    await press('Send code')
    await expect(await canvas.findByRole('textbox', { name: 'Code' })).toHaveFocus()
    const again = await canvas.findByRole('button', { name: 'Send again in 30 seconds' })
    await expect(again).toHaveAttribute('aria-disabled', 'true')

    letPass(scene, 30)
    sendsCode()
    await press('Send a new code')
    await expect(await canvas.findByText('We sent a new code.')).toBeVisible()
    answers('mfa_challenge', SIGNED_IN)
    await typeCode()
    await expectSignedIn()
  },
})

export const TextMessageThatCannotBeSent = meta.story({
  args: AT,
  play: async (context) => {
    const { server, challengedWith, press, expectMessage } = factorSteps(context)
    await challengedWith(['totp', SMS])
    server.force('mfa_send_code', { code: 'sms_send_failed' })
    await press('Use text message')
    await expectMessage("Couldn't send the code. Try again or use another method.")
    await expectActions(context.canvas, 'Try again', 'Use another method')
    await press('Use another method')
    await expect(
      context.canvas.getByRole('button', { name: 'Use your authenticator app' }),
    ).toHaveFocus()
  },
})

export const TooManyTextMessages = meta.story({
  args: AT,
  play: async (context) => {
    const { server, challengedWith, press, sent } = factorSteps(context)
    await challengedWith([SMS])
    server.force('mfa_send_code', { code: 'sms_rate_limited', details: { retry_after_s: 90 } })
    await press('Send code')
    const waiting = await context.canvas.findByRole('button', { name: /^Send again in 1 minute/ })
    await context.userEvent.click(waiting)
    await expect(sent('mfa_send_code')).toBe(1)
  },
})

const CEREMONY = { data: { kind: 'webauthn', challenge: 'Y2hhbGxlbmdl', rpId: 'localhost' } }

/** Stands in for the person in front of the browser's own dialog. */
function dialog(answer: () => Promise<Credential | null>): () => void {
  const { credentials } = navigator
  Object.defineProperty(credentials, 'get', { configurable: true, value: answer })
  return () => void Reflect.deleteProperty(credentials, 'get')
}

export const PasskeyCancelled = meta.story({
  args: AT,
  play: async (context) => {
    const { canvas } = context
    const { challengedWith, press, answers } = factorSteps(context)
    await challengedWith(['webauthn', 'totp'])
    const undo = dialog(() => Promise.reject(new DOMException('', 'NotAllowedError')))
    try {
      answers('mfa_send_code', CEREMONY)
      await press('Continue')
      const said = await canvas.findByText("That didn't finish. Try again or use another method.")
      await expect(said.closest('[data-tone="notice"]')).toBeVisible()
      await expectActions(canvas, 'Try again', 'Use another method')
      await press('Use your authenticator app')
      await waitFor(() => expect(canvas.getByRole('textbox', { name: 'Code' })).toHaveFocus())
    } finally {
      undo()
    }
  },
})
