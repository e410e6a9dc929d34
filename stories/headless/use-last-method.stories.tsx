import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { rememberMethod } from '../../src/client/last-method.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import type { ScriptedArgs } from '../scripted-scene.js'
import { LastTime } from './use-last-method.js'

const ARGS: ScriptedArgs = { backend: 'edgebase', routes: {} }

const meta = preview.meta({
  title: 'headless/use-last-method',
  ...scriptedHeadlessStories('use-last-method', () => <LastTime />),
  args: ARGS,
})

export const Remembered = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    rememberMethod('google')
    await sees(/^Last time you came in with google\./)
    await press('Forget that')
    await sees('How would you like to sign in?')
  },
})

export const FirstVisit = meta.story({
  play: async (context) => {
    await headlessSteps(context).sees('How would you like to sign in?')
    await expect(context.canvas.queryByRole('button')).toBeNull()
  },
})
