import preview from '../../.storybook/preview.js'
import { letPass, sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { Reopens } from './use-countdown.js'

const OPENING = new WeakMap<object, number>()

const meta = preview.meta({
  title: 'headless/use-countdown',
  ...headlessStories(
    'use-countdown',
    (scene) => {
      // One minute and a half after this story began.
      if (!OPENING.has(scene)) OPENING.set(scene, scene.now() + 90_000)
      return <Reopens opensAt={OPENING.get(scene) ?? null} now={scene.now} />
    },
    { backend: 'edgebase' },
  ),
})

export const CountsDown = meta.story({
  play: async (context) => {
    const { sees } = headlessSteps(context)
    await sees('1 minute, 30 seconds')
    letPass(sceneOf(context), 60)
    await sees('30 seconds')
  },
})

export const AfterALongSleep = meta.story({
  play: async (context) => {
    const { sees } = headlessSteps(context)
    await sees('1 minute, 30 seconds')
    letPass(sceneOf(context), 8 * 3600)
    await sees('The shop is open.')
  },
})
