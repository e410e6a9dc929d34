import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { authenticatorCode, GRACE, letPass, type FlowPlay } from '../flow-scene.js'
import { signInFlow } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'

const meta = preview.meta({ title: 'flows/mfa', ...signInFlow })

function confirms({ tooLate }: { tooLate: string }) {
  return async (context: FlowPlay): Promise<void> => {
    const { canvas, userEvent } = context
    const { scene, email, password, signInAs, press, expectMessage, expectSignedIn, signOut } =
      signInSteps(context)
    const code = () => canvas.findByRole('textbox', { name: 'Code' })
    const backupCode = () => canvas.findByRole('textbox', { name: 'Backup code' })

    await signInAs(GRACE.email)
    await userEvent.type(await code(), '000000')
    await expectMessage("That code didn't work. Check your authenticator app and try again.")
    await waitFor(async () => expect(await code()).toHaveFocus())
    await userEvent.keyboard(authenticatorCode(scene))
    await expectSignedIn()
    await signOut()

    await signInAs(GRACE.email)
    await press('Use a backup code')
    await userEvent.type(await backupCode(), 'AAAA-1111{Enter}')
    await expectSignedIn()
    await signOut()

    await signInAs(GRACE.email)
    await press('Use a backup code')
    await userEvent.type(await backupCode(), 'AAAA-1111{Enter}')
    await expectMessage("That backup code didn't work.")

    letPass(scene, 5 * 60)
    await press('Use your authenticator app')
    await userEvent.type(await code(), authenticatorCode(scene))
    await expect(await canvas.findByText(tooLate)).toBeVisible()
    await press('Start over')
    await expect(await email()).toHaveValue(GRACE.email)
    await expect(await password()).toHaveValue('')
    await waitFor(async () => expect(await password()).toHaveFocus())

    await signInAs(GRACE.email)
    await userEvent.type(await code(), authenticatorCode(scene))
    await expectSignedIn()
  }
}

const TOOK_TOO_LONG = 'This sign-in took too long. Start over.'

export const Calimatic = meta.story({
  args: { backend: 'calimatic' },
  play: confirms({ tooLate: TOOK_TOO_LONG }),
})

export const AuthSvc = meta.story({
  args: { backend: 'auth-svc' },
  play: confirms({ tooLate: 'Sign-in session lost. Start over.' }),
})

export const Authos = meta.story({
  args: { backend: 'authos' },
  play: confirms({ tooLate: TOOK_TOO_LONG }),
})

export const Intelliauth = meta.story({
  args: { backend: 'intelliauth' },
  play: confirms({ tooLate: TOOK_TOO_LONG }),
})

export const Edgebase = meta.story({
  args: { backend: 'edgebase' },
  play: confirms({ tooLate: TOOK_TOO_LONG }),
})
