import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, PASSWORD } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { SignInForm } from './use-sign-in.js'

const meta = preview.meta({
  title: 'headless/use-sign-in',
  ...headlessStories('use-sign-in', () => <SignInForm />, { backend: 'edgebase' }),
})

export const SignsIn = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await press('Let me in')
    await sees('Enter your email.')
    const email = context.canvas.getByLabelText('E-mail')
    await waitFor(() => expect(email).toHaveFocus())
    await expect(email).toHaveAccessibleDescription('Enter your email.')

    await fill('E-mail', ADA.email)
    await fill('Password', PASSWORD)
    await press('Let me in')
    await sees('You are signed in as ada@example.com.')
  },
})

export const WrongPassword = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await fill('E-mail', ADA.email)
    await fill('Password', 'wrong password')
    await press('Let me in')
    await sees('The email or password is incorrect.')
    const password = context.canvas.getByLabelText('Password')
    await waitFor(() => expect(password).toHaveFocus())
    await expect(password).toHaveValue('')
    await expect(context.canvas.getByLabelText('E-mail')).toHaveValue(ADA.email)
  },
})
