import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { creationOptions } from '../../test/components/platform-passkeys.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import { scriptedSceneOf, type ScriptedArgs } from '../scripted-scene.js'
import { MyPasskeys } from './use-passkeys.js'

const LIST = 'GET /api/auth/passkeys'
const PHONE = { id: 'p1', name: 'Phone', created_at: '2026-01-15T12:00:00Z' }
const LAPTOP = { id: 'p2', name: 'Laptop', created_at: '2026-02-15T12:00:00Z' }

const ARGS: ScriptedArgs = {
  backend: 'authos',
  signedIn: true,
  routes: {
    [LIST]: [{ body: [PHONE] }, { body: [PHONE, LAPTOP] }, { body: [LAPTOP] }],
    'POST /api/auth/passkeys/register/start': {
      body: { challenge_id: 'c1', options: { publicKey: creationOptions() } },
    },
    'POST /api/auth/passkeys/register/finish': { body: { success: true, passkey_id: 'p2' } },
    'DELETE /api/auth/passkeys/p1': { body: { success: true } },
  },
}

const meta = preview.meta({
  title: 'headless/use-passkeys',
  ...scriptedHeadlessStories('use-passkeys', () => <MyPasskeys />),
  args: ARGS,
})

export const MadeAndTakenAway = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    const { platform } = scriptedSceneOf(context)
    await press('Make a passkey')
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    platform.open()[0]?.confirm()
    await sees('Your passkey is ready.')
    await press('Take away Laptop')
    await press('Take away Phone')
    await waitFor(() => expect(context.canvas.getAllByRole('listitem')).toHaveLength(1))
  },
})

export const ADialogThatWasClosed = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    const { platform } = scriptedSceneOf(context)
    await press('Make a passkey')
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    platform.open()[0]?.fail('NotAllowedError')
    await sees("That didn't finish. Try again or use another method.")
  },
})
