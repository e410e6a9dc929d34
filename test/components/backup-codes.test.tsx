import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { BackupCodes } from '../../src/components/backup-codes.js'
import { FIVE_BACKENDS, PASSWORD, TOTP_ACCOUNT } from '../client/five-backends.js'
import { renderMfa } from './render-mfa.js'

const { email } = TOTP_ACCOUNT
const press = (name: string) => screen.findByRole('button', { name })
const items = () =>
  within(screen.getByRole('list', { name: 'Backup codes' })).getAllByRole('listitem')
const codes = () => items().map((item) => item.querySelector('[aria-hidden]')!.textContent ?? '')

async function openAt(id: string, totp = TOTP_ACCOUNT.factors!.totp!, backupCodes = ['AAAA-1111']) {
  const onSaved = vi.fn()
  const account = { ...TOTP_ACCOUNT, factors: { totp, backupCodes } }
  const scene = await renderMfa(<BackupCodes onSaved={onSaved} />, {
    id,
    email,
    server: { accounts: [account] },
  })
  return { ...scene, onSaved }
}

describe('backup codes', () => {
  it('are counted, and made anew for a code at Calimatic', async () => {
    const { user, client, server, onSaved } = await openAt('calimatic')
    expect(await screen.findByText('1 backup code left.')).toBeVisible()
    await user.click(await press('Create new backup codes'))
    expect(await screen.findByText('Enter the code.')).toBeVisible()
    await user.type(screen.getByLabelText('Code'), '000000{Enter}')
    expect(await screen.findByText(/^That code didn't work/)).toBeVisible()

    await user.keyboard(`${server.currentCode(email)}{Enter}`)
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Save your backup codes' })).toHaveFocus(),
    )
    const [code = ''] = codes()
    expect(codes()).toHaveLength(10)
    await user.click(screen.getByRole('checkbox'))
    await user.click(await press('Done'))
    expect(await screen.findByText('10 backup codes left.')).toBeVisible()
    expect(onSaved).toHaveBeenCalledOnce()
    expect(document.body.textContent).not.toContain(code)

    const asked = await client.signIn({ email, password: PASSWORD })
    if (asked.kind !== 'mfa_required') throw new Error(`Sign-in ended as ${asked.kind}.`)
    const answer = { challenge: asked.challenge, factor: 'backup_code' } as const
    const old = await client.verifyMfa({ ...answer, code: 'AAAA-1111' })
    expect(old).toMatchObject({ kind: 'invalid_code', factor: 'backup_code' })
    expect(await client.verifyMfa({ ...answer, code })).toMatchObject({ kind: 'signed_in' })
  })

  it('are urged upon whoever has none left', async () => {
    await openAt('calimatic', undefined, [])
    expect(await screen.findByText(/^No backup codes are left\./)).toBeVisible()
  })

  it('are made anew for nothing but the session at AuthOS, which does not count them', async () => {
    const { user } = await openAt('authos')
    expect(await screen.findByText('New codes replace the ones you have.')).toBeVisible()
    expect(screen.queryByRole('textbox')).toBeNull()
    await user.click(await press('Create new backup codes'))
    await waitFor(() => expect(items()).toHaveLength(10))
  })

  it('lead to the setup of MFA where it is off', async () => {
    const { user, server } = await openAt('calimatic')
    server.editAccount(email, { factors: {} })
    expect(await screen.findByText('Set up MFA first to use this.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Set up now' })).toHaveAttribute('href', '/mfa')

    server.editAccount(email, { factors: TOTP_ACCOUNT.factors! })
    await user.click(await press('Back'))
    expect(await screen.findByText('2 backup codes left.')).toBeVisible()
  })

  it.each(FIVE_BACKENDS.map(({ id }) => id).filter((id) => !['calimatic', 'authos'].includes(id)))(
    'cannot be made anew at %s, and the developer is told',
    async (id) => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined)
      await openAt(id)
      const told = new RegExp(`the ${id} backend has no action "regenerateBackupCodes"`)
      expect(await screen.findByText(told)).toBeVisible()
    },
  )
})

describe('new backup codes', () => {
  const CODES = ['AAAA-1111', 'BBBB-2222']
  const onSaved = vi.fn()
  beforeEach(() => onSaved.mockClear())
  const show = () => renderMfa(<BackupCodes codes={CODES} onSaved={onSaved} />, { id: 'edgebase' })

  it('A11Y-33: are a list, seen as codes and read as characters', async () => {
    await show()
    expect(codes()).toEqual(CODES)
    expect(items().map((item) => item.textContent)).toEqual([
      'AAAA-1111A A A A - 1 1 1 1',
      'BBBB-2222B B B B - 2 2 2 2',
    ])
    expect(items()[0]!.firstChild).toHaveAttribute('translate', 'no')
  })

  it('A11Y-33: can be copied', async () => {
    const { user } = await show()
    await user.click(await press('Copy'))
    expect(await navigator.clipboard.readText()).toBe('AAAA-1111\nBBBB-2222')
    expect(screen.getByText('Backup codes copied.')).toBeInTheDocument()
  })

  it('A11Y-33: can be downloaded as a text file, which is let go of afterwards', async () => {
    const files = new Map<string, Blob>()
    URL.createObjectURL = (file) => {
      const url = `blob:http://localhost/${files.size}`
      files.set(url, file as Blob)
      return url
    }
    URL.revokeObjectURL = (url) => void files.delete(url)
    const saved: string[][] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      saved.push([this.download, this.href])
    })
    const { user } = await show()
    await user.click(await press('Download'))
    const [[name, url] = []] = saved
    expect(name).toBe('backup-codes-localhost.txt')
    const text = await files.get(url!)!.text()
    expect(text).toBe('Backup codes for localhost\n\nAAAA-1111\nBBBB-2222\n')
    await waitFor(() => expect(files.size).toBe(0), { timeout: 5_000 })
  })

  it('can be printed', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    const { user } = await show()
    await user.click(await press('Print'))
    expect(print).toHaveBeenCalledOnce()
  })

  it('are not left before they are saved', async () => {
    const { user } = await show()
    await user.click(await press('Done'))
    expect(screen.getByText('Confirm that you saved the codes.')).toBeVisible()
    expect(screen.getByRole('checkbox')).toHaveFocus()
    expect(screen.getByRole('checkbox')).toBeInvalid()
    expect(onSaved).not.toHaveBeenCalled()

    await user.keyboard(' ')
    expect(screen.queryByText('Confirm that you saved the codes.')).toBeNull()
    await user.click(await press('Done'))
    expect(onSaved).toHaveBeenCalledOnce()
  })
})
