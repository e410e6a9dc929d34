import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { authos, authSvc, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/invalid-code', tags: ['autodocs'], ...answerStories })

export const AuthenticatorApp = meta.story({
  args: {
    ...intelliauth('mfa_challenge', 401, 'totp_invalid'),
    can: ['retry', 'chooseMethod'],
  },
  play: async ({ args, canvas, userEvent }) => {
    await expectAlert(canvas, "That code didn't work. Check your authenticator app and try again.")
    await expectActions(canvas, 'Use another method', 'Try again')
    await userEvent.click(canvas.getByRole('button', { name: 'Use another method' }))
    await expect(args.onAction).toHaveBeenCalledWith('chooseMethod')
  },
})

export const BackupCode = meta.story({
  args: intelliauth('mfa_challenge', 401, 'backup_code_invalid'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "That backup code didn't work.")
    await expectActions(canvas, 'Try again')
    await expect(canvas.getByText('Each backup code works only once.')).toBeVisible()
  },
})

export const TheFactorIsKnownFromTheCall = meta.story({
  args: {
    ...authSvc('mfa_challenge', 400, 'MFA_INVALID_CODE', 'The TOTP/OTP code is incorrect'),
    context: { factor: 'totp' },
  },
  play: async ({ canvas }) => {
    await expectAlert(canvas, "That code didn't work. Check your authenticator app and try again.")
    await expectActions(canvas, 'Try again')
  },
})

export const TheFactorIsNotKnown = meta.story({
  args: authSvc('mfa_challenge', 400, 'MFA_INVALID_CODE', 'The TOTP/OTP code is incorrect'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "That code didn't work. Try again.")
    await expectActions(canvas, 'Try again')
  },
})

export const CodeFromAnotherDevice = meta.story({
  args: authos('device_verify', 400, 'INVALID_DEVICE_CODE', 'Device code not found'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "That code didn't work. Check the code on your other device.")
    await expectActions(canvas, 'Try again')
  },
})
