/** The token of the mailed link that was followed, until it is spent. */
let linkToken: string | null = null

/** Takes a token out of an address before it can reach the history, a log or a referrer. */
export function withoutToken(address: URL): URL {
  const token = address.searchParams.get('token')
  if (token === null) return address
  linkToken = token
  const clean = new URL(address)
  clean.searchParams.delete('token')
  return clean
}

export function currentLinkToken(): string | null {
  return linkToken
}
