import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert, expectToFit } from '../expectations.js'
import { NARROW } from '../surroundings.js'
import { authos, edgebase, intelliauth } from '../wire-answers.js'

const meta = preview.meta({
  title: 'views/blocked-by-policy',
  tags: ['autodocs'],
  ...answerStories,
})

export const InThePolicysWords = meta.story({
  args: intelliauth('sign_in', 403, 'step_blocked', {
    step: 'office_hours',
    reason: 'Sign-in is open from 8:00 to 18:00.',
  }),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "This action isn't allowed. Contact your administrator.")
    await expectActions(canvas, 'Contact support', 'Use another account')
    await expect(canvas.getByText('Sign-in is open from 8:00 to 18:00.')).toBeVisible()
  },
})

export const AHook = meta.story({
  args: edgebase('sign_in', 403, "Auth hook 'beforeSignIn' rejected the operation."),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "This action isn't allowed. Contact your administrator.")
    await expectActions(canvas, 'Contact support', 'Use another account')
    await expect(canvas.queryByText(/beforeSignIn/)).toBeNull()
  },
})

export const SuspiciousSignIn = meta.story({
  args: authos('sign_in', 403, 'FORBIDDEN', 'Suspicious login detected. Please contact support.'),
  play: async ({ canvas }) => {
    await expectAlert(
      canvas,
      'This sign-in was stopped for your safety. Contact your administrator.',
    )
    await expectActions(canvas, 'Contact support', 'Use another account')
  },
})

export const LongTextOn320Pixels = meta.story({
  args: intelliauth('sign_in', 403, 'step_blocked', {
    step: 'terms',
    reason: `Accept the terms at ${'https://example.com/'.repeat(12)} first. `.repeat(3),
  }),
  ...NARROW,
  play: async ({ canvas }) => {
    await expectAlert(canvas, "This action isn't allowed. Contact your administrator.")
    await expectActions(canvas, 'Contact support', 'Use another account')
    await expect(canvas.getByText(/^Accept the terms at .*…$/)).toBeVisible()
    await expectToFit()
  },
})

export const TextOfTheOtherDirection = meta.story({
  args: intelliauth('sign_in', 403, 'step_blocked', {
    step: 'office_hours',
    reason: 'تسجيل الدخول متاح من 8:00 إلى 18:00.',
  }),
  play: async ({ canvas }) => {
    await expectAlert(canvas, "This action isn't allowed. Contact your administrator.")
    await expectActions(canvas, 'Contact support', 'Use another account')
    const text = canvas.getByText(/^تسجيل الدخول/)
    await expect(getComputedStyle(text).direction).toBe('rtl')
  },
})
