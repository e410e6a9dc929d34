import preview from '../../.storybook/preview.js'
import { ADA, letPass, sceneOf, type FlowPlay } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { StayHere } from './use-session-ending.js'

const meta = preview.meta({
  title: 'headless/use-session-ending',
  ...headlessStories('use-session-ending', () => <StayHere minutes={10} />, {
    backend: 'auth-svc',
    signedInAs: ADA,
  }),
})

async function warned(context: FlowPlay) {
  const steps = headlessSteps(context)
  await steps.sees('Nothing is about to end.')
  letPass(sceneOf(context), 550)
  await context.canvas.findByRole('alertdialog', { name: 'Are you still there?' })
  return steps
}

export const Kept = meta.story({
  play: async (context) => {
    const { press, sees } = await warned(context)
    await press('I am here')
    await sees('Nothing is about to end.')
  },
})

export const NotReached = meta.story({
  play: async (context) => {
    const { press, sees } = await warned(context)
    sceneOf(context).server.force('refresh', 'offline')
    await press('I am here')
    await sees('The server cannot be reached.')
    await press('I am here')
    await sees('Nothing is about to end.')
  },
})
