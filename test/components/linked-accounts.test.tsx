import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { auditAccessibility } from './audit.js'
import { LinkedAccounts } from '../../src/components/linked-accounts.js'
import { OAuthCallback } from '../../src/components/oauth-callback.js'
import { BACKENDS } from './oauth-journey.js'
import { renderWith } from './render-with.js'
import { jwt, scriptedServer } from './scripted-server.js'
import { signInAsAda } from './signed-in-as.js'

const LIST = 'GET /auth/identities'
const methods = { total: 2, hasPassword: true, oauthCount: 1 }

function identities(...providers: readonly (readonly [string, boolean])[]) {
  return {
    body: {
      identities: providers.map(([provider, canUnlink], index) => ({
        id: `i${index}`,
        kind: 'oauth',
        provider,
        canUnlink,
      })),
      methods,
    },
  }
}

const navigate = vi.fn<(url: string) => void>()

afterEach(() => {
  navigate.mockReset()
})

function edgebasePage(routes: Parameters<typeof scriptedServer>[0]) {
  const server = scriptedServer(routes)
  const scene = renderWith(
    <LinkedAccounts
      providers={['google', 'github']}
      redirectUrl="/callback"
      returnTo="/account"
      navigate={navigate}
    />,
    { backend: BACKENDS.edgebase, server, signedIn: signInAsAda },
  )
  return { server, ...scene }
}

describe('<LinkedAccounts/>', () => {
  it('lists what is linked, and offers what is not', async () => {
    const { container } = edgebasePage({ [LIST]: identities(['google', true]) })
    expect(await screen.findByRole('button', { name: 'Unlink Google' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Link GitHub' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Link Google' })).toBeNull()
    await auditAccessibility(container)
  })

  it('unlinks an account, says so, and keeps the focus in the card', async () => {
    const { user, server, container } = edgebasePage({
      [LIST]: [identities(['google', true], ['github', true]), identities(['github', false])],
      'DELETE /auth/identities/i0': { body: { ok: true } },
    })
    await user.click(await screen.findByRole('button', { name: 'Unlink Google' }))
    await waitFor(() => expect(container).toHaveTextContent('Google is no longer linked.'))
    expect(await screen.findByRole('button', { name: 'Link Google' })).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Linked accounts' })).toHaveFocus()
    expect(server.met('DELETE /auth/identities/i0')).toHaveLength(1)
  })

  it('refuses to take the last way to sign in away, without a request, and says why', async () => {
    const { user, server } = edgebasePage({ [LIST]: identities(['google', false]) })
    await user.click(await screen.findByRole('button', { name: 'Unlink Google' }))
    expect(
      await screen.findByText(
        'This is your only way to sign in. Add another one before you remove it.',
      ),
    ).toBeVisible()
    expect(server.requests.filter(({ method }) => method === 'DELETE')).toEqual([])
  })

  it.each([
    [
      'authos',
      'GET /api/user/identities',
      [{ provider: 'google' }],
      'DELETE /api/user/identities/google',
      {
        error: 'Cannot unlink last identity. At least one identity must remain.',
        error_code: 'BAD_REQUEST',
      },
    ],
    [
      'better-auth',
      'GET /list-accounts',
      [
        { id: 'r1', providerId: 'google' },
        { id: 'r2', providerId: 'credential' },
      ],
      'POST /unlink-account',
      { code: 'FAILED_TO_UNLINK_LAST_ACCOUNT', message: "You can't unlink your last account" },
    ],
  ] as const)('says the same when %s refuses', async (id, list, listed, unlink, refusal) => {
    const server = scriptedServer({
      'GET /get-session': { body: { session: { id: 's' }, user: { id: 'u1', email: 'a@b.c' } } },
      [list]: { body: listed },
      [unlink]: { status: 400, body: refusal },
    })
    const { user } = renderWith(<LinkedAccounts />, {
      backend: BACKENDS[id],
      server,
      signedIn: (client) => client.backend.session === 'token' && signInAsAda(client),
    })
    await user.click(await screen.findByRole('button', { name: 'Unlink Google' }))
    expect(await screen.findByText(/^This is your only way to sign in\./)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Unlink Google' })).toBeVisible()
  })

  it('calls Better Auth’s own password by its name', async () => {
    const { client } = renderWith(<LinkedAccounts />, {
      backend: BACKENDS['better-auth'],
      server: scriptedServer({
        'GET /get-session': { body: { session: { id: 's' }, user: { id: 'u1', email: 'a@b.c' } } },
        'GET /list-accounts': { body: [{ id: 'r2', providerId: 'credential' }] },
      }),
    })
    await waitFor(() => expect(client.getSession().status).toBe('signed_in'))
    expect(await screen.findByText('Password')).toBeVisible()
  })

  it('goes to a provider to link an account, and comes back linked, with the new session', async () => {
    const { user, server, unmount } = edgebasePage({
      [LIST]: identities(['google', true]),
      'POST /auth/oauth/link/github': { body: { redirectUrl: 'https://github.example/authorize' } },
    })
    await user.click(await screen.findByRole('button', { name: 'Link GitHub' }))
    await waitFor(() => expect(navigate).toHaveBeenCalledWith('https://github.example/authorize'))
    const { state, ...sent } = server.met('POST /auth/oauth/link/github')[0]?.body ?? {}
    expect(sent).toEqual({ redirectUrl: 'http://localhost:3000/callback' })
    unmount()

    const onLinked = vi.fn()
    const tokens = `access_token=${jwt({ sub: 'u1' })}&refresh_token=r&state=${String(state)}`
    window.history.replaceState(null, '', `/callback#${tokens}`)
    const { client, container } = renderWith(<OAuthCallback onLinked={onLinked} />, {
      backend: BACKENDS.edgebase,
      server: scriptedServer({}),
    })
    await waitFor(() => expect(container).toHaveTextContent('GitHub is linked.'))
    expect(onLinked).toHaveBeenCalledExactlyOnceWith('github', { returnTo: '/account' })
    expect(client.getSession().status).toBe('signed_in')
  })

  it('says on the way back that the account belongs to somebody else', async () => {
    const { user, unmount } = renderWith(
      <LinkedAccounts providers={['github']} redirectUrl="/callback" navigate={navigate} />,
      {
        backend: BACKENDS['better-auth'],
        server: scriptedServer({
          'GET /get-session': {
            body: { session: { id: 's' }, user: { id: 'u1', email: 'a@b.c' } },
          },
          'GET /list-accounts': { body: [] },
          'POST /link-social': {
            body: { url: 'https://github.example/authorize', redirect: false },
          },
        }),
      },
    )
    await user.click(await screen.findByRole('button', { name: 'Link GitHub' }))
    await waitFor(() => expect(navigate).toHaveBeenCalledOnce())
    unmount()

    window.history.replaceState(
      null,
      '',
      '/callback?error=account_already_linked_to_different_user',
    )
    renderWith(<OAuthCallback />, { backend: BACKENDS['better-auth'], server: scriptedServer({}) })
    expect(
      await screen.findByText('This sign-in is already linked to another account.'),
    ).toBeVisible()
  })
})
