import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { authos, authSvc } from '../wire-answers.js'

const meta = preview.meta({
  title: 'views/permission-denied',
  tags: ['autodocs'],
  ...answerStories,
})

export const Role = meta.story({
  args: authSvc('api_call', 403, 'FORBIDDEN', 'Insufficient permissions for this operation'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "You don't have permission to do that.")
    await expectActions(canvas, 'Ask for access', 'Use another account', 'Go to the home page')
    await expect(canvas.getByRole('link', { name: 'Ask for access' })).toHaveAttribute(
      'href',
      '#support',
    )
  },
})

export const InactiveOrganization = meta.story({
  args: authos('sign_in', 403, 'ORGANIZATION_NOT_ACTIVE', 'Organization is not active'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "Your organization isn't active. Contact your administrator.")
    await expectActions(canvas, 'Ask for access', 'Use another account', 'Go to the home page')
  },
})

export const NotAMember = meta.story({
  args: authos(
    'sign_in',
    403,
    'NOT_ORGANIZATION_MEMBER',
    'You are not a member of this organization',
  ),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "You're not a member of this organization. Ask for access.")
    await expectActions(canvas, 'Ask for access', 'Use another account', 'Go to the home page')
  },
})

export const PlatformOwnerOnly = meta.story({
  args: authos('admin', 403, 'PLATFORM_OWNER_REQUIRED', 'Platform owner access needed'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "You don't have permission to do that.")
    await expectActions(canvas, 'Ask for access', 'Use another account', 'Go to the home page')
  },
})
