import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/network-error', tags: ['autodocs'], ...answerStories })

export const NoAnswerInTime = meta.story({
  args: { backend: 'calimatic', operation: 'sign_in', network: 'timeout' },
  play: async ({ args, canvas, userEvent }) => {
    await expectAlert(canvas, 'Connection issue. Check your internet and try again.')
    await expectActions(canvas, 'Try again')
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.onAction).toHaveBeenCalledWith('retry')
  },
})

export const Offline = meta.story({
  args: { backend: 'calimatic', operation: 'sign_in', network: 'offline' },
  play: async ({ canvas }) => {
    await expectAlert(canvas, "You're offline. We'll be ready when your connection is back.")
    await expectActions(canvas, 'Try again')
  },
})

export const ToldByTheServer = meta.story({
  args: intelliauth('sign_in', 503, 'network_error'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Connection issue. Check your internet and try again.')
    await expectActions(canvas, 'Try again')
  },
})
