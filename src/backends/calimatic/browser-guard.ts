/** The vendor's own host answers only to a client secret. */
const VENDOR_HOST = 'auth.calimatic.com'

const SECRET_NAME = /secret|client[_-]?id|api[_-]?key|token|password|credential/i
const SECRET_VALUE = /ccas_/

const MEND =
  `Let your own server relay the calls and add x-client-id and x-client-secret there, ` +
  `and pass its address alone: calimatic({ baseUrl: '/api/auth' }).`

/**
 * Refuses what would need the client secret in a browser.
 *
 * @throws when an option holds a secret or `baseUrl` is the vendor's own host.
 */
export function refuseSecretsInBrowser(options: object): void {
  for (const [name, value] of Object.entries(options)) {
    if (value == null) continue
    if (SECRET_NAME.test(name) || SECRET_VALUE.test(String(value))) {
      throw new Error(
        `Gatewright: calimatic() was given \`${name}\` in a browser. ` +
          `Whatever reaches a browser is public, and Calimatic's client secret opens every account. ${MEND}`,
      )
    }
  }
  if ('baseUrl' in options && hostOf(options.baseUrl) === VENDOR_HOST) {
    throw new Error(
      `Gatewright: calimatic({ baseUrl }) points at ${VENDOR_HOST} in a browser. ` +
        `That address answers only with a client secret, which must never reach a browser. ${MEND}`,
    )
  }
}

function hostOf(address: unknown): string | null {
  const text = String(address).trim()
  return URL.canParse(text) ? new URL(text).hostname.replace(/\.$/, '') : null
}
