import * as z from 'zod/mini'
import { isOwn, resolveOn } from './page-address.js'

/** A timer set for longer would go off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

const Hex = z.string().check(z.regex(/^(?:[\da-f]{2})*$/i))

// Loose: the server's signature covers whatever else it put in.
const Challenge = z.object({
  parameters: z.looseObject({
    algorithm: z.string(),
    nonce: Hex,
    salt: Hex,
    cost: z.number(),
    keyLength: z.number(),
    keyPrefix: z.string(),
    expiresAt: z.optional(z.number()),
  }),
  signature: z.optional(z.string()),
})

export type AltchaChallenge = z.infer<typeof Challenge>

export interface FetchedChallenge {
  challenge: AltchaChallenge
  /** Milliseconds until it runs out, by the server's own clock; null when it does not. */
  lifetimeMs: number | null
}

/**
 * The address of the challenge, on the page's own origin.
 *
 * @throws for any other: the check is there so that no third party is asked.
 */
export function ownAddress(challengeUrl: string, page: Location): URL {
  const url = challengeUrl ? resolveOn(page, challengeUrl) : null
  if (url && isOwn(page, url)) return url
  throw new Error(
    `Gatewright: altcha({ challengeUrl }) is ${JSON.stringify(challengeUrl)}, which is no address on the app's own origin. ` +
      'The challenge comes from the server that will judge it, without a third party. ' +
      'Name a path of that server, for example altcha({ challengeUrl: "/api/altcha" }).',
  )
}

/** Fetches a challenge as altcha-lib's `createChallenge` makes it. */
export async function fetchChallenge(url: URL, signal: AbortSignal): Promise<FetchedChallenge> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    cache: 'no-store',
    redirect: 'error',
    signal,
  })
  if (!response.ok) throw challengeError(url, `answered ${response.status}`)
  const challenge = Challenge.safeParse(await response.json())
  if (!challenge.success) throw challengeError(url, 'sent no challenge of ALTCHA version 2')
  return { challenge: challenge.data, lifetimeMs: lifetimeOf(challenge.data, response.headers) }
}

function lifetimeOf({ parameters }: AltchaChallenge, headers: Headers): number | null {
  if (parameters.expiresAt === undefined) return null
  const sent = Date.parse(headers.get('date') ?? '')
  const left = parameters.expiresAt * 1000 - (Number.isNaN(sent) ? Date.now() : sent)
  return Math.min(Math.max(0, left), LONGEST_TIMER_MS)
}

function challengeError({ pathname }: URL, what: string): Error {
  return new Error(
    `Gatewright: the ALTCHA challenge address ${pathname} ${what}. ` +
      'The check cannot be carried out without a challenge. ' +
      "Let it answer with the JSON of altcha-lib's createChallenge().",
  )
}
