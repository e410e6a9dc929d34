import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { authenticatorCode, flowStories, GRACE, letPass, sceneOf } from '../flow-scene.js'
import { FlowScreen } from '../flow-screen.js'
import { HeadlessSignIn } from '../headless-sign-in.js'
import { languageOf } from '../surroundings.js'

const meta = preview.meta({
  title: 'flows/headless-sign-in',
  ...flowStories,
  render: (_, { loaded, globals }) => (
    <FlowScreen scene={sceneOf({ loaded })} {...languageOf(globals)}>
      <HeadlessSignIn />
    </FlowScreen>
  ),
})

export const OnTheHooksAlone = meta.story({
  args: { backend: 'edgebase' },
  play: async ({ canvas, userEvent, loaded }) => {
    const scene = sceneOf({ loaded })
    const said = () => canvas.getByRole('alert')
    async function signIn(password: string) {
      await userEvent.clear(canvas.getByLabelText('E-mail'))
      await userEvent.type(canvas.getByLabelText('E-mail'), GRACE.email)
      await userEvent.type(canvas.getByLabelText('Password'), `${password}{Enter}`)
    }

    await signIn('wrong password')
    await waitFor(() => expect(said()).toHaveTextContent('The email or password is incorrect.'))
    await expect(canvas.getByLabelText('Password')).toHaveValue('')

    await signIn(GRACE.password ?? '')
    const code = await canvas.findByLabelText(/^Enter the 6-digit code/)
    await userEvent.type(code, '000000{Enter}')
    await waitFor(() => expect(said()).toHaveTextContent(/^That code didn't work/))

    letPass(scene, 5 * 60)
    await userEvent.clear(code)
    await userEvent.type(code, `${authenticatorCode(scene)}{Enter}`)
    await userEvent.click(await canvas.findByRole('button', { name: 'From the start' }))

    await signIn(GRACE.password ?? '')
    await userEvent.click(await canvas.findByRole('button', { name: 'Backup code' }))
    await userEvent.type(
      await canvas.findByLabelText('Enter one of your backup codes.'),
      'BBBB-2222{Enter}',
    )
    await expect(await canvas.findByRole('heading', { name: "You're signed in." })).toBeVisible()
  },
})
