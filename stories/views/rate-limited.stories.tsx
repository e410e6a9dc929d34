import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { authos, authSvc, calimatic, edgebase, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/rate-limited', tags: ['autodocs'], ...answerStories })

export const TheHeaderNamesTheSeconds = meta.story({
  args: {
    ...authSvc('sign_in', 429, 'RATE_LIMITED', 'Too many requests in the time window'),
    headers: { 'Retry-After': '42' },
  },
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Too many requests. Try again in 42 seconds.')
    await expectActions(canvas, 'Contact support', 'Use another account')
  },
})

export const TheHeaderNamesTheInstant = meta.story({
  args: {
    ...calimatic('sign_in', 429, 'RATE_LIMITED', 'Too many requests.'),
    headers: { 'Retry-After': 'Mon, 05 Jan 2026 09:02:00 GMT' },
  },
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Too many requests. Try again in 2 minutes.')
    await expectActions(canvas, 'Contact support', 'Use another account')
  },
})

export const NoTimeIsKnown = meta.story({
  args: calimatic('sign_in', 429, 'RATE_LIMITED', 'Too many requests.'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Too many requests. Try again in a moment.')
    await expectActions(canvas, 'Contact support', 'Use another account')
  },
})

export const TooManySignIns = meta.story({
  args: edgebase('sign_in', 429, 'Too many login attempts. Try again later.'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Too many sign-in attempts. Try again in about 1 minute.')
    await expectActions(canvas, 'Contact support', 'Use another account')
  },
})

export const TooManySignUps = meta.story({
  args: edgebase('sign_up', 429, 'Too many signup attempts. Please try again later.'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Too many sign-up attempts. Try again in about 1 minute.')
    await expectActions(canvas, 'Contact support', 'Use another account')
  },
})

export const TooManyMails = meta.story({
  args: authos(
    'password_forgot',
    429,
    'TOO_MANY_REQUESTS',
    'Too many password reset requests. Please try again later.',
  ),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Too many email requests. Try again in about 1 hour.')
    await expectActions(canvas, 'Contact support', 'Use another account')
  },
})

export const TooManyTextMessages = meta.story({
  args: intelliauth('mfa_send_code', 429, 'sms_rate_limited', { retry_after_s: 30 }),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Too many code requests. Try again in 30 seconds.')
    await expectActions(canvas, 'Contact support', 'Use another account')
  },
})

export const ALimiterInPlainText = meta.story({
  args: {
    backend: 'authos',
    operation: 'sign_in',
    status: 429,
    body: 'Too Many Requests! Wait for 7s',
  },
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Too many requests. Try again in 7 seconds.')
    await expectActions(canvas, 'Contact support', 'Use another account')
  },
})
