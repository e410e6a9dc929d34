import preview from '../../.storybook/preview.js'
import { jwt } from '../../test/components/scripted-server.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import type { ScriptedArgs } from '../scripted-scene.js'
import { JustLooking } from './use-anonymous-sign-in.js'

const ROUTE = 'POST /auth/signin/anonymous'

const ARGS: ScriptedArgs = {
  backend: 'edgebase',
  routes: {
    [ROUTE]: {
      status: 201,
      body: { accessToken: jwt({ sub: 'g1' }), refreshToken: 'r', user: { id: 'g1' } },
    },
  },
}

const meta = preview.meta({
  title: 'headless/use-anonymous-sign-in',
  ...scriptedHeadlessStories('use-anonymous-sign-in', () => <JustLooking />),
  args: ARGS,
})

export const LetIn = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('I am just looking')
    await sees('Look around, guest.')
  },
})

export const NoGuests = meta.story({
  args: {
    routes: {
      [ROUTE]: {
        status: 404,
        body: { code: 404, message: 'Anonymous authentication is not enabled.' },
      },
    },
  },
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('I am just looking')
    await sees("This sign-in method isn't available. Use another one.")
  },
})
