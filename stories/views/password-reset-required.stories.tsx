import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { intelliauth } from '../wire-answers.js'

const meta = preview.meta({
  title: 'views/password-reset-required',
  tags: ['autodocs'],
  ...answerStories,
})

export const SetANewPassword = meta.story({
  args: intelliauth('sign_in', 403, 'password_must_be_reset'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Set a new password', 'Set a new password to continue.')
    await expectActions(canvas, 'Set new password', 'Back')
    await expect(canvas.getByRole('link', { name: 'Set new password' })).toHaveAttribute(
      'href',
      '#reset-password',
    )
  },
})

export const InsideTheFlow = meta.story({
  args: {
    ...intelliauth('sign_in', 403, 'password_must_be_reset', { flow_id: 'flow_1' }),
    can: ['setPassword', 'restart'],
  },
  play: async ({ args, canvas, userEvent }) => {
    await expectPanel(canvas, 'Set a new password', 'Set a new password to continue.')
    await expectActions(canvas, 'Set new password', 'Back')
    await userEvent.click(canvas.getByRole('button', { name: 'Set new password' }))
    await expect(args.onAction).toHaveBeenCalledWith('setPassword')
  },
})

export const ByMail = meta.story({
  args: { ...intelliauth('sign_in', 403, 'password_must_be_reset'), email: 'ada@example.com' },
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Set a new password', 'Set a new password to continue.')
    await expect(canvas.getByText('ada@example.com')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Send reset link' })).toBeEnabled()
    await expectActions(canvas, 'Back')
  },
})
