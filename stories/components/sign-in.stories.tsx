import preview from '../../.storybook/preview.js'
import { SignIn, type SignInProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/sign-in',
  component: SignIn,
  tags: ['autodocs'],
  ...dropInStories({ name: 'SignIn' }, (props: SignInProps) => <SignIn {...props} />),
})

export const Usage = meta.story({
  args: { defaultEmail: 'ada@example.com', passkeyAutofill: false },
})
