import { expect, waitFor } from 'storybook/test'
import type { ReactNode } from 'react'
import preview from '../../.storybook/preview.js'
import { SignedIn, SignedOut, SignIn } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { ADA } from '../flow-scene.js'
import { PageOf } from '../page-of.js'
import { signInSteps } from '../sign-in-steps.js'

const meta = preview.meta({
  title: 'components/signed-in',
  component: SignedIn,
  subcomponents: { SignedOut },
  tags: ['autodocs'],
  ...dropInStories(
    { name: 'SignedIn', code: bothSides },
    ({ children }: { children?: ReactNode }, { client }) => (
      <>
        <SignedOut>
          <SignIn />
        </SignedOut>
        <SignedIn>
          <PageOf does={{ 'Sign out': () => void client.signOut() }}>
            <p className="showroom-page">{children}</p>
          </PageOf>
        </SignedIn>
      </>
    ),
  ),
  argTypes: { children: { description: 'What is seen by who is signed in.' } },
  args: { children: 'Your three orders are on their way.' },
})

export const Usage = meta.story({
  play: async (context) => {
    const { canvas, userEvent } = context
    const { signInAs } = signInSteps(context)
    await expect(canvas.queryByText('Your three orders are on their way.')).toBeNull()
    await signInAs(ADA.email)
    await expect(await canvas.findByText('Your three orders are on their way.')).toBeVisible()
    await expect(canvas.queryByLabelText('Password')).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Sign out' }))
    await expect(await canvas.findByLabelText('Password')).toBeVisible()
    await waitFor(() =>
      expect(canvas.queryByText('Your three orders are on their way.')).toBeNull(),
    )
  },
})

function bothSides(): string {
  return `import { AuthProvider, SignedIn, SignedOut, SignIn } from 'gatewright'
import { client } from './client.js'
import { Orders } from './orders.js'

export function Page() {
  return (
    <AuthProvider client={client}>
      <SignedOut>
        <SignIn />
      </SignedOut>
      <SignedIn>
        <Orders />
      </SignedIn>
    </AuthProvider>
  )
}`
}
