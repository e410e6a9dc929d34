/** An address as the page would resolve it, whatever a `<base>` says; null when it is none. */
export function resolveOn(page: Location, address: string): URL | null {
  try {
    return new URL(address, page.href)
  } catch {
    return null
  }
}

/** Whether an address is the app's own. `blob:` addresses share its origin, and all opaque origins are spelt alike. */
export function isOwn(page: Location, url: URL): boolean {
  return /^https?:$/.test(url.protocol) && url.origin === page.origin
}
