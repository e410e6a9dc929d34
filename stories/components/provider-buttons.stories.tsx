import preview from '../../.storybook/preview.js'
import { ProviderButtons, type ProviderButtonsProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/provider-buttons',
  component: ProviderButtons,
  tags: ['autodocs'],
  ...dropInStories({ name: 'ProviderButtons' }, (props: ProviderButtonsProps) => (
    <ProviderButtons {...props} />
  )),
})

export const Usage = meta.story({
  args: { providers: ['google', 'github'], redirectUrl: 'https://app.example.com/callback' },
})
