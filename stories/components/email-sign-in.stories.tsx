import preview from '../../.storybook/preview.js'
import { EmailSignIn, type EmailSignInProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/email-sign-in',
  component: EmailSignIn,
  tags: ['autodocs'],
  ...dropInStories({ name: 'EmailSignIn' }, (props: EmailSignInProps) => (
    <EmailSignIn {...props} />
  )),
})

export const Usage = meta.story({
  args: { method: 'link' as const, defaultEmail: 'ada@example.com' },
})
