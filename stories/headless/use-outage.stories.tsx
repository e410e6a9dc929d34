import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, letPass, sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { ServerStatus } from './use-outage.js'

const meta = preview.meta({
  title: 'headless/use-outage',
  ...headlessStories('use-outage', () => <ServerStatus />, {
    backend: 'edgebase',
    signedInAs: ADA,
  }),
})

export const DownAndBack = meta.story({
  play: async (context) => {
    const scene = sceneOf(context)
    const { press, sees } = headlessSteps(context)
    await sees('All is well.')
    const endOutage = scene.server.force('session_manage', { status: 503 }, { times: Infinity })
    await press('Read my sessions')
    await press('Read my sessions')
    await waitFor(
      async () => {
        await press('Read my sessions')
        await expect(scene.client.getOutage()).not.toBeNull()
      },
      { timeout: 10_000 },
    )
    await sees(/^The auth server does not answer\./)

    endOutage()
    letPass(scene, 30)
    await press('Read my sessions')
    await sees('All is well.')
  },
})

export const OneFailureIsNone = meta.story({
  play: async (context) => {
    const { client, server } = sceneOf(context)
    const { press, sees } = headlessSteps(context)
    server.force('session_manage', { status: 503 })
    await press('Read my sessions')
    await expect(client.getOutage()).toBeNull()
    await sees('All is well.')
  },
})
