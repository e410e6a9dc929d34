import { expect, spyOn } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Caught } from '../../test/components/caught.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import type { ScriptedArgs } from '../scripted-scene.js'
import { RenameMe } from './use-required-action.js'

const ROUTE = 'PATCH /auth/profile'

const ARGS: ScriptedArgs = {
  backend: 'edgebase',
  signedIn: true,
  routes: { [ROUTE]: { body: { user: { id: 'u1', email: 'ada@example.com' } } } },
}

const meta = preview.meta({
  title: 'headless/use-required-action',
  ...scriptedHeadlessStories('use-required-action', () => (
    <Caught>
      <RenameMe />
    </Caught>
  )),
  args: ARGS,
})

export const TheBackendHasIt = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('Call me Countess')
    await sees('As you wish, Countess.')
  },
})

export const TheBackendLacksIt = meta.story({
  args: { backend: 'calimatic' },
  beforeEach() {
    // React reports what a boundary has caught.
    const quiet = spyOn(console, 'error').mockImplementation(() => undefined)
    return () => quiet.mockRestore()
  },
  play: async (context) => {
    const { sees } = headlessSteps(context)
    await sees(/^Gatewright: the calimatic backend has no action "updateProfile"\./)
    await expect(context.canvas.queryByRole('button')).toBeNull()
  },
})
