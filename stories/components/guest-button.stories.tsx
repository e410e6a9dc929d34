import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { GuestButton, type GuestButtonProps } from '../../src/index.js'
import { jwt } from '../../test/components/scripted-server.js'
import { scriptedDropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/guest-button',
  component: GuestButton,
  tags: ['autodocs'],
  ...scriptedDropInStories(
    {
      name: 'GuestButton',
      backend: 'edgebase',
      routes: {
        'POST /auth/signin/anonymous': {
          status: 201,
          body: { accessToken: jwt({ sub: 'g1' }), refreshToken: 'r', user: { id: 'g1' } },
        },
      },
    },
    (props: GuestButtonProps) => <GuestButton {...props} />,
  ),
  args: { onSignedIn: fn() },
})

export const Usage = meta.story({
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Continue as a guest' }))
    await waitFor(() => expect(args.onSignedIn).toHaveBeenCalledOnce())
  },
})
