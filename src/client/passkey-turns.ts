/** Dialogs that are being prepared, stand open, or wait for the server's word on what was signed. */
let dialogs = 0
const listeners = new Set<() => void>()

/**
 * Runs what opens the system's dialog. Offers in a form field give way for as long: a browser carries out one
 * ceremony at a time, and a server may keep one challenge a visitor.
 */
export async function asDialog<T>(job: () => Promise<T>): Promise<T> {
  count(1)
  try {
    return await job()
  } finally {
    count(-1)
  }
}

/** True while a dialog has its turn. */
export function hasDialog(): boolean {
  return dialogs > 0
}

/** Calls back when a dialog wants its turn. Returns the undo. */
export function onDialog(listener: () => void): () => void {
  const listen = () => {
    if (hasDialog()) listener()
  }
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** Waits until no dialog has its turn. Ends early when aborted. */
export function untilNoDialog(signal: AbortSignal): Promise<void> {
  return until(
    () => dialogs === 0,
    signal,
    (look) => {
      listeners.add(look)
      return () => void listeners.delete(look)
    },
  )
}

/** True where a form field stands ready to offer passkeys. */
function hasField(): boolean {
  // By its own name, which markup of the page cannot take.
  const found = Document.prototype.querySelector.call(document, "input[autocomplete$='webauthn']")
  return found !== null
}

/** Waits for a field whose `autocomplete` ends in `webauthn`, such as one that another step covers. Ends early when aborted. */
export function untilFieldIsThere(signal: AbortSignal): Promise<void> {
  return until(hasField, signal, (look) => {
    const observer = new MutationObserver(look)
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ['autocomplete'],
    })
    return () => observer.disconnect()
  })
}

function until(
  isSo: () => boolean,
  signal: AbortSignal,
  watch: (look: () => void) => () => void,
): Promise<void> {
  if (isSo() || signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo() && !signal.aborted) return
      stop()
      signal.removeEventListener('abort', look)
      resolve()
    }
    const stop = watch(look)
    signal.addEventListener('abort', look)
  })
}

function count(by: 1 | -1): void {
  dialogs += by
  for (const listener of listeners) listener()
}
