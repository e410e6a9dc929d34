import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, letPass, sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { LinkByMail } from './use-magic-link-request.js'

const meta = preview.meta({
  title: 'headless/use-magic-link-request',
  ...headlessStories('use-magic-link-request', () => <LinkByMail />, { backend: 'edgebase' }),
})

export const SentTwice = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    const { outbox } = sceneOf(context).server
    await fill('E-mail', ADA.email)
    await press('Send me a link')
    await sees('If ada@example.com is one of ours, a link is on its way.')
    await expect(outbox).toHaveLength(1)
    letPass(sceneOf(context), 60)
    await press('Send another')
    await sees(/^You can ask for another in/)
    await expect(outbox).toHaveLength(2)
  },
})

export const NoAddress = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await fill('E-mail', 'ada')
    await press('Send me a link')
    await sees('Enter an email address in the format name@example.com.')
    await expect(context.canvas.getByLabelText('E-mail')).toHaveFocus()
  },
})

export const Offline = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    sceneOf(context).server.force('mfa_send_code', 'offline')
    await fill('E-mail', ADA.email)
    await press('Send me a link')
    await sees('Connection issue. Check your internet and try again.')
    await press('Send me a link')
    await sees('If ada@example.com is one of ours, a link is on its way.')
  },
})
