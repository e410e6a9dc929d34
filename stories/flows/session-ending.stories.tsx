import { useState } from 'react'
import { expect, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { SessionEnding, useAuthClient } from '../../src/index.js'
import { expectToFit } from '../expectations.js'
import { letPass, sceneOf, type FlowPlay } from '../flow-scene.js'
import { insideFlow } from '../flow-screen.js'
import { beginLetter, Letter } from '../letter.js'
import { NARROW } from '../surroundings.js'

const TEN_MINUTES = 600

const meta = preview.meta({ title: 'flows/session-ending', ...insideFlow(<App />) })

/** Its server ends sessions after ten minutes, and begins anew with each renewal. */
function App() {
  const { now } = useAuthClient()
  const [endsAt] = useState(() => now() + TEN_MINUTES * 1000)
  return (
    <>
      <Letter />
      <SessionEnding endsAt={endsAt} />
    </>
  )
}

async function warned(context: FlowPlay) {
  const { canvas, loaded } = context
  const letter = await beginLetter(context)
  letPass(sceneOf({ loaded }), TEN_MINUTES - 90)
  const dialog = await canvas.findByRole('dialog', { name: "You're about to be signed out" })
  const inside = within(dialog)
  await expect(inside.getByText(/^You'll be signed out in 1 minute, \d+ seconds\.$/)).toBeVisible()
  return { letter, dialog, inside }
}

/** One press keeps it, and the page is as it was. */
export const Kept = meta.story({
  args: { backend: 'auth-svc' },
  play: async (context) => {
    const { letter, inside } = await warned(context)
    const stay = inside.getByRole('button', { name: 'Stay signed in' })
    await expect(stay).toHaveFocus()
    await context.userEvent.keyboard('{Enter}')
    await waitFor(() => expect(context.canvas.queryByRole('dialog')).toBeNull())
    await expect(letter).toHaveFocus()
    await expect(letter).toHaveValue('Dear')
  },
})

export const NotKept = meta.story({
  args: { backend: 'edgebase' },
  play: async (context) => {
    const { server, client } = sceneOf(context)
    const { inside } = await warned(context)
    server.force('refresh', { status: 500, message: 'Internal server error.' })
    await context.userEvent.click(inside.getByRole('button', { name: 'Stay signed in' }))
    await expect(await inside.findByText(/^Something went wrong on our side\./)).toBeVisible()
    await context.userEvent.click(inside.getByRole('button', { name: 'Sign out' }))
    await waitFor(() => expect(client.getSession()).toEqual({ status: 'signed_out' }))
  },
})

export const OnASmallScreen = meta.story({
  ...NARROW,
  args: { backend: 'auth-svc' },
  play: async (context) => {
    await warned(context)
    await expectToFit()
  },
})
