import type { AuthUser } from '../backends/actions.js'
import type { Backend } from '../backends/backend.js'
import { sortAnswer } from '../backends/sort-answer.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import type { AuthCode } from '../errors/catalogue.js'
import { firstCall, type OperationContext } from '../errors/operation.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AuthClient } from './auth-client.js'
import { isOver, takeAttempt, type OAuthAttempt } from './oauth-attempt.js'

/** A browser that came back from a provider. */
export interface Landing {
  /** The journey it ends, without its secrets, or null where this tab knows of none. */
  readonly journey: Omit<OAuthAttempt, 'state' | 'verifier'> | null
}

/** What it brought back, out of the address bar by now. */
interface Brought {
  readonly parameters: Readonly<Record<string, string>>
  /** One of them came twice, and could be read either way (RFC 6749, 3.1 forbids it). */
  readonly ambiguous: boolean
  readonly attempt: OAuthAttempt | null
}

/** How a journey to a provider ended. */
export type LandingOutcome =
  | { kind: 'signed_in'; user: AuthUser | null }
  | { kind: 'linked'; provider: string }
  | { kind: 'device_connected' }
  | UiState

const NOTHING: Brought = { parameters: {}, ambiguous: false, attempt: null }

interface Claim extends Landing {
  /** `NOTHING` once the journey is being ended: nobody else needs its tokens and codes. */
  brought: Brought
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
  const brought = takeFromAddress()
  const { href } = globalThis.location
  const journey = withoutSecrets(brought.attempt)
  const claim = { journey, brought, address: href, outcome: null, watchers: 0 }
  claims.set(client, claim)
  return claim
}

function withoutSecrets(attempt: OAuthAttempt | null): Landing['journey'] {
  if (!attempt) return null
  const { state: _state, verifier: _verifier, ...journey } = attempt
  return journey
}

/**
 * Ends the journey: starts the session, or says what is missing. Done once, however many ask.
 *
 * @param now epoch milliseconds
 */
export function endJourney(client: AuthClient, now: () => number): Promise<LandingOutcome> {
  const claim = claims.get(client) ?? (claimLanding(client) as Claim)
  // An adapter's fault signs nobody in.
  claim.outcome ??= settleLanding(client, claim.brought, now()).catch(() =>
    client.report('unknown', 'oauth_callback'),
  )
  claim.brought = NOTHING
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

/** Nobody waits for a redirect to be mended in silence: there is nothing that could be sent again. */
const LAST_CALL: OperationContext = { ...firstCall('oauth_callback'), attempt: 2 }

/** Sorts the parameters of an OAuth redirect as the answer they are: a failure, a further step, or null. */
function failureIn(
  backend: Backend,
  { parameters, attempt }: Brought,
  receivedAt: number,
): AuthFailure | null {
  const status = 'error' in parameters ? 400 : 200
  const answer = { status, header: () => null, body: parameters }
  const failure = sortAnswer(backend, answer, LAST_CALL, receivedAt)
  if (!failure) return null
  // There was no form: a word that only the status explains is the provider's own.
  const isOwn = failure.code === 'validation_failed'
  const description = isOwn ? parameters['error_description'] : failure.data.description
  return {
    ...failure,
    code: isOwn ? 'oauth_provider_error' : failure.code,
    data: {
      ...(isOwn ? {} : failure.data),
      // Anybody can write a link that ends here. Unasked it says nothing, and it never ends a session.
      description: attempt && description ? description : '',
      clearTokens: false,
    },
  }
}

async function settleLanding(
  client: AuthClient,
  brought: Brought,
  now: number,
): Promise<LandingOutcome> {
  const { backend } = client
  const { parameters, attempt } = brought
  const { code, error } = parameters
  const grant = backend.readRedirect?.(parameters) ?? null
  const failure = failureIn(backend, brought, now)
  // A second factor that is asked for opens a session just as well: whose it is, the challenge says.
  const asksForMore = failure !== null && error === undefined
  const opensSession = code !== undefined || grant !== null || asksForMore
  if (isForged(backend, brought, opensSession)) {
    return client.report('oauth_state_mismatch', 'oauth_callback')
  }
  if (attempt && error === undefined && isOver(attempt, now)) {
    return client.report('oauth_flow_expired', 'oauth_callback')
  }
  if (failure) return client.settle(failure)
  if (grant) await client.adopt(grant)
  else if (attempt && code !== undefined && (await client.supports('exchangeOAuthCode'))) {
    const { verifier, redirectUrl } = attempt
    const entered = await client.enter('exchangeOAuthCode', { code, verifier, redirectUrl })
    if (entered.kind !== 'signed_in') return entered
  }
  if (attempt?.purpose === 'link') return whetherLinked(client, attempt.provider)
  if (attempt?.purpose === 'device') return { kind: 'device_connected' }
  return whoIsSignedIn(client)
}

/** An answer that is not the one to this tab's question (RFC 6749 10.12; RFC 9207 2.4). */
function isForged(
  backend: Backend,
  { parameters, attempt, ambiguous }: Brought,
  opensSession: boolean,
): boolean {
  const { state, iss, error } = parameters
  if (!attempt) return state !== undefined || opensSession
  if (ambiguous || attempt.backend !== journeyBackend(backend)) return true
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

/** Tokens are proof enough. Behind a cookie, coming back without an error is all that going back would be, too. */
async function whetherLinked(client: AuthClient, provider: string): Promise<LandingOutcome> {
  const { session } = client.backend
  if (session === 'cookie' && (await client.supports('listIdentities'))) {
    const listed = await client.perform('listIdentities', {})
    if (listed.kind !== 'succeeded') return listed
    if (!listed.value.identities.some((one) => one.provider === provider)) return lost(client)
  }
  return { kind: 'linked', provider }
}

function lost(client: AuthClient): UiState {
  return client.report('oauth_flow_lost' satisfies AuthCode, 'oauth_callback')
}

function takeFromAddress(): Brought {
  const { location, history } = globalThis
  const query = new URLSearchParams(location.search)
  const fragment = new URLSearchParams(
    carriesParameters(location.hash) ? location.hash.slice(1) : '',
  )
  const attempt = takeAttempt(fragment.get('state') ?? query.get('state'))
  const own = new Set(attempt ? new URL(attempt.redirectUrl).searchParams.keys() : [])
  const [kept, claimed] = [new URLSearchParams(), new URLSearchParams(fragment)]
  for (const [name, value] of query) (own.has(name) ? kept : claimed).append(name, value)

  // A whole address: a path that begins with two slashes would be taken for another host.
  const left = new URL(location.href)
  left.search = kept.toString()
  if (carriesParameters(location.hash)) left.hash = ''
  try {
    history.replaceState(history.state, '', left.href)
  } catch {
    // A sandboxed page may not touch its history; the parameters work once, anyway.
  }
  const parameters = Object.fromEntries(claimed)
  const ambiguous = [...claimed].length > Object.keys(parameters).length
  return { parameters, ambiguous, attempt }
}

/** `#access_token=…`, as against a place on the page or the route of a hash router. */
function carriesParameters(hash: string): boolean {
  return /^#[^/!?]*=/.test(hash)
}
