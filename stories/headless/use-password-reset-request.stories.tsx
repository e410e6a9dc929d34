import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { ForgottenPassword } from './use-password-reset-request.js'

const meta = preview.meta({
  title: 'headless/use-password-reset-request',
  ...headlessStories('use-password-reset-request', () => <ForgottenPassword />, {
    backend: 'authos',
  }),
})

export const Sent = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await press('Send me a link')
    await sees('Enter your email.')
    await fill('E-mail', ADA.email)
    await press('Send me a link')
    await sees('If ada@example.com is one of ours, a link is on its way.')
    await sees(/^You can ask for another in/)
    await expect(sceneOf(context).server.outbox).toHaveLength(1)
  },
})

export const TheServerFails = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    sceneOf(context).server.force('password_forgot', { status: 500 })
    await fill('E-mail', ADA.email)
    await press('Send me a link')
    await sees('Something went wrong on our side. Try again shortly.')
    await expect(context.canvas.getByLabelText('E-mail')).toHaveValue(ADA.email)
  },
})
