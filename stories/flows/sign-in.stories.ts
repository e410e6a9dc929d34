import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { expectSummary } from '../expectations.js'
import { ADA, type FlowPlay } from '../flow-scene.js'
import { signInFlow } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'

const meta = preview.meta({ title: 'flows/sign-in', ...signInFlow })

async function signsIn(context: FlowPlay): Promise<void> {
  const { email, password, press, signInAs, expectMessage, expectSignedIn, signOut, sent } =
    signInSteps(context)

  await press('Sign in')
  await expectSummary(context.canvas, 'Enter your email.', 'Enter your password.')
  await expect(await email()).toHaveAccessibleDescription(/Enter your email\./)
  await expect(await password()).toHaveAccessibleDescription(/Enter your password\./)
  await expect(sent('sign_in')).toBe(0)

  await signInAs(ADA.email, 'wrong password')
  await expectMessage('The email or password is incorrect.')
  await waitFor(async () => expect(await password()).toHaveFocus())
  await expect(await password()).toHaveValue('')
  await expect(await email()).toHaveValue(ADA.email)

  await context.userEvent.keyboard(`${ADA.password}{Enter}`)
  await expectSignedIn()
  await expect(sent('sign_in')).toBe(2)

  await signOut()
  await expect(await email()).toHaveValue('')
}

export const Calimatic = meta.story({ args: { backend: 'calimatic' }, play: signsIn })

export const AuthSvc = meta.story({ args: { backend: 'auth-svc' }, play: signsIn })

export const Authos = meta.story({ args: { backend: 'authos' }, play: signsIn })

export const Intelliauth = meta.story({ args: { backend: 'intelliauth' }, play: signsIn })

export const Edgebase = meta.story({ args: { backend: 'edgebase' }, play: signsIn })
