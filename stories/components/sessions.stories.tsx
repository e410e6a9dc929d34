import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Sessions, type SessionsProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { signInOnSeveralDevices } from '../other-devices.js'

const meta = preview.meta({
  title: 'components/sessions',
  component: Sessions,
  tags: ['autodocs'],
  ...dropInStories(
    { name: 'Sessions', backend: 'auth-svc', given: signInOnSeveralDevices },
    (props: SessionsProps) => <Sessions {...props} />,
  ),
  args: { onEnded: fn() },
})

export const Usage = meta.story({
  play: async ({ args, canvas, userEvent }) => {
    await expect(await canvas.findByText('This device')).toBeVisible()
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign out Safari on iPhone' }))
    await expect(await canvas.findByText('Safari on iPhone is signed out.')).toBeVisible()
    await expect(args.onEnded).toHaveBeenCalledOnce()
  },
})
