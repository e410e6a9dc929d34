import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { SignUp, type SignUpProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/sign-up',
  component: SignUp,
  tags: ['autodocs'],
  ...dropInStories({ name: 'SignUp' }, (props: SignUpProps) => <SignUp {...props} />),
  args: { onSignedUp: fn(), onSignedIn: fn() },
})

export const Usage = meta.story({
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('Email'), 'mary@example.com')
    await userEvent.type(canvas.getByLabelText('Password'), 'Wind tunnel number nine')
    await userEvent.click(canvas.getByRole('button', { name: 'Create account' }))
    await waitFor(() => expect(args.onSignedUp).toHaveBeenCalledWith('mary@example.com'))
  },
})
