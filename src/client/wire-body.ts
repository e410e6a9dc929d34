/** Most bytes of an answer that are read; the rest is dropped. */
export const MAX_BODY_BYTES = 256 * 1024

/** Reads at most 256 KiB of a body as text and hangs up on the rest. */
export async function readCapped(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let left = MAX_BODY_BYTES
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value.subarray(0, left), { stream: true })
    left -= value.byteLength
    if (left <= 0) {
      // Not awaited: a stalled sender must not hold the answer back.
      void reader.cancel().catch(() => undefined)
      return text
    }
  }
}

/** JSON whatever the content type says (Better Auth sends it as text/plain), else the text, else undefined. */
export function parseBody(text: string): unknown {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  if (body.trim() === '') return undefined
  try {
    return JSON.parse(body) as unknown
  } catch {
    return body
  }
}
