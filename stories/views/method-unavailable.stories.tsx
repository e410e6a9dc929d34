import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { authos, edgebase } from '../wire-answers.js'

const meta = preview.meta({
  title: 'views/method-unavailable',
  tags: ['autodocs'],
  ...answerStories,
})

export const TheAccountUsesAProvider = meta.story({
  args: {
    ...edgebase(
      'sign_in',
      403,
      'This account uses OAuth sign-in. Password login is not available.',
    ),
    can: ['chooseMethod', 'restart'],
  },
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'This account signs in with a different provider.')
    await expectActions(canvas, 'Use another method', 'Start over')
  },
})

export const SingleSignOnOnly = meta.story({
  args: authos(
    'sign_in',
    403,
    'FORBIDDEN',
    "password is disabled for this managed domain. Use your organization's identity provider.",
  ),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Your organization uses single sign-on. Continue there to sign in.')
    await expectActions(canvas, 'Start over')
  },
})

export const NoBackupCodesLeft = meta.story({
  args: authos('mfa_challenge', 400, 'NO_BACKUP_CODES', 'No backup codes available'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'No backup codes are left. Use another method.')
    await expectActions(canvas, 'Contact support', 'Start over')
  },
})

export const NoGuests = meta.story({
  args: edgebase('anonymous_sign_in', 404, 'Anonymous authentication is not enabled.'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "This sign-in method isn't available. Use another one.")
    await expectActions(canvas, 'Start over')
  },
})

export const NoPasswordForGuests = meta.story({
  args: edgebase('password_change', 403, 'Anonymous accounts cannot change password.'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Add an email to your account first.')
    await expectActions(canvas, 'Start over')
  },
})
