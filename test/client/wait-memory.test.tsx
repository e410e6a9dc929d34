import { describe, expect, it, vi } from 'vitest'
import { authSvc } from '../../src/backends/auth-svc/index.js'
import { authos } from '../../src/backends/authos/index.js'
import { createWaitMemory } from '../../src/client/wait-memory.js'

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)
const WAIT = { code: 'account_locked', until: NOW + 60_000, estimated: false } as const
const EMAIL = 'ada@example.com'
const SITE = { baseUrl: 'https://auth.example.com' }

function openMemory(backend = authSvc(SITE), time = NOW) {
  return createWaitMemory(backend, () => time)
}

describe('the memory of waits', () => {
  it('UX-10: keeps a wait per purpose and account until it is over', () => {
    const waits = openMemory()
    waits.remember('sign_in', EMAIL, WAIT)
    expect(waits.recall('sign_in', ' ADA@example.com ')).toEqual(WAIT)
    expect(waits.recall('code_send', EMAIL)).toBeNull()
    expect(waits.recall('sign_in', 'eve@example.com')).toBeNull()
    expect(waits.recallLast('sign_in')).toEqual(WAIT)
    expect(openMemory(authSvc(SITE), WAIT.until).recall('sign_in', EMAIL)).toBeNull()
  })

  it('UX-10: finds a wait again after a reload, and only for the backend that asked for it', () => {
    openMemory().remember('sign_in', EMAIL, WAIT)
    expect(openMemory().recall('sign_in', EMAIL)).toEqual(WAIT)
    const others = [authos(SITE), authSvc({ baseUrl: 'https://other.example.com' })]
    for (const other of others) {
      expect(openMemory(other).recall('sign_in', EMAIL)).toBeNull()
      expect(openMemory(other).recallLast('sign_in')).toBeNull()
    }
  })

  it('stores no address', () => {
    openMemory().remember('sign_in', EMAIL, WAIT)
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain('ada')
  })

  it('REL-32: forgets what it cannot read', () => {
    const waits = openMemory()
    waits.remember('sign_in', EMAIL, WAIT)
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"code":"constructor","until":9e15}',
      '{"until":1}',
    ]) {
      for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, text)
      expect(waits.recall('sign_in', EMAIL)).toBeNull()
      expect(waits.recallLast('sign_in')).toBeNull()
    }
  })

  it('REL-30: goes on without a storage that refuses', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
    const waits = openMemory()
    expect(() => waits.remember('sign_in', EMAIL, WAIT)).not.toThrow()
    expect(waits.recall('sign_in', EMAIL)).toBeNull()
  })
})
