import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { authSvc, authos, edgebase, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/server-error', tags: ['autodocs'], ...answerStories })

export const WithAReference = meta.story({
  args: intelliauth('sign_in', 500, 'server_error'),
  play: async ({ canvas, userEvent }) => {
    await expectAlert(canvas, 'Something went wrong on our side. Try again shortly.')
    await expectActions(canvas, 'Try again', 'Contact support')
    await userEvent.click(canvas.getByText('Details'))
    await expect(canvas.getByText('req_01J9ZK4T7Q')).toBeVisible()
  },
})

export const Unavailable = meta.story({
  args: intelliauth('sign_in', 503, 'service_unavailable'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "We're temporarily unavailable. Check status.")
    await expectActions(canvas, 'Check status', 'Try again')
    await expect(canvas.getByRole('link', { name: 'Check status' })).toHaveAttribute(
      'href',
      '#status',
    )
  },
})

export const APageOfHtml = meta.story({
  args: {
    backend: 'auth-svc',
    operation: 'sign_in',
    status: 502,
    body: '<html><body>Bad Gateway</body></html>',
  },
  play: async ({ canvas }) => {
    await expectAlert(canvas, "We're temporarily unavailable. Check status.")
    await expectActions(canvas, 'Check status', 'Try again')
  },
})

export const CaptchaService = meta.story({
  args: edgebase('sign_in', 503, 'Captcha service unavailable.'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "The security check isn't working right now. Try again shortly.")
    await expectActions(canvas, 'Try again', 'Contact support')
  },
})

export const Billing = meta.story({
  args: authos('organization_manage', 500, 'STRIPE_ERROR', 'Billing system error'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Something went wrong on our side. Try again shortly.')
    await expectActions(canvas, 'Try again', 'Contact support')
  },
})

export const ACustomStepTookTooLong = meta.story({
  args: intelliauth('sign_in', 504, 'step_timeout'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Something went wrong on our side. Try again shortly.')
    await expectActions(canvas, 'Try again', 'Contact support')
  },
})

export const German = meta.story({
  args: authSvc('sign_in', 500, 'INTERNAL', 'Unexpected error'),
  globals: { locale: 'de' },
  play: async ({ canvas }) => {
    await expectAlert(
      canvas,
      'Bei uns ist etwas schiefgegangen. Versuchen Sie es in Kürze noch einmal.',
    )
    await expectActions(canvas, 'Noch einmal versuchen', 'Support kontaktieren')
  },
})
