import type { UiState } from '../ui-state/ui-state.js'
import type { AuthClient } from './auth-client.js'
import { codeChallenge, keepAttempt, randomToken, type OAuthAttempt } from './oauth-attempt.js'
import { journeyBackend } from './oauth-landing.js'

/** Where a journey to a provider is to lead. */
export interface Departure extends Pick<
  OAuthAttempt,
  'provider' | 'purpose' | 'returnTo' | 'issuer' | 'userCode'
> {
  /** Address of the page that takes the answer, absolute or of this origin. Default: this page, without its query. */
  redirectUrl?: string | undefined
  captchaToken?: string | undefined
}

/** The browser is to leave for `url`. */
export interface Leaving {
  kind: 'leaving'
  provider: string
  url: string
}

/** Asks the backend for a provider's address and remembers the attempt. Does not leave the page by itself. */
export async function depart(
  client: AuthClient,
  departure: Departure,
  now: number,
): Promise<Leaving | UiState> {
  const { provider, purpose, returnTo, issuer, captchaToken, userCode } = departure
  const [state, verifier] = [randomToken(), randomToken()]
  const exchanges = await client.supports('exchangeOAuthCode')
  const challenge = exchanges ? await codeChallenge(verifier) : null
  if (exchanges && challenge === null) return impossible(client, purpose)

  const redirectUrl = pageAddress(departure.redirectUrl)
  const request = {
    provider,
    redirectUrl,
    state,
    ...(challenge === null ? {} : { codeChallenge: challenge }),
  }
  const action = purpose === 'link' ? 'linkOAuth' : 'startOAuth'
  const outcome =
    action === 'linkOAuth'
      ? await client.perform(action, request)
      : await client.perform(action, {
          ...request,
          ...(captchaToken === undefined ? {} : { captchaToken }),
          ...(userCode === undefined ? {} : { userCode }),
        })
  if (outcome.kind !== 'succeeded') return outcome
  const url = webAddress(outcome.value.url)
  if (!url) return client.report('unknown', operationOf(purpose))
  const kept = keepAttempt({
    state,
    verifier,
    backend: journeyBackend(client.backend),
    provider,
    purpose,
    redirectUrl,
    returnTo,
    issuer,
    userCode,
    stateSent:
      url.searchParams.get('state') === state ||
      (await client.takes(action))?.includes('state') === true,
    startedAt: now,
  })
  // A cookie finds its way back alone; tokens would be taken for somebody else's.
  if (!kept && client.backend.session === 'token') return impossible(client, purpose)
  return { kind: 'leaving', provider, url: url.href }
}

/** Without storage or a digest the way back could not be checked. */
function impossible(client: AuthClient, purpose: Departure['purpose']): UiState {
  const data = { method: 'oauth', reason: 'not_supported' } as const
  return client.report('method_disabled', operationOf(purpose), data)
}

function operationOf(purpose: Departure['purpose']) {
  return purpose === 'link' ? 'account_link' : 'oauth_start'
}

const THIS_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** A server's address, if a browser may be sent there: never out of encryption into the open. */
function webAddress(address: string): URL | null {
  const { href, protocol } = globalThis.location
  try {
    const url = new URL(address, href)
    if (url.protocol === 'https:') return url
    const inTheOpen = protocol === 'http:' || THIS_MACHINE.test(url.hostname)
    return url.protocol === 'http:' && inTheOpen ? url : null
  } catch {
    return null
  }
}

function pageAddress(address: string | undefined): string {
  const page = new URL(address ?? '', globalThis.location.href)
  page.hash = ''
  if (address === undefined) page.search = ''
  return page.href
}
