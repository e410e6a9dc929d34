import { expect, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Card } from '../../src/components/parts/card.js'
import { useAuthClient, SignedIn, Toasts, useToasts } from '../../src/index.js'
import { expectToFit } from '../expectations.js'
import { sceneOf, type FlowPlay } from '../flow-scene.js'
import { insideFlow } from '../flow-screen.js'
import { beginLetter, Letter } from '../letter.js'
import { NARROW } from '../surroundings.js'

/** A page that asks for something in the background. */
function Desk() {
  const { listSessions } = useAuthClient()
  const { show } = useToasts()
  async function count() {
    const outcome = await listSessions()
    if (outcome.kind !== 'succeeded') show(outcome, { retry: () => void count() })
  }
  return (
    <>
      <Card>
        <Letter />
        <button
          type="button"
          data-gw="button"
          data-variant="secondary"
          onClick={() => void count()}
        >
          Look for new mail
        </button>
      </Card>
      <Toasts />
    </>
  )
}

const meta = preview.meta({
  title: 'flows/toasts',
  ...insideFlow(
    <SignedIn>
      <Desk />
    </SignedIn>,
  ),
})

const OFFLINE = "You're offline. We'll be ready when your connection is back."

/** The network goes while somebody writes. */
async function offline(context: FlowPlay) {
  const letter = await beginLetter(context)
  window.dispatchEvent(new Event('offline'))
  await expect(await context.canvas.findByText(OFFLINE)).toBeVisible()
  return letter
}

/** Nobody is interrupted: the letter keeps the focus. */
export const OfflineAndBack = meta.story({
  args: { backend: 'auth-svc' },
  play: async (context) => {
    const letter = await offline(context)
    await expect(letter).toHaveFocus()
    window.dispatchEvent(new Event('online'))
    await expect(await context.canvas.findByText("You're back online.")).toBeVisible()
    await expect(context.canvas.queryByText(OFFLINE)).toBeNull()
  },
})

export const ServerDown = meta.story({
  args: { backend: 'edgebase' },
  play: async (context) => {
    const { server, client } = sceneOf(context)
    await beginLetter(context)
    server.force('session_manage', { status: 503 }, { times: Infinity })
    await waitFor(
      async () => {
        await client.listSessions()
        await expect(client.getOutage()).not.toBeNull()
      },
      { timeout: 10_000 },
    )
    const toast = await context.canvas.findByText(/went wrong on our side/)
    await expect(toast).toBeVisible()
  },
})

export const TriedAgain = meta.story({
  args: { backend: 'auth-svc' },
  play: async (context) => {
    const { canvas, userEvent } = context
    const { server } = sceneOf(context)
    const back = server.force('session_manage', 'offline', { times: Infinity })
    await userEvent.click(await canvas.findByRole('button', { name: 'Look for new mail' }))
    const again = await canvas.findByRole('button', { name: 'Try again' })
    back()
    await userEvent.click(again)
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Close' })).toBeNull())
    await expect(canvas.getByRole('button', { name: 'Look for new mail' })).toHaveFocus()
  },
})

export const ClosedByKey = meta.story({
  args: { backend: 'auth-svc' },
  play: async (context) => {
    const letter = await offline(context)
    const close = within(context.canvas.getByRole('status')).getByRole('button', { name: 'Close' })
    close.focus()
    await context.userEvent.keyboard('{Escape}')
    await waitFor(() => expect(context.canvas.queryByText(OFFLINE)).toBeNull())
    await expect(letter).toHaveFocus()
  },
})

export const OnASmallScreen = meta.story({
  ...NARROW,
  args: { backend: 'auth-svc' },
  play: async (context) => {
    await offline(context)
    await expectToFit()
  },
})

export const InTheDark = meta.story({
  globals: { theme: 'dark' },
  args: { backend: 'auth-svc' },
  play: async (context) => void (await offline(context)),
})
