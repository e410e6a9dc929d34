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

const listeners = new Set<() => void>()

/** Calls back when a wait is remembered. Returns the undo. */
export function onWaitRemembered(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const PREFIX = 'gatewright:wait'
const LAST = 'last'

/** Keeps a wait for this tab's life, keyed by purpose and a hash of the account; no address is stored. */
export function rememberWait(purpose: WaitPurpose, account: string, wait: RememberedWait): void {
  const text = JSON.stringify(wait)
  write(keyOf(purpose, hash(account)), text)
  write(keyOf(purpose, LAST), text)
  for (const listener of listeners) listener()
}

/** The wait still running for an account, or null. */
export function recallWait(
  purpose: WaitPurpose,
  account: string,
  now: number,
): RememberedWait | null {
  return readWait(keyOf(purpose, hash(account)), now)
}

/** The wait that began last, whoever it was for, or null when it is over: what a reloaded page has to show. */
export function recallLastWait(purpose: WaitPurpose, now: number): RememberedWait | null {
  return readWait(keyOf(purpose, LAST), now)
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

function keyOf(purpose: WaitPurpose, account: string): string {
  return `${PREFIX}:${purpose}:${account}`
}

/** FNV-1a, 32 bits: tells accounts apart without keeping their address. Case and outer spaces do not count. */
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
