import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel } from '../expectations.js'
import { authSvc, authos } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/not-found', tags: ['autodocs'], ...answerStories })

export const Resource = meta.story({
  args: authSvc('api_call', 404, 'NOT_FOUND', 'The requested resource does not exist'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Not found', /^Not found\.$/)
    await expectActions(canvas, 'Go to the home page', 'Back')
    await expect(canvas.getByRole('link', { name: 'Go to the home page' })).toHaveAttribute(
      'href',
      '#home',
    )
  },
})

export const Organization = meta.story({
  args: authos('sign_in', 404, 'NOT_FOUND', 'Organization not found'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Not found', /^Not found\.$/)
    await expectActions(canvas, 'Go to the home page', 'Back')
  },
})
