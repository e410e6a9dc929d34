import preview from '../../.storybook/preview.js'
import { ResetPassword, type ResetPasswordProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/reset-password',
  component: ResetPassword,
  tags: ['autodocs'],
  ...dropInStories({ name: 'ResetPassword' }, (props: ResetPasswordProps) => (
    <ResetPassword {...props} />
  )),
})

export const Usage = meta.story({ args: { token: 'reset-1', email: 'ada@example.com' } })
