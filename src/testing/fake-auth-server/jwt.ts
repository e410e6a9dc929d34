/**
 * A token in the form of a JWT (RFC 7519), so that clients can read its claims. Its signature signs nothing:
 * the server knows its own tokens by heart.
 */
export function unsignedJwt(claims: Readonly<Record<string, unknown>>): string {
  return [base64Url({ alg: 'HS256', typ: 'JWT' }), base64Url(claims), 'unsigned'].join('.')
}

/** The claims of such a token; none when the text is no such token. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const payload = token.split('.')[1] ?? ''
  try {
    const bytes = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0))))
  } catch {
    return {}
  }
}

function base64Url(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
