import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { VerifyEmail } from '../../src/components/verify-email.js'
import { expectActions, expectPanel } from '../expectations.js'
import { ADA, flowStories, letPass, sceneOf, type FlowPlay } from '../flow-scene.js'
import { MailScreen } from '../mail-screen.js'
import { signInSteps } from '../sign-in-steps.js'
import { languageOf } from '../surroundings.js'

const DONE = 'Your email is verified.'

const meta = preview.meta({
  title: 'flows/verify-email',
  ...flowStories,
  args: {
    ...flowStories.args,
    server: { accounts: [{ ...ADA, emailVerified: false }], requiresVerifiedEmail: false },
  },
  render: (_, { loaded, globals }) => (
    <MailScreen
      scene={sceneOf({ loaded })}
      landing={(token) => <VerifyEmail token={token} latencyFloorMs={0} />}
      {...languageOf(globals)}
    >
      <VerifyEmail email={ADA.email} latencyFloorMs={0} />
    </MailScreen>
  ),
})

function steps(context: FlowPlay) {
  const { scene, press, sent } = signInSteps(context)
  return {
    scene,
    press,
    sent,
    /** The mail of somebody who is signed in, as EdgeBase asks for it. */
    getMail: async () => {
      await scene.client.signIn({ email: ADA.email, password: ADA.password ?? '' })
      await press('Send the email again')
      await expect(await context.canvas.findByText('We sent the email again.')).toBeVisible()
      await press('Open the last mail')
      await context.canvas.findByRole('button', { name: 'Verify email' })
    },
  }
}

async function verifies(context: FlowPlay): Promise<void> {
  const { canvas } = context
  const { getMail, press, sent, scene } = steps(context)
  await getMail()
  await expect(sent('email_verify')).toBe(0)
  await press('Verify email')
  await expectPanel(canvas, DONE)
  await expectActions(canvas, 'Continue')

  await press('Open the last mail')
  await press('Verify email')
  await expectPanel(canvas, 'This link no longer works')
  await expect(scene.client.getSession().status).toBe('signed_in')
}

export const Calimatic = meta.story({ args: { backend: 'calimatic' }, play: verifies })

export const Authos = meta.story({ args: { backend: 'authos' }, play: verifies })

export const Edgebase = meta.story({ args: { backend: 'edgebase' }, play: verifies })

export const LinkExpired = meta.story({
  args: { backend: 'authos' },
  play: async (context) => {
    const { canvas } = context
    const { getMail, press, scene } = steps(context)
    await getMail()
    letPass(scene, 2 * 24 * 3600)
    await press('Verify email')
    await expectPanel(canvas, 'This link no longer works')
    await press('Request a new link')
    await expect(await canvas.findByLabelText('Email')).toHaveFocus()
  },
})

export const WithoutALink = meta.story({
  args: { backend: 'calimatic' },
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Check your email')
    await expect(canvas.getByText(ADA.email)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Use a different address' })).toBeVisible()
  },
})
