import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { authenticatorCode, GRACE, letPass, sceneOf, type FlowPlay } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { SignInForm } from './use-sign-in.js'

const meta = preview.meta({
  title: 'headless/use-mfa-challenge',
  ...headlessStories('use-mfa-challenge', () => <SignInForm />, { backend: 'edgebase' }),
})

async function signInAsGrace(context: FlowPlay) {
  const { fill, press } = headlessSteps(context)
  await fill('E-mail', GRACE.email)
  await fill('Password', GRACE.password ?? '')
  await press('Let me in')
  return context.canvas.findByLabelText(/^Enter the 6-digit code/)
}

export const SignsIn = meta.story({
  play: async (context) => {
    const code = await signInAsGrace(context)
    await context.userEvent.type(code, `${authenticatorCode(sceneOf(context))}{Enter}`)
    await headlessSteps(context).sees('You are signed in as grace@example.com.')
  },
})

export const WithABackupCode = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await signInAsGrace(context)
    await press('Backup code')
    await fill('Enter one of your backup codes.', 'BBBB-2222')
    await press('Check it')
    await sees('You are signed in as grace@example.com.')
  },
})

export const WrongAndThenTooLate = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    const code = await signInAsGrace(context)
    await context.userEvent.type(code, '000000{Enter}')
    await sees(/^That code didn't work/)
    await expect(code).toHaveFocus()

    letPass(sceneOf(context), 5 * 60)
    await context.userEvent.type(code, '111111{Enter}')
    await press('From the start')
    await expect(await context.canvas.findByLabelText('E-mail')).toHaveValue(GRACE.email)
  },
})
