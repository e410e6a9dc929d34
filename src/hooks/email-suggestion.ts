/** Domains of large mail providers. Of two that are as close, the earlier one is meant. */
export const COMMON_EMAIL_DOMAINS: readonly string[] = [
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'aol.com',
  'live.com',
  'msn.com',
  'me.com',
  'mac.com',
  'mail.com',
  'ymail.com',
  'googlemail.com',
  'protonmail.com',
  'proton.me',
  'fastmail.com',
  'zoho.com',
  'comcast.net',
  'verizon.net',
  'att.net',
  'yahoo.co.uk',
  'hotmail.co.uk',
  'btinternet.com',
  'gmx.de',
  'gmx.net',
  'gmx.com',
  'gmx.at',
  'gmx.ch',
  'web.de',
  't-online.de',
  'freenet.de',
  'bluewin.ch',
  'orange.fr',
  'wanadoo.fr',
  'laposte.net',
  'free.fr',
  'libero.it',
  'uol.com.br',
  'mail.ru',
  'yandex.ru',
  'naver.com',
  'qq.com',
  '163.com',
  '126.com',
]

/** Endings that belong to a country and are yet most often a slip for `com`. */
const SLIPS_FOR_COM = new Set(['co', 'cm', 'om'])

const DOMAIN = /^[^\s@.]+(\.[^\s@.]+)+$/

/**
 * The address that was probably meant, by the domain that lies next to the typed one; null where there is none.
 * Nothing is asked of a server.
 */
export function suggestEmail(
  typed: string,
  domains: readonly string[] = COMMON_EMAIL_DOMAINS,
): string | null {
  const address = typed.trim()
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).toLowerCase()
  if (at < 1 || domain === '' || domains.includes(domain)) return null
  let best: { domain: string; slips: number } | null = null
  for (const candidate of domains) {
    const tolerated = toleranceOf(candidate)
    if (Math.abs(candidate.length - domain.length) > tolerated) continue
    if (namesAnotherCountry(domain, candidate)) continue
    const slips = slipsBetween(domain, candidate)
    if (slips <= tolerated && (best === null || slips < best.slips)) {
      best = { domain: candidate, slips }
    }
  }
  return best && `${address.slice(0, at)}@${best.domain}`
}

/**
 * An app's own list of domains, ready to compare with.
 *
 * @throws when one of them is no domain.
 */
export function readDomains(domains: readonly string[]): readonly string[] {
  const wrong = domains.find((domain) => !DOMAIN.test(domain))
  if (wrong === undefined) return domains.map((domain) => domain.toLowerCase())
  throw new Error(
    `Gatewright: emailDomains got ${JSON.stringify(wrong)}, which is no domain. ` +
      'Mistyped addresses are compared with the part after the "@". ' +
      'Write it like "example.com", or pass [] for no suggestions.',
  )
}

/** How many slips still mean this domain. Short ones have too many neighbours that exist. */
function toleranceOf({ length }: string): number {
  if (length < 8) return 0
  return length < 10 ? 1 : 2
}

/** `hotmail.be` and `yahoo.co.jp` exist: two letters at the end are taken at their word. */
function namesAnotherCountry(typed: string, candidate: string): boolean {
  const ending = endingOf(typed)
  const wanted = endingOf(candidate)
  if (ending.length !== 2 || !typed.includes('.') || ending === wanted) return false
  return !(wanted === 'com' && SLIPS_FOR_COM.has(ending))
}

function endingOf(domain: string): string {
  return domain.slice(domain.lastIndexOf('.') + 1)
}

/** Letters missed, added, mistaken or swapped with their neighbour (Damerau-Levenshtein, restricted). */
function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        cell(last, column) + 1,
        cell(current, column - 1) + 1,
        cell(last, column - 1) + (isSame ? 0 : 1),
        isSwap ? cell(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return cell(last, b.length)
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
