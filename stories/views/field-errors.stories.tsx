import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectAlert, expectToFit } from '../expectations.js'
import { NARROW } from '../surroundings.js'
import { authos, authSvc, calimatic, edgebase, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/field-errors', tags: ['autodocs'], ...answerStories })

export const InTheServersWords = meta.story({
  args: intelliauth('sign_up', 422, 'validation_failed', {
    fields: { email: 'This domain is not on the guest list.', nickname: ['Too silly.'] },
  }),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Check the form and try again.')
    await expect(canvas.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'This domain is not on the guest list.',
      'Too silly.',
    ])
  },
})

export const ALimitFromTheDocuments = meta.story({
  args: edgebase('sign_up', 400, 'Password must be at least 8 characters.'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Check the form and try again.')
    await expect(canvas.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Use a password with 8 or more characters.',
    ])
  },
})

export const EmptyFields = meta.story({
  args: edgebase('sign_in', 400, 'Email and password are required.'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Check the form and try again.')
    await expect(canvas.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Enter your email.',
      'Enter your password.',
    ])
  },
})

export const AFormatByItsCode = meta.story({
  args: authos('sign_up', 400, 'INVALID_EMAIL', 'Invalid email format'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Check the form and try again.')
    await expect(canvas.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Enter an email address in the format name@example.com.',
    ])
  },
})

export const AWrongCurrentPassword = meta.story({
  args: authSvc('password_change', 401, 'UNAUTHORIZED', 'Invalid credentials', { field: 'email' }),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Check the form and try again.')
    await expect(canvas.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'The password is incorrect. Try again.',
    ])
  },
})

export const OneFieldNamedInTheMessage = meta.story({
  args: calimatic('sign_up', 400, 'VALIDATION_ERROR', 'email: Invalid email'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Check the form and try again.')
    await expect(canvas.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Invalid email',
    ])
  },
})

export const NoFieldAtAll = meta.story({
  args: authSvc('profile_update', 400, 'BAD_REQUEST', 'Request body failed validation'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Check the form and try again.')
    await expect(canvas.queryByRole('list')).toBeNull()
  },
})

export const LongTextOn320Pixels = meta.story({
  args: intelliauth('sign_up', 422, 'validation_failed', {
    fields: {
      slug: `Use-letters-only-${'very-'.repeat(20)}long-names-are-not-taken. `.repeat(4),
    },
  }),
  ...NARROW,
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'Check the form and try again.')
    await expect(canvas.getByRole('listitem')).toHaveTextContent(/…$/)
    await expectToFit()
  },
})
