import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, PASSWORD, sceneOf, type FlowPlay } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { CheckedSignIn } from './use-captcha.js'

const meta = preview.meta({
  title: 'headless/use-captcha',
  ...headlessStories('use-captcha', () => <CheckedSignIn />, {
    backend: 'edgebase',
    server: { captcha: 'always' },
  }),
})

async function asked(context: FlowPlay) {
  const steps = headlessSteps(context)
  await steps.fill('E-mail', ADA.email)
  await steps.fill('Password', PASSWORD)
  await steps.press('Let me in')
  await steps.sees('Show us that you are a person.')
  return {
    ...steps,
    tick: async () =>
      context.userEvent.click(
        await context.canvas.findByRole('checkbox', { name: 'I am a person' }),
      ),
  }
}

export const Solved = meta.story({
  play: async (context) => {
    const { sees, tick } = await asked(context)
    await tick()
    await sees('You are in.')
  },
})

export const TheFirstTokenIsRefused = meta.story({
  play: async (context) => {
    const { sees, tick } = await asked(context)
    sceneOf(context).server.force('sign_in', {
      status: 403,
      message: 'Captcha verification failed.',
      details: { captcha_required: true },
    })
    await tick()
    await sees('The security check failed. Try again.')
    await expect(context.canvas.getByLabelText('Password')).toHaveValue(PASSWORD)
    await tick()
    await sees('You are in.')
  },
})
