import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/stale', tags: ['autodocs'], ...answerStories })

export const ChangedMeanwhile = meta.story({
  args: intelliauth('profile_update', 412, 'precondition_failed'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Something changed since you started. Refresh and try again.')
    await expectActions(canvas, 'Reload')
  },
})
