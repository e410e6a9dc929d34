import { act, screen, waitFor, within } from '@testing-library/react'
import { encode } from 'uqr'
import { describe, expect, it, vi } from 'vitest'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { MfaEnrolment } from '../../src/components/mfa-enrolment.js'
import { ADA, FIVE_BACKENDS, PASSWORD, TOTP_ACCOUNT } from '../client/five-backends.js'
import { enter, renderFor, renderMfa, type MfaScene } from './render-mfa.js'

const codeField = () => screen.getByLabelText<HTMLInputElement>('Code')
const press = (name: string) => screen.findByRole('button', { name })
const codes = () =>
  within(screen.getByRole('list', { name: 'Backup codes' }))
    .getAllByRole('listitem')
    .map((item) => item.querySelector('[aria-hidden]')!.textContent)

/** The setup key as it is copied. */
const setupKey = () =>
  screen.getByRole('group', { name: 'Setup key' }).querySelector('[aria-hidden]')!.textContent

async function openFor(options: MfaScene) {
  const onEnabled = vi.fn()
  const onDisabled = vi.fn()
  const scene = await renderMfa(
    <MfaEnrolment onEnabled={onEnabled} onDisabled={onDisabled} />,
    options,
  )
  return { ...scene, onEnabled, onDisabled }
}

async function started(options: MfaScene) {
  const scene = await openFor(options)
  await scene.user.click(await press('Set up now'))
  await screen.findByText('Scan this QR code with your authenticator app.')
  return scene
}

async function confirmed(options: MfaScene) {
  const scene = await started(options)
  await scene.user.type(codeField(), scene.server.currentCode(ADA.email))
  await scene.user.click(await press('Verify'))
  await screen.findByRole('heading', { name: 'Save your backup codes' })
  return scene
}

describe.each(FIVE_BACKENDS)('setting up MFA at $id', ({ id }) => {
  it('goes from the QR code over the first code and the backup codes to a sign-in that asks', async () => {
    const { user, client, server, onEnabled } = await started({ id })
    expect(
      await screen.findByRole('img', { name: 'QR code for your authenticator app' }),
    ).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Set up MFA' })).toHaveFocus()

    await user.type(codeField(), server.currentCode(ADA.email))
    await user.click(await press('Verify'))
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Save your backup codes' })).toHaveFocus(),
    )
    const [backupCode = ''] = codes()
    await user.click(screen.getByRole('checkbox', { name: 'I saved these codes' }))
    await user.click(await press('Done'))
    await waitFor(() => expect(screen.getByRole('heading', { name: 'MFA is on' })).toHaveFocus())
    expect(onEnabled).toHaveBeenCalledOnce()

    const asked = await client.signIn({ email: ADA.email, password: PASSWORD })
    if (asked.kind !== 'mfa_required') throw new Error(`Sign-in ended as ${asked.kind}.`)
    const { challenge } = asked
    const answer = { challenge, factor: 'backup_code', code: backupCode } as const
    expect(await client.verifyMfa(answer)).toMatchObject({ kind: 'signed_in' })
    expect(await enter(client, server, ADA.email)).toMatchObject({ kind: 'signed_in' })
  })

  it('A11Y-37: keeps the setup and selects the code when it is wrong', async () => {
    const { user, server } = await started({ id })
    const key = setupKey()
    await user.type(codeField(), '000000')
    await user.click(await press('Verify'))
    expect(await screen.findByText(/^That code didn't work\./)).toBeVisible()
    expect(codeField()).toHaveFocus()
    expect(codeField().selectionEnd).toBe(6)
    expect(setupKey()).toBe(key)

    await user.keyboard(`${server.currentCode(ADA.email)}{Enter}`)
    expect(await screen.findByRole('heading', { name: 'Save your backup codes' })).toBeVisible()
  })

  it('REL-34: asks for one secret, and only when it is told to', async () => {
    const { user, server } = await openFor({ id, server: { latency: 20 } })
    const asked = () => server.requests.filter(({ operation }) => operation === 'mfa_enrol').length
    const button = await press('Set up now')
    expect(asked()).toBe(0)
    await user.dblClick(button)
    await screen.findByText('Scan this QR code with your authenticator app.')
    expect(asked()).toBe(1)
  })

  it('SEC-47: keeps the secret and the codes on the screen alone, and drops them with it', async () => {
    const { queryClient, unmount } = await confirmed({ id })
    const [code = ''] = codes()
    const kept = () =>
      JSON.stringify([
        queryClient
          .getMutationCache()
          .getAll()
          .map(({ state }) => state),
        queryClient
          .getQueryCache()
          .getAll()
          .map(({ state }) => state),
        Object.entries(sessionStorage),
        Object.entries(localStorage),
        document.cookie,
        window.location.href,
        window.history.state,
      ])
    expect(document.body.textContent).toContain(code)
    expect(kept()).not.toContain(code)
    unmount()
    expect(document.body.textContent).not.toContain(code)
    expect(kept()).not.toContain(code)
  })
})

describe('MFA that is on already', () => {
  it.each(['calimatic', 'authos', 'edgebase'])(
    'is known at %s without asking for a secret',
    async (id) => {
      const { server } = await openFor({ id, email: TOTP_ACCOUNT.email })
      expect(await screen.findByRole('heading', { name: 'MFA is on' })).toBeVisible()
      expect(server.requests.map(({ operation }) => operation)).not.toContain('mfa_enrol')
    },
  )

  it('is done at auth-svc, which only says so when it is asked for a secret', async () => {
    const { user } = await openFor({ id: 'auth-svc', email: TOTP_ACCOUNT.email })
    await user.click(await press('Set up now'))
    expect(await screen.findByRole('heading', { name: 'MFA is on' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Turn off MFA' })).toBeNull()
  })

  it('is not claimed at IntelliAuth, whose conflict may be another', async () => {
    const { user } = await openFor({ id: 'intelliauth', email: TOTP_ACCOUNT.email })
    await user.click(await press('Set up now'))
    expect(await screen.findByText('That resource already exists.')).toBeVisible()
    expect(screen.queryByRole('heading', { name: 'MFA is on' })).toBeNull()
  })
})

describe('the setup key', () => {
  it('A11Y-32: stands below the QR code in groups of four, and can be copied whole', async () => {
    const { user } = await started({ id: 'calimatic' })
    expect(setupKey()).toMatch(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/)
    await user.click(await press('Copy'))
    expect(await navigator.clipboard.readText()).toBe(setupKey().replaceAll(' ', ''))
    expect(screen.getByText('Copied to the clipboard.')).toBeInTheDocument()
    expect(await press('Copied')).toBeVisible()
  })

  it('is to be copied by hand where there is no clipboard', async () => {
    const { user } = await started({ id: 'calimatic' })
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
    await user.click(await press('Copy'))
    expect(
      await screen.findByText("Couldn't copy. Select the text and copy it yourself."),
    ).toBeVisible()
  })

  it('SEC-47: is the one that the QR code holds, which is drawn here', async () => {
    const { server } = await started({ id: 'calimatic' })
    const image = await screen.findByRole('img')
    const secret = setupKey().replaceAll(' ', '')
    const label = encodeURIComponent(ADA.email)
    const uri = `otpauth://totp/Gatewright:${label}?issuer=Gatewright&secret=${secret}&algorithm=SHA1&digits=6&period=30`
    const { data, size } = encode(uri, { ecc: 'M', border: 4 })
    expect(modulesOf(image, size)).toEqual(data)
    expect(image.querySelector('image, [href]')).toBeNull()
    expect(server.requests.map(({ operation }) => operation)).not.toContain(null)
  })

  it('SEC-47: is gone when the page comes back from the history', async () => {
    await started({ id: 'calimatic' })
    const key = setupKey()
    act(() => void window.dispatchEvent(new Event('pagehide')))
    expect(document.body.textContent).not.toContain(key)
    expect(await press('Set up now')).toBeVisible()
  })

  it('is dropped when the person thinks better of it', async () => {
    const { user } = await started({ id: 'edgebase' })
    await user.click(await press('Cancel'))
    expect(await press('Set up now')).toBeVisible()
    expect(screen.queryByRole('group', { name: 'Setup key' })).toBeNull()
  })
})

/** The dark modules of a drawn QR code, row by row. */
function modulesOf(image: HTMLElement, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const path = image.querySelector('path[fill="#000"]')?.getAttribute('d') ?? ''
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    rows[Number(y)]!.fill(true, Number(x), Number(x) + Number(width))
  }
  return rows
}

describe('a setup that cannot be finished', () => {
  it('starts over when it took too long', async () => {
    const { user, server } = await started({ id: 'authos' })
    const row = { status: 400, code: 'BAD_REQUEST', message: 'MFA setup expired, please retry' }
    server.force('mfa_enrol', row)
    await user.type(codeField(), '123456{Enter}')
    expect(await screen.findByText('Setting up took too long. Start over.')).toBeVisible()
    await user.click(await press('Start over'))
    await user.click(await press('Set up now'))
    await user.type(await screen.findByLabelText('Code'), server.currentCode(ADA.email))
    await user.click(await press('Verify'))
    expect(await screen.findByRole('heading', { name: 'Save your backup codes' })).toBeVisible()
  })

  it('starts over when the server has forgotten it', async () => {
    const { user, server } = await started({ id: 'calimatic' })
    server.force('mfa_enrol', { status: 400, code: 'MFA_NOT_ENROLLED' })
    await user.type(codeField(), '123456{Enter}')
    await user.click(await press('Set up now'))
    expect(await screen.findByText(/^An authenticator app on your phone/)).toBeVisible()
  })

  it('leads to sign-in when the session is over, and never back to the setup alone', async () => {
    const { user, server } = await started({ id: 'calimatic' })
    server.force('mfa_enrol', { status: 401, code: 'SESSION_REVOKED' }, { times: 2 })
    await user.type(codeField(), '123456{Enter}')
    expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in')
  })

  it('asks again when the server could not be asked at first', async () => {
    const { user, server } = await renderWithoutConnection()
    expect(await screen.findByText(/^(Connection issue|You're offline)/)).toBeVisible()
    server.online()
    await user.click(await press('Try again'))
    expect(await press('Set up now')).toBeVisible()
  })

  it('says to the developer when the backend has no such action', async () => {
    const { backend } = FIVE_BACKENDS[0]!
    const client = createAuthClient({
      backend: { ...backend, id: 'bare', endpoints: {}, loadAccountEndpoints: async () => ({}) },
    })
    const failed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    renderFor(client, <MfaEnrolment />)
    expect(
      await screen.findByText(/the bare backend has no action "startTotpEnrolment"/),
    ).toBeVisible()
    failed.mockRestore()
  })
})

async function renderWithoutConnection() {
  const scene = await renderMfa(null, { id: 'edgebase' })
  const undo = scene.server.force('mfa_manage', 'offline', { times: 9 })
  const { user } = renderFor(scene.client, <MfaEnrolment />)
  return { user, server: { online: undo } }
}

describe('turning MFA off', () => {
  async function askedToTurnOff(id: string) {
    const scene = await openFor({ id, email: TOTP_ACCOUNT.email })
    await scene.user.click(await press('Turn off MFA'))
    await screen.findByText(/^Your password alone will be enough/)
    return scene
  }

  async function expectOff({ onDisabled, client }: Awaited<ReturnType<typeof askedToTurnOff>>) {
    expect(await screen.findByText('MFA is off.')).toBeVisible()
    expect(onDisabled).toHaveBeenCalledOnce()
    const outcome = await client.signIn({ email: TOTP_ACCOUNT.email, password: PASSWORD })
    expect(outcome).toMatchObject({ kind: 'signed_in' })
  }

  it('takes a code at Calimatic, and keeps it on while the code is wrong', async () => {
    const scene = await askedToTurnOff('calimatic')
    const { user, server } = scene
    await user.type(codeField(), '000000')
    await user.click(await press('Turn off MFA'))
    expect(await screen.findByText(/^That code didn't work/)).toBeVisible()
    expect(codeField()).toHaveFocus()
    await user.keyboard(`${server.currentCode(TOTP_ACCOUNT.email)}{Enter}`)
    await expectOff(scene)
  })

  it('takes the password or a code at EdgeBase', async () => {
    const scene = await askedToTurnOff('edgebase')
    const { user, server } = scene
    await user.type(screen.getByLabelText('Password'), 'not this one{Enter}')
    expect(await screen.findByRole('alert')).not.toBeEmptyDOMElement()
    await user.click(await press('Use your authenticator app'))
    await user.type(codeField(), `${server.currentCode(TOTP_ACCOUNT.email)}{Enter}`)
    await expectOff(scene)
  })

  it('takes nothing but the confirmation at AuthOS', async () => {
    const scene = await askedToTurnOff('authos')
    expect(screen.queryByRole('textbox')).toBeNull()
    await scene.user.click(await press('Turn off MFA'))
    await expectOff(scene)
  })

  it('can be thought better of', async () => {
    const { user, server } = await askedToTurnOff('authos')
    await user.click(await press('Cancel'))
    await waitFor(() => expect(screen.getByRole('heading', { name: 'MFA is on' })).toHaveFocus())
    await waitFor(() => expect(server.requests.map(({ method }) => method)).not.toContain('DELETE'))
  })
})
