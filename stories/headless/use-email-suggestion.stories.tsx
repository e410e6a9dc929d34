import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { NewsletterForm } from './use-email-suggestion.js'

const onJoin = fn()

const meta = preview.meta({
  title: 'headless/use-email-suggestion',
  ...headlessStories('use-email-suggestion', () => <NewsletterForm onJoin={onJoin} />, {
    backend: 'edgebase',
  }),
})

export const Taken = meta.story({
  play: async (context) => {
    const { fill, press } = headlessSteps(context)
    await fill('E-mail', 'ada@gmial.com')
    await press('Did you mean ada@gmail.com?')
    await expect(context.canvas.getByLabelText('E-mail')).toHaveValue('ada@gmail.com')
    await press('Send me news')
    await expect(onJoin).toHaveBeenLastCalledWith('ada@gmail.com')
  },
})

export const LeftAlone = meta.story({
  play: async (context) => {
    const { fill, press } = headlessSteps(context)
    await fill('E-mail', 'ada@gmial.com')
    await context.canvas.findByRole('button', { name: 'Did you mean ada@gmail.com?' })
    await press('Send me news')
    await expect(onJoin).toHaveBeenLastCalledWith('ada@gmial.com')
  },
})
