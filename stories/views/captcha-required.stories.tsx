import { expect, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { BROKEN_CAPTCHA, captchaCheckbox } from '../captcha-checkbox.js'
import { edgebase, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/captcha-required', tags: ['autodocs'], ...answerStories })

const captcha = captchaCheckbox(() => 'token_1')

const REQUIRED = edgebase('sign_in', 403, 'Captcha verification required.', {
  data: { captcha_required: true },
})

export const Required = meta.story({
  args: { ...REQUIRED, captcha },
  play: async ({ args, canvas, userEvent }) => {
    await expectAlert(canvas, 'Complete the security check to continue.')
    await expectActions(canvas, 'Contact support', 'Start over')
    const check = canvas.getByRole('group', { name: 'Security check' })
    await userEvent.click(await within(check).findByRole('checkbox', { name: 'I am a person' }))
    await expect(args.onAction).toHaveBeenCalledWith('solveCaptcha', 'token_1')
  },
})

export const Failed = meta.story({
  args: {
    ...edgebase('sign_in', 403, 'Captcha verification failed.', {
      data: { captcha_required: true },
    }),
    captcha,
  },
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'The security check failed. Try again.')
    await expect(await canvas.findByRole('checkbox', { name: 'I am a person' })).not.toBeChecked()
    await expectActions(canvas, 'Contact support', 'Start over')
  },
})

export const WithTheSiteKeyOfTheServer = meta.story({
  args: {
    ...intelliauth('sign_in', 403, 'captcha_required', {
      provider: 'turnstile',
      site_key: '0x4AAAAAAADnPIDROrmt1Wwj',
      action: 'login',
    }),
    captcha,
  },
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Complete the security check to continue.')
    await expect(await canvas.findByRole('checkbox')).toHaveAttribute(
      'data-site-key',
      '0x4AAAAAAADnPIDROrmt1Wwj',
    )
    await expectActions(canvas, 'Contact support', 'Start over')
  },
})

export const TheTokenExpires = meta.story({
  args: { ...REQUIRED, captcha },
  play: async ({ canvas, userEvent }) => {
    const box = await canvas.findByRole('checkbox', { name: 'I am a person' })
    await userEvent.dblClick(box)
    await expectAlert(canvas, 'The security check expired. Complete it again.')
    await expectActions(canvas, 'Contact support', 'Start over')
  },
})

export const TheCheckCannotLoad = meta.story({
  args: { ...REQUIRED, captcha: BROKEN_CAPTCHA },
  play: async ({ canvas }) => {
    await expectAlert(canvas, "The security check couldn't load. Try again or contact support.")
    await expectActions(canvas, 'Try again', 'Contact support', 'Start over')
  },
})

export const AnAppWithoutACaptcha = meta.story({
  args: REQUIRED,
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Complete the security check to continue.')
    await expectActions(canvas, 'Try again', 'Contact support')
  },
})
