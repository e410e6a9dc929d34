import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { authSvc, betterAuth } from '../wire-answers.js'

const meta = preview.meta({
  title: 'views/verification-required',
  tags: ['autodocs'],
  ...answerStories,
})

export const EmailWithItsAddress = meta.story({
  args: {
    ...authSvc('sign_in', 403, 'ACCOUNT_NOT_VERIFIED', 'Email address has not been verified'),
    email: 'ada@example.com',
  },
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'Verify your email',
      'Verify your email before signing in. Check your inbox for a link.',
    )
    await expectActions(canvas, 'Continue', 'Back')
    await expect(canvas.getByText('ada@example.com')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Send the email again' })).toBeEnabled()
  },
})

export const EmailOfAnUnknownAddress = meta.story({
  args: authSvc('sign_in', 403, 'ACCOUNT_NOT_VERIFIED', 'Email address has not been verified'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'Verify your email',
      'Verify your email before signing in. Check your inbox for a link.',
    )
    await expectActions(canvas, 'Continue', 'Back')
    await expect(canvas.queryByRole('button', { name: 'Send the email again' })).toBeNull()
  },
})

export const Phone = meta.story({
  args: betterAuth('sign_in', 401, 'PHONE_NUMBER_NOT_VERIFIED', 'Phone number not verified'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'Verify your phone number',
      'Verify your phone number before signing in. We sent you a code.',
    )
    await expectActions(canvas, 'Continue', 'Back')
  },
})

export const RightToLeft = meta.story({
  args: {
    ...authSvc('sign_in', 403, 'ACCOUNT_NOT_VERIFIED', 'Email address has not been verified'),
    email: 'ada@example.com',
  },
  globals: { direction: 'rtl' },
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'Verify your email',
      'Verify your email before signing in. Check your inbox for a link.',
    )
    await expectActions(canvas, 'Continue', 'Back')
    await expect(getComputedStyle(canvas.getByRole('region')).direction).toBe('rtl')
  },
})
