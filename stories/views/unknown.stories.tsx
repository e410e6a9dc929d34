import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { authSvc, calimatic } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/unknown', tags: ['autodocs'], ...answerStories })

export const ACodeNobodyHasDocumented = meta.story({
  args: authSvc('sign_in', 418, 'I_AM_A_TEAPOT', 'Short and stout'),
  play: async ({ canvas, userEvent }) => {
    await expectAlert(canvas, 'Something went wrong. Try again shortly.')
    await expectActions(canvas, 'Try again', 'Contact support')
    await expect(canvas.queryByText(/teapot|stout/i)).toBeNull()
    await userEvent.click(canvas.getByText('Details'))
    await expect(canvas.getByText('550e8400-e29b-41d4-a716-446655440000')).toBeVisible()
  },
})

export const NamedUnknownByTheServer = meta.story({
  args: calimatic('sign_in', 418, 'UNKNOWN', 'Something odd'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Something went wrong. Try again shortly.')
    await expectActions(canvas, 'Try again', 'Contact support')
  },
})
