/** Why a target was refused; the target itself is told to nobody. */
export type RedirectRefusal = 'malformed' | 'scheme' | 'credentials' | 'origin' | 'path'

export interface RedirectRules {
  /** The app's own origin, such as `https://app.example`. */
  origin: string
  /** Other origins a user may be sent to. Default: none. */
  allowedOrigins?: readonly string[] | undefined
  /** Where a refused or missing target leads. Default `/`. */
  home?: string | undefined
  /** Told once of each refused target. */
  onRefused?: ((reason: RedirectRefusal) => void) | undefined
}

/** Where an app lets its users be sent. The page's own origin is the default for `origin`. */
export type Redirects = Partial<Pick<RedirectRules, 'origin' | 'allowedOrigins' | 'home'>>

const LONGEST_TARGET = 2_000

/** Two slashes in a row, in any form that a browser or a router takes for a slash, however often it was encoded. */
const LEAVES_ORIGIN = /^(?:[/\\]|%(?:25)*(?:2f|5c)){2}/i

/**
 * Where to send a user after sign-in (RFC 9700, 4.11.1). Judged on the parsed address, never on its text.
 * Gives a path of the app, or a whole address of an allowed origin; anything else becomes `home`.
 */
export function safeRedirect(target: unknown, rules: RedirectRules): string {
  const { home = '/', onRefused } = rules
  if (target === undefined || target === null || target === '') return home
  const judged = judge(target, rules)
  if ('to' in judged) return judged.to
  onRefused?.(judged.refused)
  return home
}

function judge(
  target: unknown,
  { origin, allowedOrigins = [] }: RedirectRules,
): { to: string } | { refused: RedirectRefusal } {
  const url =
    typeof target === 'string' && target.length <= LONGEST_TARGET ? parse(target, origin) : null
  if (!url) return { refused: 'malformed' }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { refused: 'scheme' }
  if (url.username !== '' || url.password !== '') return { refused: 'credentials' }
  const own = url.origin === originOf(origin)
  if (!own && !allowedOrigins.some((allowed) => originOf(allowed) === url.origin)) {
    return { refused: 'origin' }
  }
  // `..//evil.example` stays on this origin as an address, and leaves it as a path.
  if (LEAVES_ORIGIN.test(url.pathname)) return { refused: 'path' }
  return { to: own ? url.pathname + url.search + url.hash : url.href }
}

function parse(target: string, base: string): URL | null {
  try {
    return new URL(target, base)
  } catch {
    return null
  }
}

function originOf(address: string): string | null {
  return parse(address, address)?.origin ?? null
}

/** `safeRedirect` by one app's rules, which tells of each refused target with a word. */
export function createRedirector(
  redirects: Redirects = {},
  tell?: (event: { type: 'redirect_refused'; reason: RedirectRefusal }) => void,
): (target: unknown) => string {
  return (target) =>
    safeRedirect(target, {
      // Without an origin, as on a server, every target is refused.
      origin: globalThis.location?.origin ?? '',
      ...redirects,
      onRefused: (reason) => tell?.({ type: 'redirect_refused', reason }),
    })
}
