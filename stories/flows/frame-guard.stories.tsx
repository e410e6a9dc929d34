import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { FrameGuard, SignIn } from '../../src/index.js'
import { flowStories, sceneOf } from '../flow-scene.js'
import { FlowScreen } from '../flow-screen.js'
import { languageOf } from '../surroundings.js'

const meta = preview.meta({ title: 'flows/frame-guard', ...flowStories })

// Storybook shows each story in a frame of its own origin.
export const InAFrameThatIsListed = meta.story({
  render: (_, { loaded, globals }) => (
    <FlowScreen scene={sceneOf({ loaded })} {...languageOf(globals)}>
      <FrameGuard allow={[window.location.origin]}>
        <SignIn />
      </FrameGuard>
    </FlowScreen>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Email')).toBeVisible()
  },
})

export const InAnotherFrame = meta.story({
  render: (_, { loaded, globals }) => (
    <FlowScreen scene={sceneOf({ loaded })} {...languageOf(globals)}>
      <FrameGuard allow={[]}>
        <SignIn />
      </FrameGuard>
    </FlowScreen>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Not allowed' })).toBeVisible()
    await expect(canvas.queryByLabelText('Email')).toBeNull()
    await expect(canvas.getByRole('link', { name: 'Continue (opens in a new tab)' })).toBeVisible()
  },
})
