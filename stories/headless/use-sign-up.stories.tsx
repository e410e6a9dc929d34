import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { PASSWORD, sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { SignUpForm } from './use-sign-up.js'

const meta = preview.meta({
  title: 'headless/use-sign-up',
  ...headlessStories('use-sign-up', () => <SignUpForm />, { backend: 'calimatic' }),
})

export const Joins = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await fill('E-mail', 'mary@example.com')
    await fill('Password, 8 letters or more', PASSWORD)
    await press('Join')
    await sees('Open the link that we sent to mary@example.com.')
    await expect(sceneOf(context).server.outbox).toHaveLength(1)
    await press('Use another address')
    await expect(await context.canvas.findByLabelText('E-mail')).toHaveValue('mary@example.com')
  },
})

export const TooShort = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await fill('E-mail', 'mary@example.com')
    await fill('Password, 8 letters or more', 'short')
    await press('Join')
    await sees(/^Use a longer password/)
    const { requests } = sceneOf(context).server
    await expect(requests.filter(({ operation }) => operation === 'sign_up')).toEqual([])
  },
})

export const TooMany = meta.story({
  args: { server: { signUpLimit: { max: 0, perSeconds: 90 } } },
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await fill('E-mail', 'mary@example.com')
    await fill('Password, 8 letters or more', PASSWORD)
    await press('Join')
    await sees('Too many requests. Try again in 1 minute, 30 seconds.')
  },
})
