import * as z from 'zod/mini'

/** One journey to an OAuth provider and back, as this tab remembers it meanwhile. */
export interface OAuthAttempt {
  /** RFC 6749 `state`: 256 random bits. */
  state: string
  /** RFC 7636 `code_verifier`: 256 random bits. */
  verifier: string
  /** Which backend it was started with. */
  backend: string
  provider: string
  purpose: 'sign_in' | 'link' | 'device'
  /** The address the provider sends the browser back to. */
  redirectUrl: string
  /** Where the user wanted to go; judged when they come back. */
  returnTo?: string | undefined
  /** The issuer the answer has to name (RFC 9207). */
  issuer?: string | undefined
  /** The code of the device that the sign-in connects. */
  userCode?: string | undefined
  /** The server gives the state back, so an answer without it is none. */
  stateSent: boolean
  /** Epoch milliseconds. */
  startedAt: number
}

const KEY = 'gatewright:oauth'

/** Attempts a tab may have open; the oldest is forgotten for the sixth. */
const MOST_PENDING = 5

/** Time enough to open an account at the provider's. */
const LIFE_MS = 30 * 60_000

/** Without a state the first answer is taken, so none after the server's own time (EdgeBase 5 minutes, Better Auth 10). */
const STATELESS_LIFE_MS = 10 * 60_000

const Attempts = z.array(
  z.object({
    state: z.string().check(z.minLength(43)),
    verifier: z.string().check(z.minLength(43)),
    backend: z.string(),
    provider: z.string(),
    purpose: z.enum(['sign_in', 'link', 'device']),
    redirectUrl: z.string(),
    returnTo: z.optional(z.string()),
    issuer: z.optional(z.string()),
    userCode: z.optional(z.string()),
    stateSent: z.boolean(),
    startedAt: z.number(),
  }),
)

/** 256 random bits in 43 characters: RFC 7636 asks for 43 to 128, of this alphabet. */
export function randomToken(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)))
}

/**
 * The S256 challenge of a verifier (RFC 7636, 4.2).
 * Null where the page is no secure context and the browser has no digest: there is no weaker form.
 */
export async function codeChallenge(verifier: string): Promise<string | null> {
  const { subtle } = crypto as { subtle?: SubtleCrypto }
  if (!subtle) return null
  return base64Url(
    new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
  )
}

/** Keeps an attempt for this tab until it is taken. False where the tab cannot keep anything. */
export function keepAttempt(attempt: OAuthAttempt): boolean {
  const pending = read().filter((earlier) => !isOver(earlier, attempt.startedAt))
  return write([attempt, ...pending].slice(0, MOST_PENDING))
}

/** Takes out the attempt that an answer belongs to, for good: the one with its state, or without one the latest. */
export function takeAttempt(state: string | null): OAuthAttempt | null {
  const pending = read()
  const taken = state === null ? pending[0] : pending.find((one) => one.state === state)
  if (!taken) return null
  write(pending.filter((one) => one !== taken))
  return taken
}

/** True when an attempt is too old for its answer to be taken. */
export function isOver({ startedAt, stateSent }: OAuthAttempt, now: number): boolean {
  return now - startedAt > (stateSent ? LIFE_MS : STATELESS_LIFE_MS)
}

function read(): readonly OAuthAttempt[] {
  try {
    const kept = Attempts.safeParse(JSON.parse(globalThis.sessionStorage.getItem(KEY) ?? '[]'))
    return kept.success ? kept.data : []
  } catch {
    // Storage is absent or denied, or something else wrote there.
    return []
  }
}

function write(attempts: readonly OAuthAttempt[]): boolean {
  try {
    if (attempts.length === 0) globalThis.sessionStorage.removeItem(KEY)
    else globalThis.sessionStorage.setItem(KEY, JSON.stringify(attempts))
    return true
  } catch {
    return false
  }
}

function base64Url(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
