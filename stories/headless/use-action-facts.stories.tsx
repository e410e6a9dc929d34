import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import type { ScriptedArgs } from '../scripted-scene.js'
import { AddressSettings } from './use-action-facts.js'

const ARGS: ScriptedArgs = { backend: 'edgebase', signedIn: true, routes: {} }

const meta = preview.meta({
  title: 'headless/use-action-facts',
  ...scriptedHeadlessStories('use-action-facts', () => <AddressSettings />),
  args: ARGS,
})

export const TheBackendHasIt = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Change my address' })).toBeVisible()
  },
})

export const TheBackendLacksIt = meta.story({
  args: { backend: 'calimatic' },
  play: async (context) => {
    const { sees } = headlessSteps(context)
    await sees('Ask support to change your address.')
    await expect(context.canvas.queryByRole('button')).toBeNull()
  },
})
