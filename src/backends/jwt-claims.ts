/** Longest token whose claims are read, in characters. */
const MAX_LENGTH = 16_384

/**
 * The claims of a JWT (RFC 7519), unverified: good for showing and for timing, never for trust.
 * Null for anything that is no JWT.
 */
export function readJwtClaims(token: string): Readonly<Record<string, unknown>> | null {
  const payload = token.length <= MAX_LENGTH ? token.split('.', 3)[1] : undefined
  if (!payload) return null
  try {
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
      letter.charCodeAt(0),
    )
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isRecord(claims) ? claims : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
