import preview from '../../.storybook/preview.js'
import { GuestButton, type GuestButtonProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/guest-button',
  component: GuestButton,
  tags: ['autodocs'],
  ...dropInStories({ name: 'GuestButton' }, (props: GuestButtonProps) => (
    <GuestButton {...props} />
  )),
})

export const Usage = meta.story({ args: {} })
