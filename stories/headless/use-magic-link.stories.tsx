import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, letPass, sceneOf, type FlowScene } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { LinkPage } from './use-magic-link.js'

const lastToken = ({ server }: FlowScene) => server.outbox.at(-1)?.token ?? ''

const { beforeEach, ...stories } = headlessStories(
  'use-magic-link',
  (scene) => <LinkPage token={lastToken(scene)} />,
  { backend: 'edgebase' },
)

const meta = preview.meta({
  title: 'headless/use-magic-link',
  ...stories,
  async beforeEach(context) {
    await beforeEach(context)
    await sceneOf(context).client.perform('requestMagicLink', { email: ADA.email })
  },
})

export const Followed = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    const { server } = sceneOf(context)
    await context.canvas.findByRole('button', { name: 'Sign me in' })
    await expect(server.requests.some(({ operation }) => operation === 'sign_in')).toBe(false)
    await press('Sign me in')
    await sees('You are in as ada@example.com.')
  },
})

export const TooOld = meta.story({
  play: async (context) => {
    const { press } = headlessSteps(context)
    letPass(sceneOf(context), 24 * 3600)
    await press('Sign me in')
    await expect(await context.canvas.findByRole('link', { name: 'Ask for another' })).toBeVisible()
    await expect(context.canvas.getByRole('alert')).not.toBeEmptyDOMElement()
  },
})
