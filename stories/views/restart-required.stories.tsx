import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { acme, authos, edgebase, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/restart-required', tags: ['autodocs'], ...answerStories })

export const TookTooLong = meta.story({
  args: intelliauth('mfa_challenge', 410, 'flow_expired'),
  play: async ({ args, canvas, userEvent }) => {
    await expectPanel(canvas, 'Start over', 'This sign-in took too long. Start over.')
    await expectActions(canvas, 'Start over', 'Go to the home page')
    await userEvent.click(canvas.getByRole('button', { name: 'Start over' }))
    await expect(args.onAction).toHaveBeenCalledWith('restart')
  },
})

export const Lost = meta.story({
  args: intelliauth('mfa_challenge', 400, 'flow_invalid'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Start over', 'Sign-in session lost. Start over.')
    await expectActions(canvas, 'Start over', 'Go to the home page')
  },
})

export const SecurityCheckFailed = meta.story({
  args: intelliauth('oauth_callback', 400, 'state_mismatch'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'Start over',
      'Sign-in security check failed. Start from the home page.',
    )
    await expectActions(canvas, 'Start over', 'Go to the home page')
  },
})

export const ProviderTookTooLong = meta.story({
  args: edgebase('oauth_callback', 400, 'Invalid or expired OAuth state.'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Start over', 'This sign-in took too long. Start over.')
    await expectActions(canvas, 'Start over', 'Go to the home page')
  },
})

export const DeviceCodeExpired = meta.story({
  args: authos('device_poll', 400, 'DEVICE_CODE_EXPIRED', 'Device code expired'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Start over', 'The code on your device has expired. Start over.')
    await expectActions(canvas, 'Start over', 'Go to the home page')
  },
})

export const SettingUpTookTooLong = meta.story({
  args: authos('mfa_enrol', 400, 'BAD_REQUEST', 'MFA setup expired, please retry'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Start over', 'Setting up took too long. Start over.')
    await expectActions(canvas, 'Start over', 'Go to the home page')
  },
})

export const AnotherDevice = meta.story({
  args: {
    ...acme('sign_in', 409, { problem: 'OTHER_DEVICE' }),
    can: ['emailCode', 'restart'],
  },
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'Continue on your other device',
      'Open the link on the device where you started, or start over here.',
    )
    await expectActions(canvas, 'Email me a code', 'Start over', 'Go to the home page')
  },
})
