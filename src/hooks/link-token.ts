/** What a mailed link is for. */
export type LinkPurpose = 'reset_password' | 'verify_email' | 'magic_link'

/** What the page's address said of a mailed link. */
export type ClaimedLink =
  | { readonly status: 'present'; readonly token: string }
  /** No token; `refused`: the server has put an error in its place. */
  | { readonly status: 'absent' | 'refused'; readonly token: null }

const ABSENT: ClaimedLink = { status: 'absent', token: null }
const REFUSED: ClaimedLink = { status: 'refused', token: null }

/** Parameters that leave the address together. */
const CLAIMED: ReadonlySet<string> = new Set([
  'token',
  'error',
  'error_description',
  'state',
  'type',
])

const claims = new Map<LinkPurpose, ClaimedLink>()
const listeners = new Set<() => void>()
/** The address could not be cleaned: what it says has been read, and is not to be read again. */
let stuck = false

/**
 * Takes a link's token out of the address bar, from the query or the fragment, before anything else can read it
 * there, send it on as a referrer or spend it. Whoever asks first has it, and finds it again for as long as the
 * page lives; after that it is nobody's.
 */
export function claimLink(purpose: LinkPurpose): ClaimedLink {
  const found = takeFromAddress()
  if (found) claims.set(purpose, found)
  return claims.get(purpose) ?? ABSENT
}

/** Forgets the token of a link that has done its work or never will. */
export function forgetLink(purpose: LinkPurpose): void {
  claims.delete(purpose)
  for (const listener of listeners) listener()
}

/** Calls back when a link is forgotten. Returns the undo. */
export function onLinkForgotten(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function takeFromAddress(): ClaimedLink | null {
  if (stuck) return null
  const { pathname, search, hash } = window.location
  const query = parted(search, '?')
  const fragment = parted(hash, '#')
  const part = [query, fragment].find(isOfLink)
  if (!part) return null
  replaceAddress(`${pathname}${without(query)}${without(fragment)}`)
  const given = new URLSearchParams(part.pairs.join('&'))
  const token = given.get('token') ?? ''
  if (token !== '') return { status: 'present', token }
  return given.has('error') ? REFUSED : ABSENT
}

/** `?a=1`, `#a=1`, or the query of a route that lives in the fragment: `#/reset?a=1`. */
interface Part {
  before: string
  pairs: readonly string[]
}

function parted(text: string, mark: '?' | '#'): Part {
  const inner = mark === '#' ? text.indexOf('?') : -1
  const start = inner === -1 ? mark.length : inner + 1
  const isRoute = mark === '#' && inner === -1 && !text.includes('=')
  if (isRoute) return { before: text, pairs: [] }
  return { before: text.slice(0, start), pairs: text.slice(start).split('&').filter(Boolean) }
}

function without({ before, pairs }: Part): string {
  const kept = pairs.filter((pair) => !CLAIMED.has(nameOf(pair)))
  return kept.length > 0 ? before + kept.join('&') : before.replace(/[?#]$/, '')
}

/** An error that comes with a `state` is the answer to a request for authorization (RFC 6749 4.1.2.1). */
function isOfLink({ pairs }: Part): boolean {
  const names = new Set(pairs.map(nameOf))
  return names.has('token') || (names.has('error') && !names.has('state'))
}

function nameOf(pair: string): string {
  const [name = ''] = new URLSearchParams(pair).keys()
  return name
}

function replaceAddress(address: string): void {
  try {
    window.history.replaceState(window.history.state, '', address)
  } catch {
    // A sandboxed page may not touch its history: the link has to work there, too, and only once.
    stuck = true
  }
}
