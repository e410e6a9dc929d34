import type { Backend } from '../backends/backend.js'
import type { AuthCode } from '../errors/catalogue.js'
import { isAuthCode } from '../errors/catalogue.js'

/** A wait the server asked for, as it is remembered over a reload. */
export interface RememberedWait {
  code: AuthCode
  /** Epoch milliseconds. */
  until: number
  /** The server did not name the time: it is what the backend's documents promise. */
  estimated: boolean
}

/** What a wait is kept for: sending the form, or asking for another message of one sort. */
export type WaitPurpose =
  | 'sign_in'
  | 'sign_up'
  | 'code_send'
  | 'password_reset'
  | 'magic_link'
  | 'email_code'
  | 'phone_code'

/** What one client has to wait for, over reloads of the page. */
export interface WaitMemory {
  /** Keeps a wait for this tab's life, keyed by purpose and a hash of the account; no address is stored. */
  remember: (purpose: WaitPurpose, account: string, wait: RememberedWait) => void
  /** The wait still running for an account, or null. */
  recall: (purpose: WaitPurpose, account: string) => RememberedWait | null
  /** The wait that began last, whoever it was for, or null when it is over: what a reloaded page has to show. */
  recallLast: (purpose: WaitPurpose) => RememberedWait | null
  /** Calls back when a wait is remembered. Returns the undo. */
  onRemembered: (listener: () => void) => () => void
}

const PREFIX = 'gatewright:wait'
const LAST = 'last'

/**
 * The memory of the waits that one backend asked for: a lock there says nothing of an account elsewhere.
 *
 * @param now epoch milliseconds
 */
export function createWaitMemory({ id, baseUrl }: Backend, now: () => number): WaitMemory {
  const listeners = new Set<() => void>()
  const ours = `${PREFIX}:${hash(`${id} ${baseUrl}`)}`
  const keyOf = (purpose: WaitPurpose, account: string) => `${ours}:${purpose}:${account}`

  return {
    remember(purpose, account, wait) {
      const text = JSON.stringify(wait)
      write(keyOf(purpose, hash(account)), text)
      write(keyOf(purpose, LAST), text)
      for (const listener of listeners) listener()
    },
    recall: (purpose, account) => readWait(keyOf(purpose, hash(account)), now()),
    recallLast: (purpose) => readWait(keyOf(purpose, LAST), now()),
    onRemembered(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function readWait(key: string, now: number): RememberedWait | null {
  const text = read(key)
  if (text === null) return null
  try {
    const { code, until, estimated } = JSON.parse(text) as Record<string, unknown>
    if (isAuthCode(code) && typeof until === 'number' && until > now) {
      return { code, until, estimated: estimated === true }
    }
  } catch {
    // Something else wrote there: forget it.
  }
  remove(key)
  return null
}

/** FNV-1a, 32 bits: tells one account (or backend) from another without keeping its address. Case and outer spaces do not count. */
function hash(account: string): string {
  let value = 0x811c9dc5
  for (const character of account.trim().toLowerCase()) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return (value >>> 0).toString(36)
}

// Storage may be absent, denied or full: a wait that cannot be kept is shown all the same, until the reload.
function read(key: string): string | null {
  try {
    return globalThis.sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, text: string): void {
  try {
    globalThis.sessionStorage.setItem(key, text)
  } catch {
    return
  }
}

function remove(key: string): void {
  try {
    globalThis.sessionStorage.removeItem(key)
  } catch {
    return
  }
}
