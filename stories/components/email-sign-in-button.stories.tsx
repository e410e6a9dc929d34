import { expect, fn } from 'storybook/test'
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
  args: { onSignedIn: fn() },
})

export const Usage = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Email me a sign-in link' }))
    await expect(await canvas.findByRole('heading', { name: 'Sign in by email' })).toBeVisible()
  },
})
