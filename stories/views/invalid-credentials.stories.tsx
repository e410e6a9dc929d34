import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectAlert, expectToFit } from '../expectations.js'
import { NARROW } from '../surroundings.js'
import { authSvc, calimatic, edgebase, intelliauth } from '../wire-answers.js'

const meta = preview.meta({
  title: 'views/invalid-credentials',
  tags: ['autodocs'],
  ...answerStories,
})

const SENTENCE = 'The email or password is incorrect.'

export const WrongEmailOrPassword = meta.story({
  args: intelliauth('sign_in', 401, 'invalid_credentials'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, SENTENCE)
    await expectActions(canvas, 'Reset password')
    await expect(canvas.getByRole('link', { name: 'Reset password' })).toHaveAttribute(
      'href',
      '#reset-password',
    )
  },
})

export const TheHintOfTheServerIsNotPassedOn = meta.story({
  args: authSvc('sign_in', 401, 'UNAUTHORIZED', 'Invalid credentials', { field: 'email' }),
  play: async ({ canvas }) => {
    await expectAlert(canvas, SENTENCE)
    await expectActions(canvas, 'Reset password')
  },
})

export const NobodyIsToldWhoHasAnAccount = meta.story({
  args: calimatic('sign_in', 404, 'USER_NOT_FOUND', 'User not found'),
  play: async ({ canvas }) => {
    await expectAlert(canvas, SENTENCE)
    await expectActions(canvas, 'Reset password')
  },
})

export const German = meta.story({
  args: edgebase('sign_in', 401, 'Invalid credentials.'),
  globals: { locale: 'de' },
  play: async ({ canvas }) => {
    await expectAlert(canvas, 'E-Mail-Adresse oder Passwort ist nicht korrekt.')
    await expectActions(canvas, 'Passwort zurücksetzen')
  },
})

export const On320Pixels = meta.story({
  args: intelliauth('sign_in', 401, 'invalid_credentials'),
  ...NARROW,
  play: async ({ canvas }) => {
    await expectAlert(canvas, SENTENCE)
    await expectActions(canvas, 'Reset password')
    await expectToFit()
  },
})
