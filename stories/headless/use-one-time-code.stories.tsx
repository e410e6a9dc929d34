import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, letPass, sceneOf, type FlowPlay } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { CodeByMail } from './use-one-time-code.js'

const meta = preview.meta({
  title: 'headless/use-one-time-code',
  ...headlessStories('use-one-time-code', () => <CodeByMail />, { backend: 'edgebase' }),
})

async function askedFor(context: FlowPlay) {
  const steps = headlessSteps(context)
  await steps.fill('E-mail', ADA.email)
  await steps.press('Send me a code')
  await steps.sees('If ada@example.com is one of ours, a code is on its way.')
  return { ...steps, lastCode: () => sceneOf(context).server.outbox.at(-1)?.token ?? '' }
}

export const SignsIn = meta.story({
  play: async (context) => {
    const { fill, press, sees, lastCode } = await askedFor(context)
    await fill('Code', lastCode())
    await press('Let me in')
    await sees('You are in.')
  },
})

export const WrongAndThenTooLate = meta.story({
  play: async (context) => {
    const { fill, press, sees, lastCode } = await askedFor(context)
    await fill('Code', '000000')
    await press('Let me in')
    await sees("That code didn't work. Try again.")
    letPass(sceneOf(context), 5 * 60)
    await fill('Code', lastCode())
    await press('Let me in')
    await sees('That code has expired. Request a new one.')
    await press('Send another')
    await expect(await context.canvas.findByText(/^You can ask for another in/)).toBeVisible()
    await fill('Code', lastCode())
    await press('Let me in')
    await sees('You are in.')
  },
})
