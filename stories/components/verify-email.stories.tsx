import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { VerifyEmail, type VerifyEmailProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { expectPanel } from '../expectations.js'

const meta = preview.meta({
  title: 'components/verify-email',
  component: VerifyEmail,
  tags: ['autodocs'],
  ...dropInStories({ name: 'VerifyEmail' }, (props: VerifyEmailProps) => (
    <VerifyEmail {...props} />
  )),
  args: { onVerified: fn() },
})

export const Usage = meta.story({
  args: { email: 'ada@example.com' },
  play: async ({ canvas }) => {
    await expectPanel(canvas, 'Check your email')
    await expect(canvas.getByText('ada@example.com')).toBeVisible()
  },
})
