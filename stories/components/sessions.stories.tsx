import preview from '../../.storybook/preview.js'
import { Sessions, type SessionsProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/sessions',
  component: Sessions,
  tags: ['autodocs'],
  ...dropInStories({ name: 'Sessions', signedIn: true }, (props: SessionsProps) => (
    <Sessions {...props} />
  )),
})

export const Usage = meta.story({ args: {} })
