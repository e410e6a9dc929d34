import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { auditAccessibility } from './audit.js'
import { Passkeys, type PasskeysProps } from '../../src/components/passkeys.js'
import { BACKENDS } from './oauth-journey.js'
import { creationOptions, restorePlatform, stubPlatform } from './platform-passkeys.js'
import { renderWith } from './render-with.js'
import { jwt, scriptedServer } from './scripted-server.js'
import { signInAsAda } from './signed-in-as.js'

const LIST = 'GET /api/auth/passkeys'
const PHONE = { id: 'p1', name: 'Phone', created_at: '2026-01-15T12:00:00Z' }
const LAPTOP = { id: 'p2', name: 'Laptop', created_at: '2026-02-15T12:00:00Z' }

afterEach(() => {
  restorePlatform()
})

type Routes = Parameters<typeof scriptedServer>[0]

function authosPage(routes: Routes, props: PasskeysProps = {}) {
  const platform = stubPlatform()
  const server = scriptedServer({
    [LIST]: { body: [PHONE, LAPTOP] },
    'POST /api/auth/passkeys/register/start': {
      body: { challenge_id: 'c1', options: { publicKey: creationOptions() } },
    },
    ...routes,
  })
  const scene = renderWith(<Passkeys {...props} />, {
    backend: BACKENDS.authos,
    server,
    signedIn: signInAsAda,
  })
  return { platform, server, ...scene }
}

const names = () =>
  within(screen.getByRole('list', { name: 'Passkeys' }))
    .getAllByRole('listitem')
    .map((item) => item.querySelector('bdi')?.textContent)

describe('<Passkeys/>', () => {
  it('lists the account’s passkeys, with the day they were added', async () => {
    const { container } = authosPage({})
    expect(await screen.findByText('Phone')).toBeVisible()
    expect(names()).toEqual(['Phone', 'Laptop'])
    expect(screen.getByText('Added Jan 15, 2026')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Remove Phone' })).toHaveAccessibleDescription(
      'Added Jan 15, 2026',
    )
    await auditAccessibility(container)
  })

  it('says when there are none, and when the list cannot be had, with a way to ask again', async () => {
    let isDown = true
    const { user } = authosPage({
      [LIST]: () =>
        isDown
          ? { status: 503, body: { error: 'x', error_code: 'SERVICE_UNAVAILABLE' } }
          : { body: [] },
    })
    const again = await screen.findByRole('button', { name: 'Try again' })
    isDown = false
    await user.click(again)
    expect(await screen.findByText("You don't have any passkeys yet.")).toBeVisible()
  })

  it('UX-26: says what will happen, creates a passkey and says that it did', async () => {
    const { user, server, platform } = authosPage(
      {
        [LIST]: [{ body: [] }, { body: [PHONE] }],
        'POST /api/auth/passkeys/register/finish': { body: { success: true, passkey_id: 'p1' } },
      },
      { newPasskeyName: 'Phone' },
    )
    expect(
      screen.getByText(/^A passkey uses your fingerprint, face or screen lock\./),
    ).toBeVisible()
    await screen.findByText("You don't have any passkeys yet.")
    await user.click(screen.getByRole('button', { name: 'Add a passkey' }))
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    expect(platform.ceremonies[0]).toMatchObject({
      kind: 'create',
      publicKey: { timeout: 300_000 },
    })
    await act(async () => platform.open()[0]?.confirm())
    expect(await screen.findByText('Passkey added.')).toBeVisible()
    await waitFor(() => expect(names()).toEqual(['Phone']))
    const [sent] = server.met('POST /api/auth/passkeys/register/finish')
    expect(sent?.body).toMatchObject({ challenge_id: 'c1', credential: { type: 'public-key' } })
    expect(sent?.authorization).toMatch(/^Bearer /)
  })

  it('calls a new passkey after this device, and leaves the account its name', async () => {
    const agent = vi
      .spyOn(navigator, 'userAgent', 'get')
      .mockReturnValue('Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36')
    const server = scriptedServer({
      'GET /get-session': { body: { session: { id: 's' }, user: { id: 'u1', email: 'a@b.c' } } },
      'GET /passkey/list-user-passkeys': { body: [] },
      'GET /passkey/generate-register-options': { body: creationOptions() },
      'POST /passkey/verify-registration': { body: { id: 'p1' } },
    })
    const platform = stubPlatform()
    const { user } = renderWith(<Passkeys />, { backend: BACKENDS['better-auth'], server })
    await screen.findByText("You don't have any passkeys yet.")
    await user.click(screen.getByRole('button', { name: 'Add a passkey' }))
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    await act(async () => platform.open()[0]?.confirm())
    expect(await screen.findByText('Passkey added.')).toBeVisible()
    expect(server.met('GET /passkey/generate-register-options')[0]?.query).toEqual({})
    expect(server.met('POST /passkey/verify-registration')[0]?.body).toMatchObject({
      name: 'Chrome on Linux',
    })
    agent.mockRestore()
  })

  it('UX-24: tells the device of a passkey that was removed', async () => {
    const platform = stubPlatform()
    const { user } = renderWith(<Passkeys />, {
      backend: BACKENDS.edgebase,
      server: scriptedServer({
        'GET /auth/passkeys': { body: { passkeys: [{ credentialId: 'k1' }] } },
        'DELETE /auth/passkeys/k1': { body: { ok: true } },
      }),
      signedIn: signInAsAda,
    })
    await user.click(await screen.findByRole('button', { name: 'Remove Passkey' }))
    await user.click(
      within(screen.getByRole('group')).getByRole('button', { name: 'Remove Passkey' }),
    )
    expect(await screen.findByText('Passkey removed.')).toBeVisible()
    expect(platform.signalled).toEqual([{ rpId: 'localhost', credentialId: 'k1' }])
  })

  it('UX-23: takes a closed dialog for a change of mind', async () => {
    const { user, platform, server } = authosPage({})
    await user.click(await screen.findByRole('button', { name: 'Add a passkey' }))
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    await act(async () => platform.open()[0]?.fail('NotAllowedError'))
    expect(await screen.findByText(/^That didn't finish\./)).toBeVisible()
    expect(server.met('POST /api/auth/passkeys/register/finish')).toEqual([])
    expect(screen.getByRole('button', { name: 'Add a passkey' })).not.toHaveAttribute(
      'aria-disabled',
    )
  })

  it('says so when the device has a passkey for the account already', async () => {
    const { user, platform } = authosPage({})
    await user.click(await screen.findByRole('button', { name: 'Add a passkey' }))
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    await act(async () => platform.open()[0]?.fail('InvalidStateError'))
    expect(await screen.findByText('That resource already exists.')).toBeVisible()
  })

  it('renames a passkey, and keeps what was typed when the server refuses it', async () => {
    const rename = 'PATCH /api/auth/passkeys/p1'
    const { user, server } = authosPage({
      [LIST]: [{ body: [PHONE, LAPTOP] }, { body: [{ ...PHONE, name: 'Work phone' }, LAPTOP] }],
      [rename]: [
        {
          status: 400,
          body: { error: 'Passkey name cannot exceed 80 characters', error_code: 'BAD_REQUEST' },
        },
        { body: { success: true } },
      ],
    })
    await user.click(await screen.findByRole('button', { name: 'Rename Phone' }))
    const field = screen.getByLabelText<HTMLInputElement>('Passkey name')
    expect(field).toHaveFocus()
    expect(field).toHaveValue('Phone')

    await user.clear(field)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(field).toHaveAccessibleDescription(/Fill in this field\./)
    expect(server.met(rename)).toEqual([])

    await user.type(field, 'x'.repeat(81))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Use 80 or fewer characters\./))
    expect(field).toHaveValue('x'.repeat(81))

    await user.clear(field)
    await user.type(field, ' Work phone {Enter}')
    expect(await screen.findByText('Passkey renamed.')).toBeVisible()
    await waitFor(() => expect(names()).toEqual(['Work phone', 'Laptop']))
    expect(server.met(rename).at(-1)?.body).toEqual({ name: 'Work phone' })
    expect(screen.getByRole('heading', { name: 'Passkeys' })).toHaveFocus()
  })

  it('removes a passkey only when that is confirmed', async () => {
    const remove = 'DELETE /api/auth/passkeys/p1'
    const { user, server, container } = authosPage({
      [LIST]: [{ body: [PHONE, LAPTOP] }, { body: [LAPTOP] }],
      [remove]: { body: { success: true } },
    })
    await user.click(await screen.findByRole('button', { name: 'Remove Phone' }))
    const question = screen.getByRole('group', { name: /^Remove Phone\?/ })
    expect(question).toHaveFocus()
    await auditAccessibility(container)
    await user.click(within(question).getByRole('button', { name: 'Cancel' }))
    expect(server.met(remove)).toEqual([])

    await user.click(screen.getByRole('button', { name: 'Remove Phone' }))
    await user.click(
      within(screen.getByRole('group')).getByRole('button', { name: 'Remove Phone' }),
    )
    expect(await screen.findByText('Passkey removed.')).toBeVisible()
    await waitFor(() => expect(names()).toEqual(['Laptop']))
    expect(screen.getByRole('heading', { name: 'Passkeys' })).toHaveFocus()
  })

  it('gives the focus back to the button that began a rename', async () => {
    const { user } = authosPage({})
    await user.click(await screen.findByRole('button', { name: 'Rename Phone' }))
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(screen.getByRole('button', { name: 'Rename Phone' })).toHaveFocus()
  })

  it('asks again when somebody else signs in, and shows nothing of who was here before', async () => {
    const { client, server } = authosPage({ [LIST]: [{ body: [PHONE] }, { body: [LAPTOP] }] })
    expect(await screen.findByText('Phone')).toBeVisible()
    await act(async () => {
      await client.adopt({
        user: { id: 'u2', email: 'eve@example.com', name: 'Eve', emailVerified: true },
        accessToken: jwt({ sub: 'u2' }),
        refreshToken: null,
        expiresInSeconds: null,
      })
    })
    expect(screen.queryByText('Phone')).toBeNull()
    expect(await screen.findByText('Laptop')).toBeVisible()
    expect(server.met(LIST)).toHaveLength(2)
  })

  it('offers no names where the backend keeps none, and calls each a passkey', async () => {
    stubPlatform()
    renderWith(<Passkeys />, {
      backend: BACKENDS.edgebase,
      signedIn: signInAsAda,
      server: scriptedServer({
        'GET /auth/passkeys': {
          body: { passkeys: [{ credentialId: 'k1', createdAt: '2026-01-15T12:00:00Z' }] },
        },
      }),
    })
    expect(await screen.findByRole('button', { name: 'Remove Passkey' })).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Rename/ })).toBeNull()
  })

  it('asks for a fresh sign-in where Better Auth wants one first', async () => {
    stubPlatform()
    const { client, user } = renderWith(<Passkeys />, {
      backend: BACKENDS['better-auth'],
      server: scriptedServer({
        'GET /get-session': { body: { session: { id: 's' }, user: { id: 'u1', email: 'a@b.c' } } },
        'GET /passkey/list-user-passkeys': { body: [] },
        'GET /passkey/generate-register-options': {
          status: 403,
          body: { code: 'SESSION_NOT_FRESH', message: 'Session is not fresh' },
        },
      }),
    })
    await waitFor(() => expect(client.getSession().status).toBe('signed_in'))
    await screen.findByText("You don't have any passkeys yet.")
    await user.click(screen.getByRole('button', { name: 'Add a passkey' }))
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: "Confirm it's you" })).toHaveFocus(),
    )
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(screen.getByRole('heading', { name: 'Passkeys' })).toBeVisible()
  })

  it('SEC-42: forgets the list when the user signs out', async () => {
    const { client } = authosPage({})
    await screen.findByText('Phone')
    await act(() => client.signOut())
    expect(screen.queryByText('Phone')).toBeNull()
  })
})
