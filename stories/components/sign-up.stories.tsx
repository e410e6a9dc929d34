import preview from '../../.storybook/preview.js'
import { SignUp, type SignUpProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/sign-up',
  component: SignUp,
  tags: ['autodocs'],
  ...dropInStories({ name: 'SignUp' }, (props: SignUpProps) => <SignUp {...props} />),
})

export const Usage = meta.story({ args: {} })
