import { expect, fn, waitFor } from 'storybook/test'
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
  argTypes: {
    providers: { table: { type: { summary: 'readonly (string | NamedProvider)[]' } } },
  },
  args: {
    providers: ['google', 'github'],
    redirectUrl: 'https://app.example.com/callback',
    navigate: fn(),
  },
})

export const Usage = meta.story({
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Continue with GitHub' }))
    await waitFor(() => expect(args.navigate).toHaveBeenCalledOnce())
  },
})
