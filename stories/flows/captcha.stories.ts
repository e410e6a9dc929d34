import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, type FlowPlay } from '../flow-scene.js'
import { signInFlow } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'

const meta = preview.meta({ title: 'flows/captcha', ...signInFlow })

const server = { captcha: { afterFailures: 1 } }

/** Up to the check, which appears after one wrong password. */
async function meetsTheCheck(context: FlowPlay) {
  const steps = signInSteps(context)
  await steps.signInAs(ADA.email, 'wrong password')
  await steps.expectMessage('The email or password is incorrect.')
  await steps.signInAs(ADA.email)
  await steps.expectMessage('Complete the security check to continue.')
  await expect(await steps.password()).toHaveValue(ADA.password)
  return steps
}

async function tick({ canvas, userEvent }: FlowPlay) {
  await userEvent.click(await canvas.findByRole('checkbox', { name: 'I am a person' }))
}

async function solves(context: FlowPlay): Promise<void> {
  const { expectSignedIn, sent } = await meetsTheCheck(context)
  await tick(context)
  await expectSignedIn()
  await expect(sent('sign_in')).toBe(3)
}

export const Edgebase = meta.story({ args: { backend: 'edgebase', server }, play: solves })

export const Intelliauth = meta.story({ args: { backend: 'intelliauth', server }, play: solves })

export const TheFirstTokenIsRefused = meta.story({
  args: { backend: 'edgebase', server },
  play: async (context) => {
    const { scene, expectMessage, expectSignedIn } = await meetsTheCheck(context)
    scene.server.force('sign_in', {
      status: 403,
      message: 'Captcha verification failed.',
      details: { captcha_required: true },
    })
    await tick(context)
    await expectMessage('The security check failed. Try again.')
    await tick(context)
    await expectSignedIn()
  },
})
