import { afterEach, describe, expect, it, vi } from 'vitest'
import { recallLastWait, recallWait, rememberWait } from '../../src/client/wait-memory.js'

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)
const WAIT = { code: 'account_locked', until: NOW + 60_000, estimated: false } as const
const EMAIL = 'ada@example.com'

afterEach(() => {
  vi.restoreAllMocks()
  sessionStorage.clear()
})

describe('the memory of waits', () => {
  it('UX-10: keeps a wait per purpose and account until it is over', () => {
    rememberWait('sign_in', EMAIL, WAIT)
    expect(recallWait('sign_in', ' ADA@example.com ', NOW)).toEqual(WAIT)
    expect(recallWait('code_send', EMAIL, NOW)).toBeNull()
    expect(recallWait('sign_in', 'eve@example.com', NOW)).toBeNull()
    expect(recallLastWait('sign_in', NOW)).toEqual(WAIT)
    expect(recallWait('sign_in', EMAIL, WAIT.until)).toBeNull()
  })

  it('stores no address', () => {
    rememberWait('sign_in', EMAIL, WAIT)
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain('ada')
  })

  it('REL-32: forgets what it cannot read', () => {
    rememberWait('sign_in', EMAIL, WAIT)
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"code":"constructor","until":9e15}',
      '{"until":1}',
    ]) {
      for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, text)
      expect(recallWait('sign_in', EMAIL, NOW)).toBeNull()
      expect(recallLastWait('sign_in', NOW)).toBeNull()
    }
  })

  it('REL-30: goes on without a storage that refuses', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
    expect(() => rememberWait('sign_in', EMAIL, WAIT)).not.toThrow()
    expect(recallWait('sign_in', EMAIL, NOW)).toBeNull()
  })
})
