import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { authos, edgebase, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/method-failed', tags: ['autodocs'], ...answerStories })

export const Passkey = meta.story({
  args: {
    ...intelliauth('passkey_authenticate', 401, 'webauthn_failed'),
    can: ['retry', 'chooseMethod'],
  },
  play: async ({ canvas }) => {
    await expectAlert(canvas, "Couldn't verify with your device. Try another method.")
    await expectActions(canvas, 'Use another method', 'Try again')
  },
})

export const TextMessage = meta.story({
  args: intelliauth('mfa_send_code', 502, 'sms_send_failed'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "Couldn't send the code. Try again or use another method.")
    await expectActions(canvas, 'Try again')
  },
})

export const Email = meta.story({
  args: authos('email_resend', 500, 'EMAIL_SEND_FAILED', 'Email delivery failed'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "Couldn't send the email. Try again or use another method.")
    await expectActions(canvas, 'Try again')
  },
})

export const InTheProvidersWords = meta.story({
  args: edgebase('oauth_callback', 400, 'OAuth error: The organization has not approved this app.'),
  play: async ({ canvas }) => {
    await expectAlert(
      canvas,
      "Signing in with that provider didn't work. Try again or use another method.",
    )
    await expectActions(canvas, 'Try again')
    await expect(canvas.getByText('The organization has not approved this app.')).toBeVisible()
  },
})
