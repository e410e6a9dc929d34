import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { PasswordChecklist } from './use-password-policy.js'

const meta = preview.meta({
  title: 'headless/use-password-policy',
  ...headlessStories('use-password-policy', () => <PasswordChecklist />, {
    backend: 'calimatic',
    server: { passwordMinLength: 12 },
  }),
})

export const TheBackendsOwn = meta.story({
  play: async (context) => {
    const { fill, sees } = headlessSteps(context)
    await sees('· long enough: 12')
    await fill('New password', 'Wind tunnel 1953')
    await sees('✓ long enough: 12')
  },
})

export const TheBackendDoesNotSay = meta.story({
  args: { backend: 'edgebase' },
  play: async (context) => {
    const { fill, sees } = headlessSteps(context)
    await fill('New password', 'short')
    await sees('· long enough: 8')
    await expect(context.canvas.getAllByRole('listitem')).toHaveLength(1)
  },
})
