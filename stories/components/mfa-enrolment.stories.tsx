import preview from '../../.storybook/preview.js'
import { MfaEnrolment, type MfaEnrolmentProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/mfa-enrolment',
  component: MfaEnrolment,
  tags: ['autodocs'],
  ...dropInStories({ name: 'MfaEnrolment', signedIn: true }, (props: MfaEnrolmentProps) => (
    <MfaEnrolment {...props} />
  )),
})

export const Usage = meta.story({ args: {} })
