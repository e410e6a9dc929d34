/**
 * Checks a backend's base address and drops a trailing slash.
 *
 * @throws when it is neither an http(s) address nor a path on the app's own origin.
 */
export function requireBaseUrl(backend: string, baseUrl: unknown): string {
  const address = typeof baseUrl === 'string' ? baseUrl.trim() : ''
  const ownPath = address.startsWith('/') && !/^\/[/\\]/.test(address)
  if (!ownPath && !/^https?:\/\/[^/\\]/i.test(address)) {
    throw new Error(
      `Gatewright: ${backend}({ baseUrl }) got ${JSON.stringify(baseUrl) ?? 'nothing'}. ` +
        `Requests need an http(s) address or a path on your own origin. ` +
        `Pass for example ${backend}({ baseUrl: '/api/auth' }).`,
    )
  }
  return address.replace(/\/+$/, '')
}
