import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { expectPanel } from '../expectations.js'
import { ADA } from '../flow-scene.js'
import { signInFlow } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'

const meta = preview.meta({ title: 'flows/password-reset', ...signInFlow })

export const Forced = meta.story({
  args: {
    backend: 'intelliauth',
    server: { accounts: [{ ...ADA, mustResetPassword: true }] },
  },
  play: async (context) => {
    const { canvas } = context
    const { scene, email, password, signInAs, press, expectSignedIn } = signInSteps(context)

    await signInAs(ADA.email)
    await expectPanel(canvas, 'Set a new password')
    await expect(canvas.getByText('Set a new password to continue.')).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'Set new password' })).toHaveAttribute(
      'href',
      '#reset-password',
    )

    // The app's own page behind that link sets it.
    scene.server.editAccount('ada@example.com', {
      password: 'a new password for Ada',
      mustResetPassword: false,
    })
    await press('Back')
    await expect(await email()).toHaveValue(ADA.email)
    await expect(await password()).toHaveValue('')
    await signInAs(ADA.email, 'a new password for Ada')
    await expectSignedIn()
  },
})
