import { isOwn, resolveOn } from './page-address.js'

/** A vendor's script: where it comes from and what it makes. */
export interface VendorScript {
  /** The provider's id. */
  readonly id: string
  readonly address: string
  /** Addresses below which the vendor serves it. The scheme and the origin count exactly. */
  readonly sources: readonly string[]
  /** What the script is told in its address. */
  readonly parameters: Readonly<Record<string, string>>
  /** Name of the global the script makes. */
  readonly global: string
  /** Functions without which that global is of no use. */
  readonly functions: readonly string[]
}

/**
 * The address to load a vendor's script from: the vendor's own or one on the page's origin, for a copy or a stand-in.
 *
 * @throws for any other, since a script runs with all the rights of the page.
 */
export function scriptSource(
  { id, address, sources }: VendorScript,
  scriptUrl: string | undefined,
  page: Location,
): URL {
  const url = resolveOn(page, scriptUrl ?? address)
  if (url && (isOwn(page, url) || sources.some((source) => isBelow(url, new URL(source))))) {
    return url
  }
  throw new Error(
    `Gatewright: ${id}({ scriptUrl }) is ${JSON.stringify(scriptUrl)}, which is not a place to load it from. ` +
      'A captcha’s script runs with all the rights of the page. ' +
      `Leave scriptUrl out, or name an address on the app’s own origin or below ${sources.join(' or ')}.`,
  )
}

function isBelow(url: URL, source: URL): boolean {
  return url.origin === source.origin && url.pathname.startsWith(source.pathname)
}
