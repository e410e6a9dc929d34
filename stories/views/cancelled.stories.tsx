import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { betterAuth, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/cancelled', tags: ['autodocs'], ...answerStories })

export const ByATimeout = meta.story({
  args: {
    ...betterAuth('passkey_authenticate', 400, 'AUTH_CANCELLED', 'Authentication was cancelled'),
    can: ['retry', 'chooseMethod'],
  },
  play: async ({ args, canvas, userEvent }) => {
    await expectAlert(canvas, "That didn't finish. Try again or use another method.")
    await expectActions(canvas, 'Try again', 'Use another method')
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.onAction).toHaveBeenCalledWith('retry')
  },
})

/** Nothing has to be said: the form is as it was. */
export const ByTheUser = meta.story({
  args: intelliauth('oauth_callback', 400, 'access_denied'),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent(/^$/)
    await expectActions(canvas)
  },
})
