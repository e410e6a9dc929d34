/** What a list of origins is for, as far as a fault in it has to say. */
export interface OriginsUse {
  option: string
  because: string
  example: string
}

const API: OriginsUse = {
  option: 'createAuthClient({ apiOrigins })',
  because: 'The access token goes to whole origins',
  example: "apiOrigins: ['https://api.example.com']",
}

/**
 * Reads a list of origins; unless said otherwise those that the app's own API lives at.
 *
 * @throws when an entry is no http(s) origin.
 */
export function requireOrigins(
  origins: readonly string[],
  use: OriginsUse = API,
): ReadonlySet<string> {
  return new Set(origins.map((entry) => requireOrigin(entry, use)))
}

function requireOrigin(entry: string, { option, because, example }: OriginsUse): string {
  const url = URL.canParse(entry) ? new URL(entry) : null
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  // A path or a user's name in front of the host would promise a distinction that origins do not make.
  if (url && isWeb && url.href === `${url.origin}/`) return url.origin
  throw new Error(
    `Gatewright: ${option} got ${JSON.stringify(entry)}. ` +
      `${because}, so each entry has to be one: scheme, host and port. ` +
      `Pass for example ${example}.`,
  )
}

/**
 * The address a request goes to. A relative one is taken from the page's own address, never from a `<base>`,
 * which markup could point elsewhere.
 *
 * @throws TypeError for what is no address.
 */
export function addressOf(input: RequestInfo | URL): URL {
  if (input instanceof URL) return input
  if (typeof input !== 'string') return new URL(input.url)
  return new URL(input, globalThis.location?.href)
}

/** Whether a web address is on one of the origins; without a list, on the page's own. */
export function isAllowed({ protocol, origin }: URL, origins: ReadonlySet<string> | null): boolean {
  if (protocol !== 'https:' && protocol !== 'http:') return false
  return origins ? origins.has(origin) : origin === globalThis.location?.origin
}
