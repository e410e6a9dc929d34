import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, letPass, sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { VerificationMail } from './use-email-verification-request.js'

const meta = preview.meta({
  title: 'headless/use-email-verification-request',
  ...headlessStories('use-email-verification-request', () => <VerificationMail />, {
    backend: 'auth-svc',
    server: { accounts: [{ ...ADA, emailVerified: false }] },
  }),
})

export const SentTwice = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    const { outbox } = sceneOf(context).server
    await fill('E-mail', ADA.email)
    await press('Send the mail again')
    await sees(`If ${ADA.email} waits to be verified, a link is on its way.`)
    await expect(outbox).toHaveLength(1)
    letPass(sceneOf(context), 60)
    await press('Send another')
    await sees(/^You can ask for another in/)
    await expect(outbox).toHaveLength(2)
  },
})

export const Offline = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    sceneOf(context).server.force('email_resend', 'offline')
    await fill('E-mail', ADA.email)
    await press('Send the mail again')
    await sees('Connection issue. Check your internet and try again.')
    await expect(context.canvas.getByLabelText('E-mail')).toHaveValue(ADA.email)
  },
})
