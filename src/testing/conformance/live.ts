import type { Backend } from '../../backends/backend.js'
import type { AuthEvent } from '../../client/auth-event.js'
import { createAuthClient } from '../../client/create-auth-client.js'
import type { UiState } from '../../ui-state/ui-state.js'
import type { Told } from './disclosure.js'
import type { Finding } from './report.js'

/** A server to try the backend on, and who has an account there. */
export interface LiveServer {
  /** Answers as the server does: the platform's `fetch`, or that of a fake server in its dialect. */
  fetch: typeof globalThis.fetch
  account: { email: string; password: string }
  /** An address without an account. Default: one at example.com. */
  stranger?: string
  /** How many wrong passwords each of the two is tried with; enough to see a lockout. Default 1. */
  wrongPasswords?: number
}

const WRONG_PASSWORD = 'canary-wrong-password-9'
/** Shorter texts are no tokens. */
const SHORTEST_TOKEN = 16

/** What came of using a server through the real client. */
export interface LiveOutcome {
  told: readonly Told[]
  states: readonly UiState[]
  findings: readonly Finding[]
}

/** Signs in and out, and asks what a stranger would ask, through the real client. */
export async function tryLive(
  backend: Backend,
  { fetch, account, stranger = 'nobody-7q@example.com', wrongPasswords = 1 }: LiveServer,
  now: () => number,
): Promise<LiveOutcome> {
  const events: AuthEvent[] = []
  const states: UiState[] = []
  const told: Told[] = []
  const recorded = recorder(fetch)
  const client = createAuthClient({
    backend,
    fetch: recorded.fetch,
    now,
    random: () => 0,
    onEvent: (event) => events.push(event),
  })
  const stateIn = (outcome: { kind: string } | UiState): UiState | null => {
    if (!('code' in outcome)) return null
    states.push(outcome)
    return outcome
  }

  const signedIn = stateIn(await client.signIn(account))
  if (!signedIn) {
    if (await client.supports('refresh')) stateIn(await client.refresh())
    await client.signOut()
  }
  const addresses = [
    ['known_address', account.email],
    ['unknown_address', stranger],
  ] as const
  for (const [to, email] of addresses) {
    for (let tries = 0; tries < wrongPasswords; tries += 1) {
      const state = stateIn(await client.signIn({ email, password: WRONG_PASSWORD }))
      told.push({ at: 'sign_in', to, state })
    }
    if (!(await client.supports('requestPasswordReset'))) continue
    told.push({
      at: 'password_forgot',
      to,
      state: stateIn(await client.requestPasswordReset({ email })),
    })
  }
  client.dispose()
  return {
    told,
    states,
    findings: [
      ...unreached(states, signedIn),
      ...inAddresses(recorded, [account.password, WRONG_PASSWORD]),
      ...inEvents(events, [account.email, account.password, stranger, ...recorded.tokens]),
    ],
  }
}

function recorder(fetch: typeof globalThis.fetch) {
  const addresses: string[] = []
  const tokens = new Set<string>()
  return {
    addresses,
    tokens,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      addresses.push(decodeURIComponent(input instanceof Request ? input.url : String(input)))
      const response = await fetch(input, init)
      const body: unknown = await response
        .clone()
        .json()
        .catch(() => null)
      for (const token of response.ok ? tokensIn(body) : []) tokens.add(token)
      return response
    },
  }
}

function tokensIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'string' && /token|jwt|secret/i.test(name) && value.length >= SHORTEST_TOKEN
      ? [value]
      : tokensIn(value),
  )
}

/** What the right password never leads to where the requests are right. */
const NOT_WITH_RIGHT_PASSWORD = new Set<UiState['kind']>([
  'invalid_credentials',
  'field_errors',
  'permission_denied',
  'server_error',
])
/** What no request leads to that the server knows. */
const NOWHERE = new Set<UiState['kind']>([
  'not_found',
  'configuration_error',
  'network_error',
  'unknown',
])

function unreached(states: readonly UiState[], signedIn: UiState | null): Finding[] {
  const lost = states.find(({ kind }) => NOWHERE.has(kind))
  const state = signedIn && NOT_WITH_RIGHT_PASSWORD.has(signedIn.kind) ? signedIn : lost
  if (!state) return []
  return [
    {
      check: 'live',
      level: 'failure',
      where: state.operation,
      what: `It ended in ${state.kind} (status ${state.support.status ?? 'none'}, code ${state.support.rawCode ?? 'none'}).`,
      mend: 'Compare the route, the body and readSession with what the server takes and sends.',
    },
  ]
}

function inAddresses(
  { addresses, tokens }: { addresses: readonly string[]; tokens: ReadonlySet<string> },
  passwords: readonly string[],
): Finding[] {
  const secrets = [...passwords, ...tokens]
  return addresses
    .filter((address) => secrets.some((secret) => address.includes(secret)))
    .map((address) => ({
      check: 'secret_in_url',
      level: 'failure',
      where: new URL(address, 'http://localhost').pathname,
      what: 'A password, or a token that the server gave, was sent in the address.',
      mend: 'Send it in the body, or as the bearer token with bearer: true.',
    }))
}

function inEvents(events: readonly AuthEvent[], secrets: readonly string[]): Finding[] {
  const told = JSON.stringify(events)
  if (!secrets.some((secret) => told.includes(secret))) return []
  return [
    {
      check: 'server_text',
      level: 'failure',
      where: 'events',
      what: 'An address, password or token went into the events that the app logs.',
      mend: "Read code and requestId from fields that hold nothing of the user's.",
    },
  ]
}
