import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert, expectDark } from '../expectations.js'
import { authos, authSvc, calimatic, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/account-locked', tags: ['autodocs'], ...answerStories })

const ACTIONS = ['Reset password', 'Contact support', 'Use another account'] as const

export const TheServerNamesTheSeconds = meta.story({
  args: intelliauth('sign_in', 423, 'account_locked', { retry_after_s: 90 }),
  play: async ({ args, canvas, userEvent }) => {
    await expectAlert(canvas, 'Too many failed attempts. Try again in 1 minute, 30 seconds.')
    await expectActions(canvas, ...ACTIONS)
    await userEvent.click(canvas.getByRole('button', { name: 'Use another account' }))
    await expect(args.onAction).toHaveBeenCalledWith('otherAccount')
  },
})

export const TheRelayNamesTheSeconds = meta.story({
  args: calimatic('sign_in', 423, 'ACCOUNT_LOCKED', 'The account has been locked.', {
    remainingLockoutSeconds: 600,
  }),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Too many failed attempts. Try again in 10 minutes.')
    await expectActions(canvas, ...ACTIONS)
  },
})

export const TheDocumentsNameTheMinutes = meta.story({
  args: authSvc('sign_in', 423, 'ACCOUNT_LOCKED', 'Too many failed login attempts'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Too many failed attempts. Try again in about 15 minutes.')
    await expectActions(canvas, ...ACTIONS)
  },
})

export const NobodyKnowsTheTime = meta.story({
  args: authos('sign_in', 401, 'ACCOUNT_LOCKED', 'Too many failed attempts'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Too many failed attempts. Try again in a few minutes.')
    await expectActions(canvas, ...ACTIONS)
  },
})

export const TheTimeIsOver = meta.story({
  args: intelliauth('sign_in', 423, 'account_locked', { retry_after_s: 0 }),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'You can try again now.')
    await expectActions(canvas, ...ACTIONS)
  },
})

export const Dark = meta.story({
  args: intelliauth('sign_in', 423, 'account_locked', { retry_after_s: 90 }),
  globals: { theme: 'dark' },
  play: async ({ canvas, canvasElement }) => {
    await expectAlert(canvas, 'Too many failed attempts. Try again in 1 minute, 30 seconds.')
    await expectActions(canvas, ...ACTIONS)
    await expectDark(canvasElement)
  },
})
