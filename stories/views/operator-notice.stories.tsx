import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { authos, edgebase, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/operator-notice', tags: ['autodocs'], ...answerStories })

export const WebhookDelivery = meta.story({
  args: intelliauth('webhook_delivery', 502, 'receiver_5xx'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Something went wrong. Try again shortly.')
    await expectActions(canvas, 'Try again', 'Contact support')
  },
})

export const Scim = meta.story({
  args: authos('scim', 409, 'SCIM_USER_EXISTS', 'User already exists'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Something went wrong. Try again shortly.')
    await expectActions(canvas, 'Try again', 'Contact support')
  },
})

export const AdminKey = meta.story({
  args: edgebase('admin', 403, 'Service Key required for admin auth operations.'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Something went wrong. Try again shortly.')
    await expectActions(canvas, 'Try again', 'Contact support')
  },
})
