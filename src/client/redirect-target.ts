/** Why a target was refused; the target itself is told to nobody. */
export type RedirectRefusal = 'malformed' | 'scheme' | 'credentials' | 'origin' | 'path'

/** Where an app lets its users be sent. */
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

/** A letter of ASCII, encoded. */
const ENCODED = /%([0-7][0-9a-f])/gi
/** What browsers take for the two slashes in front of a host: they drop tabs and line breaks. */
const HOST_FOLLOWS = /^[/\\][\t\n\r]*[/\\]/
/** How often an honest path may have been encoded. */
const MOST_LAYERS = 8

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
  { origin, allowedOrigins }: RedirectRules,
): { to: string } | { refused: RedirectRefusal } {
  const url =
    typeof target === 'string' && target.length <= LONGEST_TARGET ? parse(target, origin) : null
  if (!url) return { refused: 'malformed' }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { refused: 'scheme' }
  if (url.username !== '' || url.password !== '') return { refused: 'credentials' }
  const own = url.origin === originOf(origin)
  if (!own && !allowedOrigins?.some((allowed) => originOf(allowed) === url.origin)) {
    return { refused: 'origin' }
  }
  if (leavesAsPath(url.pathname, url.origin)) return { refused: 'path' }
  return { to: own ? url.pathname + url.search + url.hash : url.href }
}

/**
 * `..//evil.example` stays on this origin as an address, and leaves it where a router takes the path alone. Some
 * routers decode that first, once or more often.
 */
function leavesAsPath(pathname: string, origin: string): boolean {
  let path = pathname
  for (let layers = 0; layers <= MOST_LAYERS; layers += 1) {
    const tidied = parse(path, origin)?.pathname ?? '//'
    if (HOST_FOLLOWS.test(path) || HOST_FOLLOWS.test(tidied)) return true
    const decoded = path.replace(ENCODED, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
    if (decoded === path) return false
    path = decoded
  }
  return true
}

function parse(target: string, base: string): URL | null {
  return URL.canParse(target, base) ? new URL(target, base) : null
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
