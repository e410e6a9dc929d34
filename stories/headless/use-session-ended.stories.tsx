import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, PASSWORD, sceneOf, type FlowPlay } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { KeepThePage } from './use-session-ended.js'

const meta = preview.meta({
  title: 'headless/use-session-ended',
  ...headlessStories(
    'use-session-ended',
    () => (
      <KeepThePage>
        <label>
          Letter <input />
        </label>
      </KeepThePage>
    ),
    { backend: 'auth-svc', signedInAs: ADA },
  ),
})

/** Somebody writes, and the server ends the session. */
async function interrupted(context: FlowPlay, code: string) {
  const steps = headlessSteps(context)
  const { client, server } = sceneOf(context)
  await steps.fill('Letter', 'Dear')
  server.force('refresh', { status: 401, code })
  await client.refresh()
  return steps
}

export const SignedInAgain = meta.story({
  play: async (context) => {
    const { canvas } = context
    const { fill, press, sees } = await interrupted(context, 'TOKEN_REVOKED')
    await sees('Your session was ended.')
    await expect(canvas.getByLabelText('E-mail')).toHaveValue(ADA.email)
    await fill('Password', PASSWORD)
    await press('Go on')
    await waitFor(() => expect(canvas.queryByRole('heading')).toBeNull())
    await expect(canvas.getByLabelText('Letter')).toHaveValue('Dear')
  },
})

export const WrongPassword = meta.story({
  play: async (context) => {
    const { fill, press, sees } = await interrupted(context, 'TOKEN_EXPIRED')
    await sees('You were away for long.')
    await fill('Password', 'wrong password')
    await press('Go on')
    await sees('That is not the password.')
    await expect(context.canvas.getByLabelText('Letter')).toHaveValue('Dear')
  },
})
