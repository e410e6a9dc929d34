import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { acme } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/details-required', tags: ['autodocs'], ...answerStories })

export const NameAndPhone = meta.story({
  args: {
    ...acme('sign_in', 409, {
      problem: 'DETAILS_MISSING',
      token: 'pending_1',
      missing: ['firstName', 'phone'],
    }),
    can: ['submitDetails', 'restart'],
  },
  play: async ({ args, canvas, userEvent }) => {
    await expectPanel(canvas, 'A few more details', 'We need a few more details to continue.')
    await expectActions(canvas, 'Back', 'Contact support')
    await userEvent.type(canvas.getByRole('textbox', { name: 'First name' }), 'Ada')
    await userEvent.type(canvas.getByRole('textbox', { name: 'Phone number' }), '+442079460000')
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await expect(args.onAction).toHaveBeenCalledWith('submitDetails', {
      firstName: 'Ada',
      phone: '+442079460000',
    })
  },
})

export const AFieldOfTheBackendsOwn = meta.story({
  args: {
    ...acme('sign_in', 409, { problem: 'DETAILS_MISSING', missing: ['costCentre'] }),
    can: ['submitDetails', 'restart'],
  },
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'A few more details', 'We need a few more details to continue.')
    await expectActions(canvas, 'Back', 'Contact support')
    await expect(canvas.getByRole('textbox', { name: 'costCentre' })).toBeRequired()
  },
})
