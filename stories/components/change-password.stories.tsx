import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ChangePassword, type ChangePasswordProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { PASSWORD } from '../flow-scene.js'

const meta = preview.meta({
  title: 'components/change-password',
  component: ChangePassword,
  tags: ['autodocs'],
  ...dropInStories({ name: 'ChangePassword', signedIn: true }, (props: ChangePasswordProps) => (
    <ChangePassword {...props} />
  )),
  args: { onChanged: fn() },
})

export const Usage = meta.story({
  args: { email: 'ada@example.com' },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('Current password'), PASSWORD)
    await userEvent.type(canvas.getByLabelText('New password'), 'a new password for Ada{Enter}')
    await waitFor(() => expect(args.onChanged).toHaveBeenCalledOnce())
  },
})
