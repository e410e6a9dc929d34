import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, letPass, sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { NewPasswordForm } from './use-password-reset.js'

const LABEL = 'New password, 8 letters or more'
const NEW_PASSWORD = 'a new password for Ada'

const { beforeEach, ...stories } = headlessStories(
  'use-password-reset',
  ({ server }) => <NewPasswordForm token={server.outbox.at(-1)?.token ?? ''} />,
  { backend: 'edgebase' },
)

const meta = preview.meta({
  title: 'headless/use-password-reset',
  ...stories,
  async beforeEach(context) {
    await beforeEach(context)
    await sceneOf(context).client.requestPasswordReset({ email: ADA.email })
  },
})

export const NewPassword = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await fill(LABEL, 'short')
    await press('Take this one')
    await sees(/^Use a longer password/)
    await fill(LABEL, NEW_PASSWORD)
    await press('Take this one')
    await sees('Sign in with your new password.')
    const credentials = { email: ADA.email, password: NEW_PASSWORD }
    await expect(await sceneOf(context).client.signIn(credentials)).toMatchObject({
      kind: 'signed_in',
    })
  },
})

export const TheLinkIsTooOld = meta.story({
  play: async (context) => {
    const { fill, press } = headlessSteps(context)
    letPass(sceneOf(context), 24 * 3600)
    await fill(LABEL, NEW_PASSWORD)
    await press('Take this one')
    await expect(
      await context.canvas.findByRole('link', { name: 'Ask for another link' }),
    ).toBeVisible()
  },
})
