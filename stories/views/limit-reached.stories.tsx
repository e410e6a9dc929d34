import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { acme, authos, authSvc } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/limit-reached', tags: ['autodocs'], ...answerStories })

export const TooManySessions = meta.story({
  args: authSvc('sign_in', 429, 'MAX_SESSIONS_REACHED', 'Maximum concurrent sessions reached'),
  play: async ({ canvas }) => {
    await expectAlert(
      canvas,
      "You're signed in on too many devices. Sign out on one of them first.",
    )
    await expectActions(canvas, 'Manage devices', 'Try again', 'Contact support')
    await expect(canvas.getByRole('link', { name: 'Manage devices' })).toHaveAttribute(
      'href',
      '#sessions',
    )
    await expect(canvas.queryByText(/Try again in/)).toBeNull()
  },
})

export const TooManyMembers = meta.story({
  args: authos('organization_manage', 400, 'TEAM_LIMIT_EXCEEDED', 'Max members for tier'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "You've reached the limit for this plan.")
    await expectActions(canvas, 'Contact support', 'Try again')
  },
})

export const TooManyFactors = meta.story({
  args: acme('mfa_enrol', 409, { problem: 'TOO_MANY_FACTORS' }),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "You've added as many as allowed. Remove one first.")
    await expectActions(canvas, 'Contact support', 'Try again')
  },
})
