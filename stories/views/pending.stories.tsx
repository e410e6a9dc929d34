import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { authos } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/pending', tags: ['autodocs'], ...answerStories })

export const WaitingForTheOtherDevice = meta.story({
  args: {
    ...authos('device_poll', 400, 'DEVICE_CODE_PENDING', 'Authorization pending'),
    can: ['cancel'],
  },
  play: async ({ args, canvas, userEvent }) => {
    await expectPanel(
      canvas,
      'Waiting for approval',
      'Waiting for you to approve on your other device.',
    )
    await expectActions(canvas, 'Cancel')
    await expect(canvas.getByRole('status')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }))
    await expect(args.onAction).toHaveBeenCalledWith('cancel')
  },
})
