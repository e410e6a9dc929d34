import { expect, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { SessionEnded } from '../../src/components/session-ended.js'
import { SignedIn } from '../../src/index.js'
import type { WireRow } from '../../src/testing/fake-auth-server/dialect.js'
import { expectToFit } from '../expectations.js'
import { ADA, PASSWORD, sceneOf, type FlowPlay } from '../flow-scene.js'
import { insideFlow } from '../flow-screen.js'
import { beginLetter, Letter } from '../letter.js'
import { NARROW } from '../surroundings.js'

const meta = preview.meta({
  title: 'flows/session-ended',
  ...insideFlow(
    <SessionEnded>
      <SignedIn>
        <Letter />
      </SignedIn>
    </SessionEnded>,
  ),
})

/** Has the server end the session while somebody writes. */
async function interrupted(context: FlowPlay, wire: WireRow) {
  const { canvas, loaded } = context
  const { server, client } = sceneOf({ loaded })
  const letter = await beginLetter(context)
  server.force('refresh', wire)
  await client.refresh()
  const dialog = await canvas.findByRole('dialog', { name: "You're signed out" })
  return { letter, dialog, inside: within(dialog) }
}

function shows(wire: WireRow, sentence: string) {
  return async (context: FlowPlay): Promise<void> => {
    const { inside } = await interrupted(context, wire)
    await expect(inside.getByText(sentence)).toBeVisible()
    await expect(inside.getByRole('textbox', { name: 'Email' })).toHaveValue(ADA.email)
  }
}

const REVOKED = 'Your session has been revoked. Sign in to continue.'

export const Expired = meta.story({
  args: { backend: 'calimatic' },
  play: shows(
    { status: 401, code: 'TOKEN_EXPIRED' },
    'Your session has ended. Sign in to continue where you left off.',
  ),
})

export const Revoked = meta.story({
  args: { backend: 'auth-svc' },
  play: shows({ status: 401, code: 'TOKEN_REVOKED' }, REVOKED),
})

export const ReuseDetected = meta.story({
  args: { backend: 'edgebase' },
  play: shows(
    { status: 401, message: 'Refresh token reuse detected. Session revoked.' },
    'For your safety we signed you out everywhere. Sign in to continue.',
  ),
})

export const OnASmallScreen = meta.story({
  ...NARROW,
  args: { backend: 'auth-svc' },
  play: async (context) => {
    await shows({ status: 401, code: 'TOKEN_REVOKED' }, REVOKED)(context)
    await expectToFit()
  },
})

/** The page is as it was, and so is what was typed. */
export const SignedInAgain = meta.story({
  args: { backend: 'auth-svc' },
  play: async (context) => {
    const { letter, dialog, inside } = await interrupted(context, {
      status: 401,
      code: 'TOKEN_REVOKED',
    })
    // What the browser sends for Escape: nobody gets past by it.
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }))
    letter.focus()
    await expect(letter).not.toHaveFocus()
    await context.userEvent.type(inside.getByLabelText('Password'), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(context.canvas.queryByRole('dialog')).toBeNull())
    await expect(letter).toHaveValue('Dear')
    await expect(letter).toHaveFocus()
  },
})
