import * as z from 'zod/mini'
import type { SessionGrant } from '../backends/actions.js'
import { isAuthCode, type AuthCode } from '../errors/catalogue.js'
import type { SessionEnd } from './auth-client.js'
import type { RefreshCause } from './session-keeper.js'
import { SHORTEST_PAUSE_MS } from './refresh-pauses.js'
import type { TokenLife } from './session-store.js'

/** Which state of which session a record holds. */
export interface RecordId {
  /** Another one after each sign-in and sign-out. */
  era: string
  /** One more with each change of the tokens. */
  version: number
}

const ID = { era: z.string(), version: z.number() }

const User = z.object({
  id: z.string(),
  email: z.nullable(z.string()),
  name: z.nullable(z.string()),
  emailVerified: z.nullable(z.boolean()),
})

const SignedOut = z.object({
  status: z.literal('signed_out'),
  ...ID,
  reason: z.nullable(
    z.enum(['expired', 'revoked', 'reuse_detected', 'invalid', 'missing', 'login_required']),
  ),
})

const SignedIn = z.object({
  status: z.literal('signed_in'),
  ...ID,
  user: z.nullable(User),
  accessToken: z.nullable(z.string()),
  refreshToken: z.nullable(z.string()),
  life: z.nullable(z.object({ seconds: z.number(), endsAt: z.number() })),
  /** All times are in epoch milliseconds, by the clock that the tabs share. */
  renewedAt: z.number(),
  /** The tab that has sent the refresh token to the server, and whether it has let go of the lock meanwhile. */
  asking: z.nullable(z.object({ claim: z.string(), since: z.number(), late: z.boolean() })),
  /** The server answered the last refresh with a fault of its own. */
  failed: z.nullable(z.object({ at: z.number(), code: z.string() })),
})

const Kept = z.union([SignedIn, SignedOut])

export type SignedInRecord = z.infer<typeof SignedIn>
/** What is kept of a session for all tabs. */
export type SessionRecord = z.infer<typeof Kept>

/** Checks what was found in storage; null for anything else than a record. */
export function readRecord(found: unknown): SessionRecord | null {
  return Kept.safeParse(found).data ?? null
}

export function sameId(a: RecordId | null, b: RecordId | null): boolean {
  return a !== null && b !== null && a.era === b.era && a.version === b.version
}

/** Tells sessions and attempts apart, over all tabs. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A tab waits so long for its answer under the lock, in milliseconds. */
export const ASK_MS = 7500
/** And so long after it let go. */
export const LATE_MS = 62_000
/** Without locks it is not known who has been closed: one that has asked for longer is taken to be. */
const ASK_LIMIT_MS = 10_000
/** A token of unknown life is taken to be good for so long after another tab has fetched it. */
const FRESH_MS = 60_000

/** What a tab finds when it wants to spend the refresh token. */
export type Claim =
  /** There is no record any more. */
  | { is: 'gone' }
  /** There is another session, or fresh tokens of this one. */
  | { is: 'changed'; record: SessionRecord }
  /** It is this tab's turn: nobody else will spend the token of this version. */
  | { is: 'mine'; record: SignedInRecord }
  /** Another tab is asking. */
  | { is: 'taken'; late: boolean }
  /** Another tab has asked and was closed before the answer came. Whether the token is spent, nobody knows. */
  | { is: 'lost'; record: SignedInRecord }
  /** The server has just failed to answer it. */
  | { is: 'cooling'; code: AuthCode }

export interface ClaimInput {
  /** What this tab has in its memory. */
  known: RecordId
  /** Names this attempt. */
  claim: string
  cause: RefreshCause
  /** Whether this tab holds the lock, so that nobody who asks in time is alive. */
  locked: boolean
  graceMs: number
  now: number
}

/** Judges who may spend the refresh token. Run inside a transaction, it lets one tab through for each version. */
export function claimIn(found: SessionRecord | null, input: ClaimInput): Claim {
  const { known, claim, cause, locked, graceMs, now } = input
  if (!found) return { is: 'gone' }
  const isNews = !sameId(found, known) && (found.era !== known.era || isFresh(found, now))
  if (found.status === 'signed_out' || isNews) return { is: 'changed', record: found }

  const { asking, failed } = found
  if (asking) {
    const isAlive = asking.late
      ? within(asking.since, LATE_MS, now)
      : !locked && within(asking.since, ASK_LIMIT_MS, now)
    if (isAlive) return { is: 'taken', late: asking.late }
    if (!within(asking.since, graceMs, now)) return { is: 'lost', record: found }
  } else if (failed && cause !== 'asked' && within(failed.at, SHORTEST_PAUSE_MS, now)) {
    return { is: 'cooling', code: isAuthCode(failed.code) ? failed.code : 'server_error' }
  }
  // The grace counts from the first time that the token was sent.
  const since = asking?.since ?? now
  return { is: 'mine', record: { ...found, asking: { claim, since, late: false }, failed: null } }
}

function isFresh(record: SessionRecord, now: number): boolean {
  if (record.status === 'signed_out') return true
  const { life, renewedAt } = record
  return life ? now < life.endsAt : within(renewedAt, FRESH_MS, now)
}

function within(since: number, milliseconds: number, now: number): boolean {
  return now >= since && now - since < milliseconds
}

/** The record of a session that begins. */
export function begun(
  found: SessionRecord | null,
  era: string,
  { user, accessToken, refreshToken }: SessionGrant,
  life: TokenLife | null,
  now: number,
): SignedInRecord {
  return {
    status: 'signed_in',
    era,
    version: (found?.version ?? 0) + 1,
    user,
    accessToken,
    refreshToken,
    life,
    renewedAt: now,
    asking: null,
    failed: null,
  }
}

/** The record with fresh tokens. What a grant leaves out stays as it is. */
export function renewedBy(
  record: SignedInRecord,
  grant: SessionGrant,
  life: TokenLife | null,
  now: number,
): SignedInRecord {
  const user = grant.user ?? record.user
  const refreshToken = grant.refreshToken ?? record.refreshToken
  return begun(record, record.era, { ...grant, user, refreshToken }, life, now)
}

/** The record of a session that is over. Its tokens are gone. */
export function endedWith(
  found: SessionRecord | null,
  era: string,
  reason: SessionEnd | undefined,
): SessionRecord {
  return {
    status: 'signed_out',
    era,
    version: (found?.version ?? 0) + 1,
    reason: reason ?? null,
  }
}

/** The grant that a record amounts to. */
export function grantIn({ user, accessToken, refreshToken, life }: SignedInRecord): SessionGrant {
  return { user, accessToken, refreshToken, expiresInSeconds: life?.seconds ?? null }
}
