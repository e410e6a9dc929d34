import preview from '../../.storybook/preview.js'
import { ChangePassword, type ChangePasswordProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/change-password',
  component: ChangePassword,
  tags: ['autodocs'],
  ...dropInStories({ name: 'ChangePassword', signedIn: true }, (props: ChangePasswordProps) => (
    <ChangePassword {...props} />
  )),
})

export const Usage = meta.story({ args: { email: 'ada@example.com' } })
