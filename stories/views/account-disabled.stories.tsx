import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { authSvc, edgebase, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/account-disabled', tags: ['autodocs'], ...answerStories })

export const Disabled = meta.story({
  args: intelliauth('sign_in', 403, 'account_disabled'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'Account unavailable',
      'This account has been disabled. Contact your administrator.',
    )
    await expectActions(canvas, 'Contact your administrator', 'Use another account')
  },
})

export const Suspended = meta.story({
  args: authSvc('sign_in', 403, 'ACCOUNT_SUSPENDED', 'Account has been suspended by an admin'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'Account unavailable',
      'This account has been suspended. Contact your administrator.',
    )
    await expectActions(canvas, 'Contact your administrator', 'Use another account')
    await expect(canvas.getByText('Details')).toBeVisible()
  },
})

export const DisabledBySlug = meta.story({
  args: edgebase('sign_in', 403, 'Account is disabled.', { slug: 'account-disabled' }),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'Account unavailable',
      'This account has been disabled. Contact your administrator.',
    )
    await expectActions(canvas, 'Contact your administrator', 'Use another account')
  },
})
