import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { MfaEnrolment, type MfaEnrolmentProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { ADA, sceneOf } from '../flow-scene.js'

const meta = preview.meta({
  title: 'components/mfa-enrolment',
  component: MfaEnrolment,
  tags: ['autodocs'],
  ...dropInStories({ name: 'MfaEnrolment', signedIn: true }, (props: MfaEnrolmentProps) => (
    <MfaEnrolment {...props} />
  )),
  args: { onEnabled: fn(), onDisabled: fn() },
})

export const Usage = meta.story({
  play: async (context) => {
    const { args, canvas, userEvent } = context
    await userEvent.click(await canvas.findByRole('button', { name: 'Set up now' }))
    const code = await canvas.findByRole('textbox', { name: 'Code' })
    await userEvent.type(code, sceneOf(context).server.currentCode(ADA.email))
    await userEvent.click(canvas.getByRole('button', { name: 'Verify' }))
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'I saved these codes' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(args.onEnabled).toHaveBeenCalledOnce())
  },
})
