/** An address from a server, if a browser may be sent there: http(s) only. Anything else is null. */
export function safeHref(address: string): string | null {
  try {
    const url = new URL(address)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
  } catch {
    return null
  }
}
