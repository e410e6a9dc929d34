/** Waits until somebody can see the page; at once where it is in view. Ends early when aborted. */
export function untilVisible(signal: AbortSignal): Promise<void> {
  const page = globalThis.document
  if (page?.visibilityState !== 'hidden' || signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => {
      if (page.visibilityState === 'hidden' && !signal.aborted) return
      page.removeEventListener('visibilitychange', look)
      signal.removeEventListener('abort', look)
      resolve()
    }
    page.addEventListener('visibilitychange', look)
    signal.addEventListener('abort', look)
  })
}

/** Waits for a time in milliseconds. Ends early when aborted. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
  })
}
