import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { authos, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/step-up-required', tags: ['autodocs'], ...answerStories })

export const ByTheFlow = meta.story({
  args: {
    ...intelliauth('api_call', 401, 'step_up_required', { required_aal: 2 }),
    can: ['reauthenticate', 'cancel'],
  },
  play: async ({ args, canvas, userEvent }) => {
    await expectPanel(canvas, "Confirm it's you", "To continue, confirm it's you.")
    await expectActions(canvas, 'Confirm', 'Cancel')
    await userEvent.click(canvas.getByRole('button', { name: 'Confirm' }))
    await expect(args.onAction).toHaveBeenCalledWith('reauthenticate')
  },
})

export const ByAPlaceOfTheApp = meta.story({
  args: authos('api_call', 401, 'MFA_REQUIRED', 'MFA verification needed'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, "Confirm it's you", "To continue, confirm it's you.")
    await expectActions(canvas, 'Confirm', 'Back')
    await expect(canvas.getByRole('link', { name: 'Confirm' })).toHaveAttribute('href', '#sign-in')
  },
})
