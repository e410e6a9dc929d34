import { fn } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { EmailSignIn, type EmailSignInProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { expectPanel } from '../expectations.js'

const meta = preview.meta({
  title: 'components/email-sign-in',
  component: EmailSignIn,
  tags: ['autodocs'],
  ...dropInStories({ name: 'EmailSignIn' }, (props: EmailSignInProps) => (
    <EmailSignIn {...props} />
  )),
  args: { onSignedIn: fn() },
})

export const Usage = meta.story({
  args: { method: 'link' as const, defaultEmail: 'ada@example.com' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Email me a sign-in link' }))
    await expectPanel(canvas, 'Check your email')
  },
})
