import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { authSvc, calimatic, edgebase, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/sign-in-required', tags: ['autodocs'], ...answerStories })

export const Expired = meta.story({
  args: intelliauth('refresh', 401, 'session_expired'),
  play: async ({ args, canvas, userEvent }) => {
    await expectPanel(canvas, 'Sign in again', 'Your session has ended. Sign in to continue.')
    await expectActions(canvas, 'Sign in', 'Go to the home page')
    await userEvent.click(canvas.getByRole('button', { name: 'Sign in' }))
    await expect(args.onAction).toHaveBeenCalledWith('restart')
  },
})

export const Revoked = meta.story({
  args: intelliauth('refresh', 401, 'session_revoked'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'Sign in again',
      'Your session has been revoked. Sign in to continue.',
    )
    await expectActions(canvas, 'Sign in', 'Go to the home page')
  },
})

export const ReuseDetected = meta.story({
  args: edgebase('refresh', 401, 'Refresh token reuse detected. Session revoked.'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      'Sign in again',
      'For your safety we signed you out everywhere. Sign in to continue.',
    )
    await expectActions(canvas, 'Sign in', 'Go to the home page')
  },
})

export const Invalid = meta.story({
  args: edgebase('refresh', 401, 'Invalid refresh token.'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Sign in again', 'Your session has ended. Sign in to continue.')
    await expectActions(canvas, 'Sign in', 'Go to the home page')
  },
})

export const Missing = meta.story({
  args: authSvc('api_call', 401, 'UNAUTHORIZED', 'Unauthorized'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Sign in again', 'Sign in to continue.')
    await expectActions(canvas, 'Sign in', 'Go to the home page')
  },
})

export const NotSignedInAtTheProvider = meta.story({
  args: intelliauth('silent_auth', 400, 'login_required'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Sign in again', 'Sign in to continue.')
    await expectActions(canvas, 'Sign in', 'Go to the home page')
  },
})

export const TheSecondRefreshFailed = meta.story({
  args: {
    ...calimatic('api_call', 401, 'INVALID_TOKEN', 'The access token is invalid.'),
    context: { attempt: 2, hadToken: true },
  },
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Sign in again', 'Your session has ended. Sign in to continue.')
    await expectActions(canvas, 'Sign in', 'Go to the home page')
  },
})
