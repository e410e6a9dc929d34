import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { BACKENDS } from '../backends.js'
import { ADA, PASSWORD, sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { Devices } from './use-sessions.js'

const { beforeEach, ...stories } = headlessStories('use-sessions', () => <Devices />, {
  backend: 'auth-svc',
  signedInAs: ADA,
})

const meta = preview.meta({
  title: 'headless/use-sessions',
  ...stories,
  async beforeEach(context) {
    const { server } = sceneOf(context)
    const elsewhere = createAuthClient({
      backend: BACKENDS['auth-svc'],
      fetch: server.fetch,
      name: 'elsewhere',
    })
    await elsewhere.signIn({ email: ADA.email, password: PASSWORD })
    await beforeEach(context)
  },
})

export const OneEnded = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await sees(/^Device 1.*\(this one\)$/)
    await press('Sign out device 2')
    await waitFor(() => expect(context.canvas.getAllByRole('listitem')).toHaveLength(1))
  },
})

export const TheServerFails = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await context.canvas.findByRole('button', { name: 'Sign out device 2' })
    sceneOf(context).server.force('session_manage', { status: 500 })
    await press('Sign out device 2')
    await sees('Something went wrong on our side. Try again shortly.')
    await expect(context.canvas.getAllByRole('listitem')).toHaveLength(2)
  },
})
