import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { SignOutButton } from './use-sign-out.js'

const meta = preview.meta({
  title: 'headless/use-sign-out',
  ...headlessStories('use-sign-out', () => <SignOutButton />, {
    backend: 'calimatic',
    signedInAs: ADA,
  }),
})

export const SignsOut = meta.story({
  play: async (context) => {
    const { client, server } = sceneOf(context)
    const { press, sees } = headlessSteps(context)
    await press('Sign out')
    await sees('See you soon.')
    await expect(client.getSession()).toEqual({ status: 'signed_out' })
    await waitFor(() =>
      expect(server.requests.at(-1)).toMatchObject({ operation: 'sign_out', status: 200 }),
    )
  },
})

export const TheServerIsAway = meta.story({
  play: async (context) => {
    const { client, server } = sceneOf(context)
    const { press, sees } = headlessSteps(context)
    server.force('sign_out', 'offline')
    await press('Sign out')
    await sees('See you soon.')
    await expect(client.getSession()).toEqual({ status: 'signed_out' })
  },
})
