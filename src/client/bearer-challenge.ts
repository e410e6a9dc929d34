/** What a `WWW-Authenticate: Bearer` header asks for (RFC 6750 3, RFC 9470 3). */
export interface BearerChallenge {
  error: string | null
  acrValues: readonly string[]
  /** Seconds, or null. */
  maxAge: number | null
}

const MAX_LENGTH = 2_000

// A scheme, or a parameter with its value as quoted text or as a token (RFC 9110 11.2).
const PART =
  /([!#$%&'*+.^_`|~\w-]{1,100})(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.){0,500})"|([!#$%&'*+.^_`|~\w/:-]{1,200})))?/g

const SCHEMES: ReadonlySet<string> = new Set(['bearer', 'dpop'])

/** Reads the first challenge for a token that names an error; null where there is none. */
export function readBearerChallenge(header: string | null): BearerChallenge | null {
  if (header === null) return null
  let parameters: Map<string, string> | null = null
  for (const [, name = '', quoted, token] of header.slice(0, MAX_LENGTH).matchAll(PART)) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? token
    if (value === undefined) {
      if (parameters?.has('error')) break
      parameters = SCHEMES.has(name.toLowerCase()) ? new Map() : null
    } else if (parameters && !parameters.has(name.toLowerCase())) {
      parameters.set(name.toLowerCase(), value)
    }
  }
  return parameters && toChallenge(parameters)
}

function toChallenge(parameters: ReadonlyMap<string, string>): BearerChallenge {
  const maxAge = parameters.get('max_age') ?? ''
  return {
    error: parameters.get('error') ?? null,
    acrValues: (parameters.get('acr_values') ?? '').split(' ').filter(Boolean),
    maxAge: /^\d{1,9}$/.test(maxAge) ? Number(maxAge) : null,
  }
}
