import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectActions, expectPanel, expectToFit } from '../expectations.js'
import { NARROW } from '../surroundings.js'
import { acme, intelliauth } from '../wire-answers.js'

const meta = preview.meta({
  title: 'views/selection-required',
  tags: ['autodocs'],
  ...answerStories,
})

export const Organization = meta.story({
  args: {
    ...acme('sign_in', 409, {
      problem: 'CHOOSE_ORGANIZATION',
      token: 'pending_1',
      choices: [
        { id: 'org_1', label: 'Analytical Engines' },
        { id: 'org_2', label: 'شركة الآلات' },
      ],
    }),
    can: ['choose', 'restart'],
  },
  play: async ({ args, canvas, userEvent }) => {
    await expectPanel(canvas, 'Choose how to continue', 'Choose an organization to continue.')
    await expectActions(canvas, 'Back', 'Contact support')
    await userEvent.click(canvas.getByRole('button', { name: 'شركة الآلات' }))
    await expect(args.onAction).toHaveBeenCalledWith('choose', 'org_2')
  },
})

export const AccountWithoutAList = meta.story({
  args: intelliauth('silent_auth', 400, 'account_selection_required'),
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Choose how to continue', 'Choose an account to continue.')
    await expectActions(canvas, 'Back', 'Contact support')
  },
})

export const LongNamesOn320Pixels = meta.story({
  args: {
    ...acme('sign_in', 409, {
      problem: 'CHOOSE_ACCOUNT',
      choices: [
        { id: '1', label: 'augusta.ada.king.countess.of.lovelace@analytical-engines.example.com' },
        {
          id: '2',
          label: 'The Royal Society of London for Improving Natural Knowledge, Computing',
        },
      ],
    }),
    can: ['choose', 'restart'],
  },
  ...NARROW,
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Choose how to continue', 'Choose an account to continue.')
    await expectActions(canvas, 'Back', 'Contact support')
    await expectToFit()
  },
})
