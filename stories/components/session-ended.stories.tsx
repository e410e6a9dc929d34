import { expect, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { SessionEnded, SignedIn, type SessionEndedProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { ADA, PASSWORD, type FlowPlay } from '../flow-scene.js'
import { beginLetter, Letter } from '../letter.js'
import { PageOf } from '../page-of.js'

const END = 'The server ends the session'

const meta = preview.meta({
  title: 'components/session-ended',
  component: SessionEnded,
  tags: ['autodocs'],
  ...dropInStories(
    { name: 'SessionEnded', signedIn: true, code: aroundThePage },
    (props: SessionEndedProps, { server, client }) => {
      const end = () => {
        server.endSessions(ADA.email)
        void client.refresh()
      }
      return (
        <PageOf does={{ [END]: end }}>
          <SessionEnded {...props}>
            <SignedIn>
              <Letter />
            </SignedIn>
          </SessionEnded>
        </PageOf>
      )
    },
  ),
  argTypes: { children: { control: false } },
})

async function interrupted(context: Pick<FlowPlay, 'canvas' | 'userEvent'>) {
  const { canvas, userEvent } = context
  const letter = await beginLetter(context)
  await userEvent.click(canvas.getByRole('button', { name: END }))
  const dialog = await canvas.findByRole('dialog', { name: "You're signed out" })
  return { letter, inside: within(dialog) }
}

export const Usage = meta.story({
  play: async (context) => {
    const { letter, inside } = await interrupted(context)
    await context.userEvent.type(await inside.findByLabelText('Password'), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(context.canvas.queryByRole('dialog')).toBeNull())
    await expect(letter).toHaveValue('Dear')
  },
})

export const WithYourOwnSignIn = meta.story({
  args: { signIn: 'Ask at the desk for a new card.' },
  play: async (context) => {
    const { inside } = await interrupted(context)
    await expect(inside.getByText('Ask at the desk for a new card.')).toBeVisible()
    await expect(inside.queryByLabelText('Password')).toBeNull()
  },
})

function aroundThePage(): string {
  return `import { AuthProvider, SessionEnded, SignedIn } from 'gatewright'
import { client } from './client.js'
import { Letter } from './letter.js'

export function Page() {
  return (
    <AuthProvider client={client}>
      <SessionEnded>
        <SignedIn>
          <Letter />
        </SignedIn>
      </SessionEnded>
    </AuthProvider>
  )
}`
}
