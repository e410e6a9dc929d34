import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { News } from './use-toasts.js'

const meta = preview.meta({
  title: 'headless/use-toasts',
  ...headlessStories('use-toasts', () => <News />, { backend: 'edgebase', signedInAs: ADA }),
})

export const GoneAndBack = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await context.canvas.findByRole('button', { name: 'Count my devices' })
    window.dispatchEvent(new Event('offline'))
    await sees('No network.')
    window.dispatchEvent(new Event('online'))
    await sees('The network is back.')
    await press('I see')
    await waitFor(() => expect(context.canvas.queryByRole('button', { name: 'I see' })).toBeNull())
  },
})

export const ShownByTheApp = meta.story({
  play: async (context) => {
    const { server } = sceneOf(context)
    const { press, sees } = headlessSteps(context)
    const restore = server.force('session_manage', 'offline', { times: Infinity })
    await press('Count my devices')
    await sees('No answer.')
    restore()
    await press('I see')
    await waitFor(() => expect(context.canvas.queryByRole('button', { name: 'I see' })).toBeNull())
  },
})
