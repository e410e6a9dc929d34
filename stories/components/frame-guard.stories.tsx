import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { FrameGuard, SignIn, type FrameGuardProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/frame-guard',
  component: FrameGuard,
  tags: ['autodocs'],
  ...dropInStories({ name: 'FrameGuard', code: aroundADropIn }, (props: FrameGuardProps) => (
    // Anew for other origins: a page asks once who frames it.
    <FrameGuard key={props.allow.join(' ')} {...props} />
  )),
  argTypes: {
    children: { control: false },
    allow: { table: { type: { summary: 'readonly string[]' } } },
  },
  args: { allow: [window.location.origin], children: <SignIn /> },
})

/** Storybook shows its stories in a frame of its own origin. */
export const Usage = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Email')).toBeVisible()
  },
})

export const Refused = meta.story({
  args: { allow: [] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Not allowed' })).toBeVisible()
    await expect(canvas.queryByLabelText('Email')).toBeNull()
  },
})

export const RefusedInYourWords = meta.story({
  args: { allow: [], refusal: 'Open this page by itself.' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Open this page by itself.')).toBeVisible()
    await expect(canvas.queryByLabelText('Email')).toBeNull()
  },
})

function aroundADropIn(): string {
  return `import { AuthProvider, FrameGuard, SignIn } from 'gatewright'
import { client } from './client.js'

export function Page() {
  return (
    <AuthProvider client={client}>
      <FrameGuard allow={['https://portal.example']}>
        <SignIn />
      </FrameGuard>
    </AuthProvider>
  )
}`
}
