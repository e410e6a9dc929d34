import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { LinkedAccounts } from '../../src/components/linked-accounts.js'
import { expectAlert, expectToFit } from '../expectations.js'
import { scriptedStories, type ScriptedArgs } from '../scripted-scene.js'
import { NARROW } from '../surroundings.js'

const LIST = 'GET /auth/identities'

function identities(...rows: readonly { provider: string; canUnlink: boolean }[]) {
  return {
    body: { identities: rows.map((row, index) => ({ id: `i${index}`, kind: 'oauth', ...row })) },
  }
}

const navigate = fn()
const BOTH = identities(
  { provider: 'google', canUnlink: true },
  { provider: 'github', canUnlink: true },
)

const ARGS: ScriptedArgs = {
  backend: 'edgebase',
  signedIn: true,
  routes: { [LIST]: BOTH },
}

const meta = preview.meta({
  title: 'flows/linked-accounts',
  ...scriptedStories(() => (
    <LinkedAccounts providers={['google', 'github', 'apple']} navigate={navigate} />
  )),
  args: ARGS,
})

export const Listed = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Unlink Google' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Link Apple' })).toBeVisible()
  },
})

export const Linking = meta.story({
  args: {
    routes: {
      [LIST]: BOTH,
      'POST /auth/oauth/link/apple': { body: { redirectUrl: 'https://appleid.example/' } },
    },
  },
  play: async ({ canvas, userEvent }) => {
    navigate.mockClear()
    await userEvent.click(await canvas.findByRole('button', { name: 'Link Apple' }))
    await waitFor(() => expect(navigate).toHaveBeenCalledWith('https://appleid.example/'))
  },
})

export const Unlinked = meta.story({
  args: {
    routes: {
      [LIST]: [BOTH, identities({ provider: 'github', canUnlink: false })],
      'DELETE /auth/identities/i0': { body: { ok: true } },
    },
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Unlink Google' }))
    await waitFor(() => expect(canvasElement).toHaveTextContent('Google is no longer linked.'))
    await expect(canvas.getByRole('heading', { name: 'Linked accounts' })).toHaveFocus()
  },
})

export const TheLastOne = meta.story({
  args: { routes: { [LIST]: identities({ provider: 'google', canUnlink: false }) } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Unlink Google' }))
    await expectAlert(
      canvas,
      'This is your only way to sign in. Add another one before you remove it.',
    )
  },
})

export const None = meta.story({
  args: { routes: { [LIST]: identities() } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No accounts are linked yet.')).toBeVisible()
  },
})

export const Narrow = meta.story({
  ...NARROW,
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Unlink Google' })
    await expectToFit()
  },
})
