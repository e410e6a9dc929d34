import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { SignIn, type SignInProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { PASSWORD } from '../flow-scene.js'

const meta = preview.meta({
  title: 'components/sign-in',
  component: SignIn,
  tags: ['autodocs'],
  ...dropInStories({ name: 'SignIn' }, (props: SignInProps) => <SignIn {...props} />),
  args: { onSignedIn: fn() },
})

export const Usage = meta.story({
  args: { defaultEmail: 'ada@example.com', passkeyAutofill: false },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('Password'), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(args.onSignedIn).toHaveBeenCalledOnce())
  },
})
