import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { authos, authSvc, betterAuth, calimatic, edgebase } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/done', tags: ['autodocs'], ...answerStories })

export const SignedOutAlready = meta.story({
  args: authSvc('sign_out', 401, 'TOKEN_EXPIRED', 'JWT access token has expired'),
  play: async ({ args, canvas, userEvent }) => {
    await expectPanel(canvas, 'Done', "You're signed out.")
    await expectActions(canvas, 'Continue', 'Go to the home page', 'Back')
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await expect(args.onAction).toHaveBeenCalledWith('retry')
  },
})

export const SessionEndedAlready = meta.story({
  args: calimatic('session_manage', 409, 'CONFLICT', 'The session is already inactive.'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Done', 'That session has ended.')
    await expectActions(canvas, 'Continue', 'Go to the home page', 'Back')
  },
})

export const InvitationAcceptedAlready = meta.story({
  args: authos('invitation_accept', 400, 'INVITATION_ALREADY_ACCEPTED', 'Invitation already used'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Done', 'You already accepted this invitation.')
    await expectActions(canvas, 'Continue', 'Go to the home page', 'Back')
  },
})

export const MfaOnAlready = meta.story({
  args: edgebase('mfa_enrol', 409, 'TOTP factor already enrolled. Disable it first.', {
    slug: 'mfa-already-enrolled',
  }),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Done', 'MFA is already on.')
    await expectActions(canvas, 'Continue', 'Go to the home page', 'Back')
  },
})

export const EmailVerifiedAlready = meta.story({
  args: betterAuth('email_resend', 400, 'EMAIL_ALREADY_VERIFIED', 'Email is already verified'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Done', 'Your email is verified.')
    await expectActions(canvas, 'Continue', 'Go to the home page', 'Back')
  },
})

export const NobodyIsToldWhoHasAnAccount = meta.story({
  args: calimatic('password_forgot', 404, 'USER_NOT_FOUND', 'User not found'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Done', 'If an account matches, we sent a message to it.')
    await expectActions(canvas, 'Continue', 'Go to the home page', 'Back')
  },
})
