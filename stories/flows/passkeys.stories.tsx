import { expect, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Passkeys } from '../../src/components/passkeys.js'
import { creationOptions } from '../../test/components/platform-passkeys.js'
import { expectAlert, expectToFit } from '../expectations.js'
import { scriptedSceneOf, scriptedStories, type ScriptedArgs } from '../scripted-scene.js'
import { NARROW } from '../surroundings.js'

const LIST = 'GET /api/auth/passkeys'
const PHONE = { id: 'p1', name: 'Phone', created_at: '2026-01-15T12:00:00Z' }
const LAPTOP = { id: 'p2', name: 'Laptop', created_at: '2026-02-15T12:00:00Z' }

const ARGS: ScriptedArgs = {
  backend: 'authos',
  signedIn: true,
  routes: {
    [LIST]: { body: [PHONE] },
    'POST /api/auth/passkeys/register/start': {
      body: { challenge_id: 'c1', options: { publicKey: creationOptions() } },
    },
    'POST /api/auth/passkeys/register/finish': { body: { success: true, passkey_id: 'p2' } },
    'PATCH /api/auth/passkeys/p1': { body: { success: true } },
    'DELETE /api/auth/passkeys/p1': { body: { success: true } },
  },
}

const meta = preview.meta({
  title: 'flows/passkeys',
  ...scriptedStories(() => <Passkeys newPasskeyName="Laptop" />),
  args: ARGS,
})

export const Listed = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Phone')).toBeVisible()
    await expect(canvas.getByText('Added Jan 15, 2026')).toBeVisible()
  },
})

export const None = meta.story({
  args: { routes: { [LIST]: { body: [] } } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText("You don't have any passkeys yet.")).toBeVisible()
  },
})

export const NotToBeReached = meta.story({
  args: {
    routes: { [LIST]: { status: 503, body: { error: 'x', error_code: 'SERVICE_UNAVAILABLE' } } },
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText("We're temporarily unavailable. Check status."),
    ).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
})

export const Added = meta.story({
  play: async ({ canvas, userEvent, loaded }) => {
    const { platform } = scriptedSceneOf({ loaded })
    await userEvent.click(await canvas.findByRole('button', { name: 'Add a passkey' }))
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    platform.open()[0]?.confirm()
    await expect(await canvas.findByText('Passkey added.')).toBeVisible()
  },
})

export const Cancelled = meta.story({
  play: async ({ canvas, userEvent, loaded }) => {
    const { platform } = scriptedSceneOf({ loaded })
    await userEvent.click(await canvas.findByRole('button', { name: 'Add a passkey' }))
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    platform.open()[0]?.fail('NotAllowedError')
    await expectAlert(canvas, "That didn't finish. Try again or use another method.")
  },
})

export const Renamed = meta.story({
  args: {
    routes: {
      [LIST]: [{ body: [PHONE] }, { body: [{ ...PHONE, name: 'Work phone' }] }],
      'PATCH /api/auth/passkeys/p1': { body: { success: true } },
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Rename Phone' }))
    const field = await canvas.findByLabelText('Passkey name')
    await expect(field).toHaveFocus()
    await userEvent.clear(field)
    await userEvent.type(field, 'Work phone{Enter}')
    await expect(await canvas.findByText('Passkey renamed.')).toBeVisible()
    await expect(await canvas.findByText('Work phone')).toBeVisible()
  },
})

export const Removed = meta.story({
  args: {
    routes: {
      [LIST]: [{ body: [PHONE, LAPTOP] }, { body: [LAPTOP] }],
      'DELETE /api/auth/passkeys/p1': { body: { success: true } },
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove Phone' }))
    const question = await canvas.findByRole('group', { name: /^Remove Phone\?/ })
    await expect(question).toHaveFocus()
    await userEvent.click(within(question).getByRole('button', { name: 'Remove Phone' }))
    await expect(await canvas.findByText('Passkey removed.')).toBeVisible()
    await waitFor(() => expect(canvas.queryByText('Phone')).toBeNull())
  },
})

export const Narrow = meta.story({
  ...NARROW,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove Phone' }))
    await expectToFit()
  },
})
