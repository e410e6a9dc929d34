import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { KnockKnock } from './use-copy.js'

const meta = preview.meta({
  title: 'headless/use-copy',
  ...headlessStories('use-copy', () => <KnockKnock />, { backend: 'authos' }),
})

export const InEnglish = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('Sign in')
    await sees('The email or password is incorrect.')
  },
})

export const InGerman = meta.story({
  globals: { locale: 'de' },
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    sceneOf(context).server.force('sign_in', 'offline')
    await press('Anmelden')
    await sees(/Internet/)
    await expect(context.canvas.getByRole('alert').closest('[lang]')).toHaveAttribute('lang', 'de')
  },
})
