import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Passkeys, type PasskeysProps } from '../../src/index.js'
import { creationOptions } from '../../test/components/platform-passkeys.js'
import { scriptedDropInStories } from '../drop-in-stories.js'
import { expectAlert } from '../expectations.js'
import type { FlowPlay } from '../flow-scene.js'
import { PageOf } from '../page-of.js'
import { scriptedSceneOf } from '../scripted-scene.js'

const PHONE = { id: 'p1', name: 'Phone', created_at: '2026-01-15T12:00:00Z' }
const LAPTOP = { id: 'p2', name: 'Laptop', created_at: '2026-02-15T12:00:00Z' }

// What the browser asks in a window of its own.
const CONFIRM = 'Confirm on the device'
const CANCEL = 'Cancel there'

const meta = preview.meta({
  title: 'components/passkeys',
  component: Passkeys,
  tags: ['autodocs'],
  ...scriptedDropInStories(
    {
      name: 'Passkeys',
      backend: 'authos',
      signedIn: true,
      routes: {
        'GET /api/auth/passkeys': [{ body: [PHONE] }, { body: [PHONE, LAPTOP] }],
        'POST /api/auth/passkeys/register/start': {
          body: { challenge_id: 'c1', options: { publicKey: creationOptions() } },
        },
        'POST /api/auth/passkeys/register/finish': { body: { success: true, passkey_id: 'p2' } },
        'PATCH /api/auth/passkeys/p1': { body: { success: true } },
        'DELETE /api/auth/passkeys/p1': { body: { success: true } },
      },
    },
    (props: PasskeysProps, { platform }) => (
      <PageOf
        does={{
          [CONFIRM]: () => platform.open()[0]?.confirm(),
          [CANCEL]: () => platform.open()[0]?.fail('NotAllowedError'),
        }}
      >
        <Passkeys {...props} />
      </PageOf>
    ),
  ),
})

/** Presses the button, and waits for the browser's own question. */
async function isAsked({ canvas, userEvent, loaded }: FlowPlay): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', { name: 'Add a passkey' }))
  await waitFor(() => expect(scriptedSceneOf({ loaded }).platform.open()).toHaveLength(1))
}

export const Usage = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Phone')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Remove Phone' })).toBeVisible()
  },
})

export const Added = meta.story({
  args: { newPasskeyName: 'Laptop' },
  play: async (context) => {
    const { canvas, userEvent, loaded } = context
    await isAsked(context)
    await userEvent.click(canvas.getByRole('button', { name: CONFIRM }))
    await expect(await canvas.findByText('Passkey added.')).toBeVisible()
    await expect(await canvas.findByText('Laptop')).toBeVisible()
    const { server } = scriptedSceneOf({ loaded })
    const [start] = server.met('POST /api/auth/passkeys/register/start')
    await expect(start?.body).toEqual({ name: 'Laptop' })
  },
})

export const CalledOff = meta.story({
  play: async (context) => {
    await isAsked(context)
    await context.userEvent.click(context.canvas.getByRole('button', { name: CANCEL }))
    await expectAlert(context.canvas, "That didn't finish. Try again or use another method.")
  },
})
