import preview from '../../.storybook/preview.js'
import { EmailSignInButton, type EmailSignInButtonProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/email-sign-in-button',
  component: EmailSignInButton,
  tags: ['autodocs'],
  ...dropInStories({ name: 'EmailSignInButton' }, (props: EmailSignInButtonProps) => (
    <EmailSignInButton {...props} />
  )),
})

export const Usage = meta.story({ args: {} })
