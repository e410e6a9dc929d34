import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { calimatic, intelliauth } from '../wire-answers.js'

const meta = preview.meta({
  title: 'views/mfa-enrolment-required',
  tags: ['autodocs'],
  ...answerStories,
})

export const BeforeSignIn = meta.story({
  args: intelliauth('sign_in', 403, 'mfa_enrolment_required', { allowed_factors: ['totp'] }),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Set up MFA', 'We need to set up MFA before you can sign in.')
    await expectActions(canvas, 'Set up now', 'Back')
    await expect(canvas.getByRole('link', { name: 'Set up now' })).toHaveAttribute(
      'href',
      '#set-up-mfa',
    )
  },
})

export const ForThisAction = meta.story({
  args: {
    ...calimatic('mfa_manage', 400, 'MFA_NOT_ENROLLED', 'The user has not enrolled TOTP.'),
    can: ['enrolMfa', 'restart'],
  },
  play: async ({ args, canvas, userEvent }) => {
    await expectPanel(canvas, 'Set up MFA', 'Set up MFA first to use this.')
    await expectActions(canvas, 'Set up now', 'Back')
    await userEvent.click(canvas.getByRole('button', { name: 'Set up now' }))
    await expect(args.onAction).toHaveBeenCalledWith('enrolMfa')
  },
})

export const InTheSignInItself = meta.story({
  args: intelliauth('sign_in', 403, 'mfa_enrolment_required', {
    flow_id: 'flow_1',
    allowed_factors: ['totp'],
  }),
  play: async ({ args, canvas, userEvent }) => {
    await expectPanel(canvas, 'Set up MFA', 'We need to set up MFA before you can sign in.')
    await userEvent.click(await canvas.findByRole('button', { name: 'Set up now' }))
    await expect(await canvas.findByRole('button', { name: 'Continue' })).toBeVisible()
    await expect(canvas.getByRole('heading', { name: 'Set up MFA' })).toHaveFocus()
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }))
    await expect(args.onAction).toHaveBeenCalledWith('restart')
  },
})
