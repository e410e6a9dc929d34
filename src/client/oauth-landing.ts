import type { AuthUser } from '../backends/actions.js'
import type { Backend } from '../backends/backend.js'
import { sortAnswer } from '../backends/sort-answer.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import type { AuthCode } from '../errors/catalogue.js'
import { firstCall } from '../errors/operation.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AuthClient } from './auth-client.js'
import { isOver, takeAttempt, type OAuthAttempt } from './oauth-attempt.js'

/** What a browser brought back from a provider, out of the address bar by now. */
export interface Landing {
  readonly parameters: Readonly<Record<string, string>>
  /** The journey it ends, or null where this tab knows of none. */
  readonly attempt: OAuthAttempt | null
}

/** How a journey to a provider ended. */
export type LandingOutcome =
  | { kind: 'signed_in'; user: AuthUser | null }
  | { kind: 'linked'; provider: string }
  | { kind: 'device_connected' }
  | UiState

interface Claim extends Landing {
  /** The address as it was left behind. */
  address: string
  outcome: Promise<LandingOutcome> | null
  watchers: number
}

const claims = new WeakMap<AuthClient, Claim>()

/**
 * Takes what a provider's redirect carries out of the address bar, query and fragment, before anything can read
 * it there or send it on as a referrer. Whoever asks again on the same page gets the same.
 */
export function claimLanding(client: AuthClient): Landing {
  const earlier = claims.get(client)
  if (earlier && earlier.address === globalThis.location.href) return earlier
  const landing = takeFromAddress()
  const { href } = globalThis.location
  const claim = { ...landing, address: href, outcome: null, watchers: 0 }
  claims.set(client, claim)
  return claim
}

/**
 * Ends the journey: starts the session, or says what is missing. Done once, however many ask.
 *
 * @param now epoch milliseconds
 */
export function endJourney(client: AuthClient, now: () => number): Promise<LandingOutcome> {
  const claim = claims.get(client) ?? (claimLanding(client) as Claim)
  // An adapter's fault signs nobody in.
  claim.outcome ??= settleLanding(client, claim, now()).catch(() =>
    client.report('unknown', 'oauth_callback'),
  )
  return claim.outcome
}

/** Keeps a landing in mind while somebody shows it. Returns the undo. */
export function watchLanding(client: AuthClient): () => void {
  const claim = claims.get(client)
  if (!claim) return () => undefined
  claim.watchers += 1
  return () => {
    claim.watchers -= 1
    // Not at once: under StrictMode whoever leaves is back in the same tick.
    setTimeout(() => {
      if (claim.watchers === 0 && claims.get(client) === claim) claims.delete(client)
    })
  }
}

/** Sorts the parameters of an OAuth redirect as the answer they are: a failure, a further step, or null. */
function failureIn(
  backend: Backend,
  parameters: Readonly<Record<string, string>>,
  receivedAt: number,
): AuthFailure | null {
  const status = 'error' in parameters ? 400 : 200
  const answer = { status, header: () => null, body: parameters }
  const failure = sortAnswer(backend, answer, firstCall('oauth_callback'), receivedAt)
  if (failure?.code !== 'validation_failed') return failure
  // There was no form: a word that only the status explains is the provider's own.
  const { error_description: description } = parameters
  return { ...failure, code: 'oauth_provider_error', data: description ? { description } : {} }
}

async function settleLanding(
  client: AuthClient,
  { parameters, attempt }: Landing,
  now: number,
): Promise<LandingOutcome> {
  const { backend } = client
  const grant = backend.readRedirect?.(parameters) ?? null
  const { code, state, error } = parameters
  const opensSession = code !== undefined || grant !== null
  const forged = attempt
    ? isForged(backend, attempt, parameters, opensSession)
    : state !== undefined || opensSession
  if (forged) return client.report('oauth_state_mismatch', 'oauth_callback')
  if (attempt && error === undefined && isOver(attempt, now)) {
    return client.report('oauth_flow_expired', 'oauth_callback')
  }
  const failure = failureIn(backend, parameters, now)
  if (failure) return client.settle(failure)
  if (grant) client.adopt(grant)
  else if (attempt && code !== undefined && (await client.supports('exchangeOAuthCode'))) {
    const { verifier, redirectUrl } = attempt
    const entered = await client.enter('exchangeOAuthCode', { code, verifier, redirectUrl })
    if (entered.kind !== 'signed_in') return entered
  }
  if (attempt?.purpose === 'link') return { kind: 'linked', provider: attempt.provider }
  if (attempt?.purpose === 'device') return { kind: 'device_connected' }
  return whoIsSignedIn(client)
}

/** An answer that is not the one to this tab's question (RFC 6749 10.12; RFC 9207 2.4). */
function isForged(
  backend: Backend,
  attempt: OAuthAttempt,
  parameters: Landing['parameters'],
  opensSession: boolean,
): boolean {
  const { state, iss, error } = parameters
  if (attempt.backend !== journeyBackend(backend)) return true
  if (attempt.issuer !== undefined && attempt.issuer !== iss) return true
  if (!attempt.stateSent || state !== undefined) return false
  // Not every server gives the state back with what signs nobody in: an error, or a device's approval.
  return error === undefined && (attempt.purpose !== 'device' || opensSession)
}

/** Tells a page's backends apart, so that no answer of one is taken for the other's. */
export function journeyBackend({ id, baseUrl }: Backend): string {
  return `${id} ${baseUrl}`
}

/** A cookie tells the server alone; and whoever comes back to this page later is signed in already. */
async function whoIsSignedIn(client: AuthClient): Promise<LandingOutcome> {
  const session = client.getSession()
  if (session.status === 'signed_in') return { kind: 'signed_in', user: session.user }
  if (client.backend.session === 'token') return lost(client)
  const asked = await client.refresh()
  return asked.kind === 'sign_in_required' ? lost(client) : asked
}

function lost(client: AuthClient): UiState {
  return client.report('oauth_flow_lost' satisfies AuthCode, 'oauth_callback')
}

function takeFromAddress(): Landing {
  const { location, history } = globalThis
  const query = new URLSearchParams(location.search)
  const fragment = new URLSearchParams(
    carriesParameters(location.hash) ? location.hash.slice(1) : '',
  )
  const attempt = takeAttempt(fragment.get('state') ?? query.get('state'))
  const own = new Set(attempt ? new URL(attempt.redirectUrl).searchParams.keys() : [])
  const [kept, claimed] = [new URLSearchParams(), new URLSearchParams(fragment)]
  for (const [name, value] of query) (own.has(name) ? kept : claimed).append(name, value)

  const search = kept.toString() === '' ? '' : `?${kept.toString()}`
  const hash = carriesParameters(location.hash) ? '' : location.hash
  try {
    history.replaceState(history.state, '', location.pathname + search + hash)
  } catch {
    // A sandboxed page may not touch its history; the parameters work once, anyway.
  }
  return { parameters: Object.fromEntries(claimed), attempt }
}

/** `#access_token=…`, as against a place on the page or the route of a hash router. */
function carriesParameters(hash: string): boolean {
  return /^#[^/!?]*=/.test(hash)
}
