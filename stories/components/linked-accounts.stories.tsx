import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { LinkedAccounts, type LinkedAccountsProps } from '../../src/index.js'
import { scriptedDropInStories } from '../drop-in-stories.js'

const GOOGLE = { id: 'i0', kind: 'oauth', provider: 'google', canUnlink: true }
const GITHUB = { id: 'i1', kind: 'oauth', provider: 'github', canUnlink: true }

const meta = preview.meta({
  title: 'components/linked-accounts',
  component: LinkedAccounts,
  tags: ['autodocs'],
  ...scriptedDropInStories(
    {
      name: 'LinkedAccounts',
      backend: 'edgebase',
      signedIn: true,
      routes: {
        'GET /auth/identities': [
          { body: { identities: [GOOGLE, GITHUB] } },
          { body: { identities: [{ ...GITHUB, canUnlink: false }] } },
        ],
        'DELETE /auth/identities/i0': { body: { ok: true } },
        'POST /auth/oauth/link/apple': { body: { redirectUrl: 'https://appleid.example/' } },
        'POST /auth/oauth/link/oidc%3Aacme': { body: { redirectUrl: 'https://sso.acme.example/' } },
      },
    },
    (props: LinkedAccountsProps) => <LinkedAccounts {...props} />,
  ),
  args: {
    providers: ['google', 'github', 'apple'],
    redirectUrl: 'https://app.example.com/callback',
    navigate: fn(),
  },
})

export const Usage = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Unlink Google' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Link Apple' })).toBeVisible()
  },
})

export const Unlinked = meta.story({
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Unlink Google' }))
    await waitFor(() => expect(canvasElement).toHaveTextContent('Google is no longer linked.'))
    await expect(await canvas.findByRole('button', { name: 'Link Google' })).toBeVisible()
  },
})

export const YourOwnProvider = meta.story({
  args: { providers: ['google', { id: 'oidc:acme', name: 'Acme SSO' }] },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Link Acme SSO' }))
    await waitFor(() => expect(args.navigate).toHaveBeenCalledWith('https://sso.acme.example/'))
  },
})
