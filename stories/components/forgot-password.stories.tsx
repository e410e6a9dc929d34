import preview from '../../.storybook/preview.js'
import { ForgotPassword, type ForgotPasswordProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { expectPanel } from '../expectations.js'

const meta = preview.meta({
  title: 'components/forgot-password',
  component: ForgotPassword,
  tags: ['autodocs'],
  ...dropInStories({ name: 'ForgotPassword' }, (props: ForgotPasswordProps) => (
    <ForgotPassword {...props} />
  )),
})

export const Usage = meta.story({
  args: { defaultEmail: 'ada@example.com' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Send reset link' }))
    await expectPanel(canvas, 'Check your email', /^If an account matches/)
  },
})
