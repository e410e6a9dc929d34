const KEY = 'gatewright:last-method'

const listeners = new Set<() => void>()

/** Keeps on this device which way in worked last, such as `google`; never whose it was. */
export function rememberMethod(method: string): void {
  change((storage) => storage.setItem(KEY, method))
}

/** Which way in worked last on this device, or null. */
export function lastMethod(): string | null {
  try {
    return globalThis.localStorage.getItem(KEY)
  } catch {
    // Storage is absent or denied: every visit is the first.
    return null
  }
}

/** Forgets which way in worked last, as when somebody asks to be forgotten on a shared device. */
export function forgetLastMethod(): void {
  change((storage) => storage.removeItem(KEY))
}

/** Calls back when the last way in has changed in this tab. Returns the undo. */
export function onLastMethodChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function change(write: (storage: Storage) => void): void {
  try {
    write(globalThis.localStorage)
  } catch {
    return
  }
  for (const listener of listeners) listener()
}
