import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import type { ScriptedArgs } from '../scripted-scene.js'
import { WaysIn } from './use-account-linking.js'

const LIST = 'GET /auth/identities'

function identities(canUnlink: boolean, ...providers: readonly string[]) {
  const rows = providers.map((provider) => ({ id: provider, kind: 'oauth', provider, canUnlink }))
  return { body: { identities: rows } }
}

const navigate = fn()

const ARGS: ScriptedArgs = {
  backend: 'edgebase',
  signedIn: true,
  routes: {
    [LIST]: [identities(true, 'google', 'github'), identities(false, 'google')],
    'DELETE /auth/identities/github': { body: { ok: true } },
    'POST /auth/oauth/link/github': { body: { redirectUrl: 'https://github.example/' } },
  },
}

const meta = preview.meta({
  title: 'headless/use-account-linking',
  ...scriptedHeadlessStories('use-account-linking', () => <WaysIn navigate={navigate} />),
  args: ARGS,
})

export const TakenAwayAndAdded = meta.story({
  play: async (context) => {
    navigate.mockClear()
    const { press, sees } = headlessSteps(context)
    await press('Take away GitHub')
    await sees('GitHub is gone.')
    await press('Add GitHub')
    await waitFor(() => expect(navigate).toHaveBeenCalledWith('https://github.example/'))
  },
})

export const TheLastOne = meta.story({
  args: { routes: { [LIST]: identities(false, 'google') } },
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('Take away Google')
    await sees('This is your only way to sign in. Add another one before you remove it.')
  },
})
