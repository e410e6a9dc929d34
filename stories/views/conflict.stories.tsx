import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { authos, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/conflict', tags: ['autodocs'], ...answerStories })

export const Exists = meta.story({
  args: intelliauth('profile_update', 409, 'conflict', { resource: 'organization', field: 'slug' }),
  play: async ({ args, canvas, userEvent }) => {
    await expectAlert(canvas, 'That resource already exists.')
    await expectActions(canvas, 'Try again', 'Reload')
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.onAction).toHaveBeenCalledWith('retry')
  },
})

export const ExistsOrHasChanged = meta.story({
  args: authos('organization_manage', 409, 'CONFLICT', 'Resource already exists or state conflict'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'That resource already exists.')
    await expectActions(canvas, 'Try again', 'Reload')
  },
})
