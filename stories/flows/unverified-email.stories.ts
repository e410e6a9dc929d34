import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { expectPanel } from '../expectations.js'
import { ADA, letPass, type FlowArgs, type FlowPlay } from '../flow-scene.js'
import { signInFlow } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'

const meta = preview.meta({
  title: 'flows/unverified-email',
  ...signInFlow,
  // Most references do not say that the password was right, so that by default it is not told.
  args: { ...signInFlow.args, accountDisclosure: 'show' },
})

const UNVERIFIED = {
  accounts: [{ ...ADA, emailVerified: false }],
} satisfies FlowArgs['server']

async function verifies(context: FlowPlay): Promise<void> {
  const { canvas, userEvent } = context
  const { scene, signInAs, press, expectSignedIn, sent } = signInSteps(context)
  const { server } = scene

  await signInAs(ADA.email)
  await expectPanel(canvas, 'Verify your email')
  await expect(canvas.getByText('ada@example.com')).toBeVisible()

  await press('Send the email again')
  await expect(await canvas.findByText('We sent the email again.')).toBeVisible()
  const waiting = canvas.getByRole('button', { name: 'Send again in 30 seconds' })
  await expect(waiting).toHaveAttribute('aria-disabled', 'true')
  await userEvent.click(waiting)
  await expect(sent('email_resend')).toBe(1)

  letPass(scene, 30)
  await press('Send the email again')
  await canvas.findByRole('button', { name: 'Send again in 30 seconds' })
  await expect(server.outbox.map(({ to }) => to)).toEqual([ADA.email, ADA.email])

  await press('Continue')
  await expect(await canvas.findByRole('heading', { name: 'Verify your email' })).toBeVisible()
  server.followLink(server.outbox[1]!)
  await press('Continue')
  await expectSignedIn()
}

export const Calimatic = meta.story({
  args: { backend: 'calimatic', server: UNVERIFIED },
  play: verifies,
})

export const AuthSvc = meta.story({
  args: { backend: 'auth-svc', server: UNVERIFIED },
  play: verifies,
})

export const Authos = meta.story({
  args: { backend: 'authos', server: UNVERIFIED },
  play: verifies,
})

export const Intelliauth = meta.story({
  args: { backend: 'intelliauth', server: UNVERIFIED },
  play: verifies,
})
