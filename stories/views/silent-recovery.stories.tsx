import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions } from '../expectations.js'
import { authos, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/silent-recovery', tags: ['autodocs'], ...answerStories })

export const RefreshesTheToken = meta.story({
  args: intelliauth('api_call', 401, 'token_expired'),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Working on it')
    await expectActions(canvas)
  },
})

export const RetriesOnce = meta.story({
  args: intelliauth('silent_auth', 401, 'silent_auth_failed'),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Working on it')
    await expectActions(canvas)
  },
})

export const AnAccessTokenThatHasExpired = meta.story({
  args: {
    ...authos('api_call', 401, 'TOKEN_EXPIRED', 'JWT has expired'),
    context: { hadToken: true },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Working on it')
    await expectActions(canvas)
  },
})
