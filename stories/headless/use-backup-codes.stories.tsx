import { expect } from 'storybook/test'
import { SignedIn, SignedOut } from '../../src/index.js'
import preview from '../../.storybook/preview.js'
import { authenticatorCode, GRACE, PASSWORD, sceneOf, type FlowPlay } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { BackupCodesPage } from './use-backup-codes.js'

const meta = preview.meta({
  title: 'headless/use-backup-codes',
  ...headlessStories(
    'use-backup-codes',
    () => (
      <>
        <SignedIn>
          <BackupCodesPage />
        </SignedIn>
        <SignedOut>Nobody is signed in.</SignedOut>
      </>
    ),
    { backend: 'calimatic' },
  ),
})

/** Somebody with a second factor has signed in. */
async function signedIn(context: FlowPlay) {
  const scene = sceneOf(context)
  const { client } = scene
  const asked = await client.signIn({ email: GRACE.email, password: PASSWORD })
  if (asked.kind !== 'mfa_required') throw new Error(`Nobody asked for a code: ${asked.kind}.`)
  const { challenge } = asked
  await client.verifyMfa({ challenge, factor: 'totp', code: authenticatorCode(scene) })
  return headlessSteps(context)
}

export const NewOnes = meta.story({
  play: async (context) => {
    const { fill, press, sees } = await signedIn(context)
    await sees('Codes left: 2')
    await fill('Code from your app', authenticatorCode(sceneOf(context)))
    await press('Give me new codes')
    await sees('Your new codes:')
    await expect(context.canvas.getAllByRole('listitem')).toHaveLength(10)
    await press('I have written them down')
    await sees('Codes left: 10')
  },
})

export const WrongCode = meta.story({
  play: async (context) => {
    const { fill, press, sees } = await signedIn(context)
    await fill('Code from your app', '000000')
    await press('Give me new codes')
    await sees(/^That code didn't work/)
    await sees('Codes left: 2')
  },
})
