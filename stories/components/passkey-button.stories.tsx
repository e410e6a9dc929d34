import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { PasskeyButton, type PasskeyButtonProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/passkey-button',
  component: PasskeyButton,
  tags: ['autodocs'],
  ...dropInStories({ name: 'PasskeyButton' }, (props: PasskeyButtonProps) => (
    <PasskeyButton {...props} />
  )),
  args: { onSignedIn: fn() },
})

export const Usage = meta.story({
  args: { autofill: false },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('button', { name: 'Sign in with a passkey' }),
    ).toBeEnabled()
  },
})
