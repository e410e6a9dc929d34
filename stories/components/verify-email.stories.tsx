import preview from '../../.storybook/preview.js'
import { VerifyEmail, type VerifyEmailProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/verify-email',
  component: VerifyEmail,
  tags: ['autodocs'],
  ...dropInStories({ name: 'VerifyEmail' }, (props: VerifyEmailProps) => (
    <VerifyEmail {...props} />
  )),
})

export const Usage = meta.story({ args: { email: 'ada@example.com' } })
