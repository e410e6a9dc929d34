import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { requestOptions } from '../../test/components/platform-passkeys.js'
import { jwt } from '../../test/components/scripted-server.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import { scriptedSceneOf, type ScriptedArgs } from '../scripted-scene.js'
import { QuickSignIn } from './use-passkey-autofill.js'

const OPTIONS = { 'POST /auth/passkeys/auth-options': { body: { options: requestOptions() } } }
const AUTHENTICATE = 'POST /auth/passkeys/authenticate'
const SESSION = {
  accessToken: jwt({ sub: 'u1' }),
  refreshToken: 'r',
  user: { id: 'u1', email: 'ada@example.com' },
}

const ARGS: ScriptedArgs = {
  backend: 'edgebase',
  autofill: true,
  routes: { ...OPTIONS, [AUTHENTICATE]: { body: SESSION } },
}

const meta = preview.meta({
  title: 'headless/use-passkey-autofill',
  ...scriptedHeadlessStories('use-passkey-autofill', () => <QuickSignIn />),
  args: ARGS,
})

export const Chosen = meta.story({
  play: async (context) => {
    const { platform } = scriptedSceneOf(context)
    await expect(context.canvas.getByLabelText('E-mail')).toHaveAttribute(
      'autocomplete',
      'username webauthn',
    )
    await waitFor(() => expect(platform.open()[0]?.mediation).toBe('conditional'))
    platform.open()[0]?.confirm()
    await headlessSteps(context).sees('You are in.')
  },
})

export const UnknownToTheServer = meta.story({
  args: {
    routes: {
      ...OPTIONS,
      [AUTHENTICATE]: {
        status: 400,
        body: { code: 400, message: 'Unknown credential.', slug: 'invalid-input' },
      },
    },
  },
  play: async (context) => {
    const { platform } = scriptedSceneOf(context)
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    platform.open()[0]?.confirm('old')
    await headlessSteps(context).sees('No passkey here fits this account. Use another method.')
  },
})
