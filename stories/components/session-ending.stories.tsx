import { useState } from 'react'
import { expect, fn, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { SessionEnding, useAuthClient, type SessionEndingProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import type { FlowPlay } from '../flow-scene.js'
import { beginLetter, Letter } from '../letter.js'
import { PageOf } from '../page-of.js'

const NEARLY = 'It is nearly over'

const meta = preview.meta({
  title: 'components/session-ending',
  component: SessionEnding,
  tags: ['autodocs'],
  ...dropInStories(
    { name: 'SessionEnding', signedIn: true, fixed: 'endsAt={endsAt}', code: onThePage },
    (props: SessionEndingProps) => <App {...props} />,
  ),
  argTypes: { endsAt: { control: false } },
  args: { warnSeconds: 120 },
})

/** Its server ends sessions; ninety seconds before, somebody is still writing. */
function App(props: SessionEndingProps) {
  const { now } = useAuthClient()
  const [endsAt, setEndsAt] = useState<number | null>(null)
  return (
    <PageOf does={{ [NEARLY]: () => setEndsAt(now() + 90_000) }}>
      <Letter />
      <SessionEnding {...props} endsAt={endsAt} />
    </PageOf>
  )
}

async function warned(context: Pick<FlowPlay, 'canvas' | 'userEvent'>) {
  const { canvas, userEvent } = context
  const letter = await beginLetter(context)
  await userEvent.click(canvas.getByRole('button', { name: NEARLY }))
  const dialog = await canvas.findByRole('dialog', { name: "You're about to be signed out" })
  return { letter, inside: within(dialog) }
}

export const Usage = meta.story({
  play: async (context) => {
    const { letter, inside } = await warned(context)
    await expect(inside.getByText("You'll be signed out in 1 minute, 30 seconds.")).toBeVisible()
    await context.userEvent.click(inside.getByRole('button', { name: 'Stay signed in' }))
    await waitFor(() => expect(context.canvas.queryByRole('dialog')).toBeNull())
    await expect(letter).toHaveValue('Dear')
  },
})

export const KeptInYourOwnWay = meta.story({
  args: { onStay: fn(async () => undefined) },
  play: async (context) => {
    const { inside } = await warned(context)
    await context.userEvent.click(inside.getByRole('button', { name: 'Stay signed in' }))
    await waitFor(() => expect(context.args.onStay).toHaveBeenCalledOnce())
  },
})

/** Half a minute is enough here, so that a minute and a half before the end nobody is disturbed. */
export const WarnedLate = meta.story({
  args: { warnSeconds: 30 },
  play: async (context) => {
    const letter = await beginLetter(context)
    await context.userEvent.click(context.canvas.getByRole('button', { name: NEARLY }))
    await expect(context.canvas.queryByRole('dialog')).toBeNull()
    await expect(letter).toHaveValue('Dear')
  },
})

function onThePage(element: string): string {
  return `import { AuthProvider, SessionEnding } from 'gatewright'
import { client } from './client.js'
import { Letter } from './letter.js'

/** endsAt: when the server ends the session, where the app knows that. */
export function Page({ endsAt }: { endsAt: number }) {
  return (
    <AuthProvider client={client}>
      <Letter />
      ${element}
    </AuthProvider>
  )
}`
}
