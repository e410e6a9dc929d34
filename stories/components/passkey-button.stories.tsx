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
})

export const Usage = meta.story({ args: { autofill: false } })
