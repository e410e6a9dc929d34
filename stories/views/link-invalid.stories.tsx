import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { authos, edgebase } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/link-invalid', tags: ['autodocs'], ...answerStories })

export const VerificationExpired = meta.story({
  args: {
    ...edgebase('email_verify', 400, 'Verification token has expired. Please request a new one.'),
    can: ['requestLink', 'restart'],
  },
  play: async ({ args, canvas, userEvent }) => {
    await expectPanel(
      canvas,
      'This link no longer works',
      'This link has expired or was already used. Request a new one.',
    )
    await expectActions(canvas, 'Request a new link', 'Sign in')
    await userEvent.click(canvas.getByRole('button', { name: 'Request a new link' }))
    await expect(args.onAction).toHaveBeenCalledWith('requestLink')
  },
})

export const ResetInvalid = meta.story({
  args: edgebase('password_reset', 400, 'Invalid or expired password reset token.'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'This link no longer works',
      'This link has expired or was already used. Request a new one.',
    )
    await expectActions(canvas, 'Request a new link', 'Sign in')
    await expect(canvas.getByRole('link', { name: 'Request a new link' })).toHaveAttribute(
      'href',
      '#reset-password',
    )
  },
})

export const MagicLinkExpired = meta.story({
  args: {
    ...authos('sign_in', 400, 'BAD_REQUEST', 'Magic link has expired'),
    can: ['requestLink', 'restart'],
  },
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'This link no longer works',
      'This link has expired or was already used. Request a new one.',
    )
    await expectActions(canvas, 'Request a new link', 'Sign in')
  },
})

export const VerificationUsed = meta.story({
  args: authos('email_verify', 400, 'BAD_REQUEST', 'Verification token has already been used'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'This link no longer works',
      'This link was already used. Try signing in.',
    )
    await expectActions(canvas, 'Sign in')
  },
})

export const InvitationExpired = meta.story({
  args: authos('invitation_accept', 400, 'INVITATION_EXPIRED', 'Invitation link expired'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'This link no longer works',
      'This invitation has expired. Ask for a new one.',
    )
    await expectActions(canvas, 'Contact support', 'Sign in')
  },
})
