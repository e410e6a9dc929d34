const PAGES = ['/', '/sign-in', '/deep/er/page?next=x#y', '//', '/a//b/']

/**
 * What an app may do with a place it was given: send the browser there from any of its pages, or hand the path to a
 * router, which may decode it, tidy it up or put it behind its own origin.
 */
const USES: Readonly<Record<string, (to: string, app: string) => string[]>> = {
  'an address': (to, app) => PAGES.map((page) => new URL(to, app + page).href),
  'a header, of which servers drop line breaks': (to, app) => [
    new URL(to.replaceAll(/[\t\r\n]/g, ''), app).href,
  ],
  'a path': (to, app) => [pathAlone(new URL(to, app), app)],
  'a path, decoded once': (to, app) => afterDecoding(to, app, 1),
  'a path, decoded twice': (to, app) => afterDecoding(to, app, 2),
  'a path, decoded three times': (to, app) => afterDecoding(to, app, 3),
  'a text with its backslashes turned round': (to, app) => [
    new URL(to.replaceAll('\\', '/'), app).href,
  ],
}

/** How a place could lead to an origin that is not among those allowed, the first of which is the app's; or null. */
export function escapeOf(to: string, allowed: readonly string[]): string | null {
  const [app = ''] = allowed
  for (const [use, follow] of Object.entries(USES)) {
    for (const address of addressesOf(() => follow(to, app))) {
      if (!allowed.includes(new URL(address).origin)) return `${to} as ${use}: ${address}`
    }
  }
  return null
}

/** A place that no browser can follow leads nowhere. */
function addressesOf(follow: () => string[]): string[] {
  try {
    return follow()
  } catch {
    return []
  }
}

function pathAlone({ origin, pathname, search, hash, href }: URL, app: string): string {
  return origin === app ? new URL(pathname + search + hash, app).href : href
}

function afterDecoding(to: string, app: string, times: number): string[] {
  const url = new URL(to, app)
  if (url.origin !== app) return [url.href]
  let path = url.pathname
  for (let layer = 0; layer < times; layer += 1) path = decodeURIComponent(path)
  const followed = new URL(path, app)
  return [followed.href, pathAlone(followed, app)]
}
