import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { expectPanel } from '../expectations.js'
import { ADA } from '../flow-scene.js'
import { signInFlow } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'

const meta = preview.meta({
  title: 'flows/password-reset',
  ...signInFlow,
  // Most references do not say that the password was right, so that by default it is not told.
  args: { ...signInFlow.args, accountDisclosure: 'show' },
})

export const Forced = meta.story({
  args: {
    backend: 'intelliauth',
    server: { accounts: [{ ...ADA, mustResetPassword: true }] },
  },
  play: async (context) => {
    const { canvas } = context
    const { scene, email, password, signInAs, press, expectSignedIn } = signInSteps(context)
    const { server } = scene

    await signInAs(ADA.email)
    await expectPanel(canvas, 'Set a new password', 'Set a new password to continue.')
    await press('Send reset link')
    await expectPanel(canvas, 'Check your email')
    await expect(server.outbox.map(({ kind, to }) => [kind, to])).toEqual([
      ['reset_password', ADA.email],
    ])

    // The page behind the mailed link sets it.
    server.editAccount('ada@example.com', {
      password: 'a new password for Ada',
      mustResetPassword: false,
    })
    await press('Use a different address')
    await expect(await email()).toHaveValue(ADA.email)
    await expect(await password()).toHaveValue('')
    await signInAs(ADA.email, 'a new password for Ada')
    await expectSignedIn()
  },
})
