import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { acme, intelliauth } from '../wire-answers.js'

const meta = preview.meta({
  title: 'views/interaction-required',
  tags: ['autodocs'],
  ...answerStories,
})

export const Consent = meta.story({
  args: intelliauth('oauth_callback', 400, 'consent_required'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'One more step', 'Approve the requested permissions to continue.')
    await expectActions(canvas, 'Continue', 'Back')
  },
})

export const Interaction = meta.story({
  args: intelliauth('silent_auth', 400, 'interaction_required'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'One more step', 'Continue in the sign-in window.')
    await expectActions(canvas, 'Continue', 'Back')
  },
})

export const AnotherPlace = meta.story({
  args: acme('sign_in', 409, { problem: 'MOVED', link: 'https://eu.example.com/continue' }),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'One more step', 'Continue in the sign-in window.')
    await expectActions(canvas, 'Continue (eu.example.com)', 'Back')
    await expect(canvas.getByRole('link', { name: 'Continue (eu.example.com)' })).toHaveAttribute(
      'href',
      'https://eu.example.com/continue',
    )
  },
})

export const AnAddressThatIsNoWebPage = meta.story({
  args: acme('sign_in', 409, { problem: 'MOVED', link: 'javascript:alert(1)' }),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'One more step', 'Continue in the sign-in window.')
    await expectActions(canvas, 'Continue', 'Back')
    await expect(canvas.queryByRole('link', { name: 'Continue' })).toBeNull()
  },
})
