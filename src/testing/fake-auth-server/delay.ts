/** Waits so many real milliseconds, `Infinity` for ever; rejects as soon as the request is aborted. */
export function delay(milliseconds: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    // The reason goes on as it is: a jsdom DOMException is no Error of Node's.
    const abort = (): void => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = milliseconds < Number.POSITIVE_INFINITY ? setTimeout(settle, milliseconds) : 0
    if (signal?.aborted) abort()
    else signal?.addEventListener('abort', abort, { once: true })

    function settle(): void {
      signal?.removeEventListener('abort', abort)
      resolve()
    }
  })
}
