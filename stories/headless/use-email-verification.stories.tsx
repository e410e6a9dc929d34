import { expect } from 'storybook/test'
import { useState } from 'react'
import preview from '../../.storybook/preview.js'
import { ADA, letPass, sceneOf, type FlowScene } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { VerifyPage } from './use-email-verification.js'

/** The page, and the visitor's mailbox beside it. */
function WithMailbox({ server }: FlowScene) {
  const [token, setToken] = useState<string | null>(null)
  return (
    <>
      <VerifyPage key={token} email={ADA.email} token={token} />
      <button type="button" onClick={() => setToken(server.outbox.at(-1)?.token ?? null)}>
        Open the last mail
      </button>
    </>
  )
}

const meta = preview.meta({
  title: 'headless/use-email-verification',
  ...headlessStories('use-email-verification', (scene) => <WithMailbox {...scene} />, {
    backend: 'authos',
    server: { accounts: [{ ...ADA, emailVerified: false }], requiresVerifiedEmail: false },
    signedInAs: ADA,
  }),
})

export const Verified = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('Send it again')
    await sees(/^Sent\. You can ask for another in/)
    await expect(context.canvas.queryByRole('button', { name: 'Send it again' })).toBeNull()
    await press('Open the last mail')
    await press('Yes, this is my address')
    await sees('ada@example.com is yours.')
  },
})

export const TheLinkIsTooOld = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('Send it again')
    await sees(/^Sent\./)
    await press('Open the last mail')
    letPass(sceneOf(context), 2 * 24 * 3600)
    await press('Yes, this is my address')
    await sees(/link/)
    await expect(context.canvas.getByRole('button', { name: 'Send it again' })).toBeVisible()
  },
})
