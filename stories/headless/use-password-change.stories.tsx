import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, PASSWORD } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { ChangePasswordForm } from './use-password-change.js'

const NEW_PASSWORD = 'a new password for Ada'

const meta = preview.meta({
  title: 'headless/use-password-change',
  ...headlessStories('use-password-change', () => <ChangePasswordForm />, {
    backend: 'edgebase',
    signedInAs: ADA,
  }),
})

export const Changed = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await fill('Password until now', PASSWORD)
    await fill('Password from now on', NEW_PASSWORD)
    await press('Change it')
    await sees('Your password is another now.')
  },
})

export const WrongPassword = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await fill('Password until now', 'not my password')
    await fill('Password from now on', NEW_PASSWORD)
    await press('Change it')
    await sees(/^The password is incorrect\./)
    const current = context.canvas.getByLabelText('Password until now')
    await waitFor(() => expect(current).toHaveFocus())
    await expect(current).toHaveValue('')
    await expect(context.canvas.getByLabelText('Password from now on')).toHaveValue(NEW_PASSWORD)
  },
})
