import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert } from '../expectations.js'
import { betterAuth, calimatic, edgebase } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/account-exists', tags: ['autodocs'], ...answerStories })

export const Email = meta.story({
  args: edgebase('sign_up', 409, 'Email already registered.'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'An account with this email already exists. Sign in instead.')
    await expectActions(canvas, 'Sign in instead', 'Reset password')
    await expect(canvas.getByRole('link', { name: 'Sign in instead' })).toHaveAttribute(
      'href',
      '#sign-in',
    )
  },
})

export const EmailByTheOperation = meta.story({
  args: calimatic('sign_up', 409, 'CONFLICT', 'The email address is already registered.'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'An account with this email already exists. Sign in instead.')
    await expectActions(canvas, 'Sign in instead', 'Reset password')
  },
})

export const Phone = meta.story({
  args: edgebase('sign_up', 409, 'Phone number already registered.', {
    slug: 'phone-already-exists',
  }),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'An account with this phone number already exists. Sign in instead.')
    await expectActions(canvas, 'Sign in instead', 'Reset password')
  },
})

export const Username = meta.story({
  args: betterAuth('sign_up', 422, 'USERNAME_IS_ALREADY_TAKEN', 'Username is already taken'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'This username is taken. Choose another or sign in.')
    await expectActions(canvas, 'Sign in instead')
  },
})

export const ProvidersAccount = meta.story({
  args: edgebase('account_link', 409, 'This OAuth account is already linked to another user.'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'This sign-in is already linked to another account.')
    await expectActions(canvas, 'Sign in instead', 'Contact support')
  },
})
