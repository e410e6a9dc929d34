import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import type { ScriptedArgs } from '../scripted-scene.js'
import { Providers } from './use-oauth.js'

const ROUTE = 'POST /sign-in/social'
const navigate = fn()

const ARGS: ScriptedArgs = {
  backend: 'better-auth',
  routes: { [ROUTE]: { body: { url: 'https://accounts.google.example/', redirect: true } } },
}

const meta = preview.meta({
  title: 'headless/use-oauth',
  ...scriptedHeadlessStories('use-oauth', () => <Providers navigate={navigate} />),
  args: ARGS,
})

export const Leaves = meta.story({
  play: async (context) => {
    navigate.mockClear()
    const { press, sees } = headlessSteps(context)
    await press('Go on with Google')
    await sees('Off to Google…')
    await expect(navigate).toHaveBeenCalledWith('https://accounts.google.example/')
  },
})

export const NotSetUp = meta.story({
  args: {
    routes: {
      [ROUTE]: {
        status: 404,
        body: { code: 'PROVIDER_NOT_FOUND', message: 'Provider not found' },
      },
    },
  },
  play: async (context) => {
    navigate.mockClear()
    await headlessSteps(context).press('Go on with GitHub')
    await waitFor(() => expect(context.canvas.getByRole('alert')).not.toBeEmptyDOMElement())
    await expect(navigate).not.toHaveBeenCalled()
  },
})
