import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { calimatic, edgebase, authos, intelliauth } from '../wire-answers.js'

const meta = preview.meta({
  title: 'views/configuration-error',
  tags: ['autodocs'],
  ...answerStories,
})

export const UnknownClient = meta.story({
  args: calimatic('sign_in', 401, 'INVALID_CLIENT', 'Unknown client.'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      "Sign-in isn't set up",
      'Sign-in configuration error. Contact support.',
    )
    await expectActions(canvas, 'Contact support', 'Go to the home page', 'Back')
    await expect(canvas.getByRole('link', { name: 'Contact support' })).toHaveAttribute(
      'href',
      '#support',
    )
  },
})

export const RedirectAddress = meta.story({
  args: intelliauth('oauth_start', 400, 'invalid_redirect_uri'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      "Sign-in isn't set up",
      'Sign-in configuration error. Contact support.',
    )
    await expectActions(canvas, 'Contact support', 'Go to the home page', 'Back')
  },
})

export const Scope = meta.story({
  args: intelliauth('oauth_start', 400, 'invalid_scope'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      "Sign-in isn't set up",
      "Permission requested isn't allowed for this app.",
    )
    await expectActions(canvas, 'Contact support', 'Go to the home page', 'Back')
  },
})

export const Provider = meta.story({
  args: edgebase('oauth_start', 400, 'OAuth provider github is not enabled.'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      "Sign-in isn't set up",
      'Sign-in configuration error. Contact support.',
    )
    await expectActions(canvas, 'Contact support', 'Go to the home page', 'Back')
  },
})

export const Saml = meta.story({
  args: authos('sso_callback', 400, 'SAML_SIGNATURE_INVALID', 'SAML signature failed'),
  play: async ({ canvas }) => {
    await expectPanel(
      canvas,
      "Sign-in isn't set up",
      'Sign-in configuration error. Contact support.',
    )
    await expectActions(canvas, 'Contact support', 'Go to the home page', 'Back')
  },
})
