import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ChangePassword } from '../../src/components/change-password.js'
import { expectAlert, expectPanel } from '../expectations.js'
import { fillField } from '../fill-field.js'
import { ADA, flowStories, PASSWORD, sceneOf, type FlowPlay } from '../flow-scene.js'
import { FlowScreen } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'
import { languageOf } from '../surroundings.js'

const NEW_PASSWORD = 'a new password for Ada'

const meta = preview.meta({
  title: 'flows/change-password',
  ...flowStories,
  render: (_, { loaded, globals }) => (
    <FlowScreen scene={sceneOf({ loaded })} inside={<ChangePassword />} {...languageOf(globals)} />
  ),
})

function steps(context: FlowPlay) {
  const { canvas } = context
  const { scene, signInAs, press } = signInSteps(context)
  async function fill(label: string, text: string) {
    await fillField(context, await canvas.findByLabelText(label), text)
  }
  return {
    scene,
    signInAs,
    change: async (current = PASSWORD, next = NEW_PASSWORD) => {
      await fill('Current password', current)
      await fill('New password', next)
      await press('Change password')
    },
  }
}

async function changesThePassword(context: FlowPlay): Promise<void> {
  const { canvas } = context
  const { signInAs, change, scene } = steps(context)
  await signInAs(ADA.email)
  await change('not my password')
  await waitFor(() =>
    expect(canvas.getByLabelText('Current password')).toHaveAccessibleDescription(
      /^Error: The password is incorrect\./,
    ),
  )
  await change()
  await expectPanel(canvas, 'Your password has been changed.')
  await expect(scene.client.getSession()).toMatchObject({ status: 'signed_in' })
}

export const Edgebase = meta.story({ args: { backend: 'edgebase' }, play: changesThePassword })

export const Authos = meta.story({ args: { backend: 'authos' }, play: changesThePassword })

export const AccountOfAProvider = meta.story({
  args: { backend: 'edgebase' },
  play: async (context) => {
    const { signInAs, change, scene } = steps(context)
    await signInAs(ADA.email)
    await context.canvas.findByLabelText('Current password')
    scene.server.editAccount(ADA.email, { oauthOnly: true })
    await change()
    await expectAlert(context.canvas, 'This account signs in with a different provider.')
  },
})

export const SessionEnded = meta.story({
  args: { backend: 'authos' },
  play: async (context) => {
    const { signInAs, change, scene } = steps(context)
    await signInAs(ADA.email)
    await context.canvas.findByLabelText('Current password')
    scene.server.endSessions(ADA.email)
    await change()
    await waitFor(() => expect(scene.client.getSession().status).toBe('signed_out'))
  },
})
