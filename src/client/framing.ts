/** What is read of a window: both are its own, and no markup of the page can stand in for them. */
type View = Pick<Window, 'parent' | 'location'>

/**
 * Whether a page may be used where it is shown: in a window of its own, or in frames of listed origins alone, all the
 * way up. Where a browser does not say who frames a page, that counts as nobody who is listed.
 */
export function mayBeUsedHere(allowed: ReadonlySet<string>, view: View = window): boolean {
  if (view.parent === view) return true
  // The referrer says who linked here, and a framed page of a listed origin may have done that in anybody's frame.
  const { ancestorOrigins } = view.location as Partial<Location>
  const ancestors = ancestorOrigins ? [...ancestorOrigins] : []
  return ancestors.length > 0 && ancestors.every((origin) => allowed.has(origin))
}
