import type { AuthUser, SessionGrant } from '../backends/actions.js'
import type { Session, SessionEnd } from './auth-client.js'

/** How long an access token is good for, as this machine's clock has it. */
export interface TokenLife {
  /** The whole of it, in seconds. */
  seconds: number
  /** Epoch milliseconds. */
  endsAt: number
}

/** Holds the session of one client in memory: who is signed in for the app, the tokens for the client alone. */
export interface SessionStore {
  getSession: () => Session
  onChange: (listener: () => void) => () => void
  /** Calls back after each change of the tokens, with that of the session or without. Returns the undo. */
  onTokens: (listener: () => void) => () => void
  accessToken: () => string | null
  refreshToken: () => string | null
  /** Null where the backend does not say. A hint for when to renew: a token is sent until the server refuses it. */
  tokenLife: () => TokenLife | null
  /** When the session ends because no refresh token came with it, in epoch milliseconds; null where it goes on or nobody knows. */
  endsAt: () => number | null
  /** Counts sign-ins and sign-outs, so that an answer of an earlier session can be told and dropped. */
  generation: () => number
  /** Renews the tokens of the present session. Another user's are the start of another session. */
  renew: (grant: SessionGrant, life?: TokenLife | null) => void
  /** Starts a session. */
  start: (grant: SessionGrant, life?: TokenLife | null) => void
  /** Ends the session. With a reason it is the server's doing, and leaves one that has ended as it is. */
  end: (reason?: SessionEnd) => void
  /** Says that nobody is signed in: ends a session only where there is one, and keeps the reason of one that has ended. */
  leave: (reason?: SessionEnd) => void
  /** Says that nobody knows any more whether somebody is signed in. Tokens stay. */
  doubt: () => void
}

const SIGNED_OUT: Session = { status: 'signed_out' }
const UNKNOWN: Session = { status: 'unknown' }

/**
 * @param known false where a cookie or another tab may already have a session
 * @param now epoch milliseconds
 */
export function createSessionStore(known: boolean, now: () => number): SessionStore {
  const listeners = new Set<() => void>()
  const tokenListeners = new Set<() => void>()
  let session = known ? SIGNED_OUT : UNKNOWN
  let owner: AuthUser | null = null
  /** Between a start and its end, whatever the app is told meanwhile. */
  let isOpen = false
  let accessToken: string | null = null
  let refreshToken: string | null = null
  let life: TokenLife | null = null
  let generation = 0

  function become(next: Session) {
    if (sameSession(session, next)) return
    session = next
    for (const listener of listeners) listener()
  }

  function keep(grant: SessionGrant, user: AuthUser | null, itsLife = lifeOf(grant, now())) {
    accessToken = grant.accessToken
    // A backend that does not rotate leaves the refresh token out.
    refreshToken = grant.refreshToken ?? refreshToken
    life = itsLife
    owner = user
    isOpen = true
    for (const listener of tokenListeners) listener()
    become({ status: 'signed_in', user })
  }

  function forget() {
    generation += 1
    accessToken = null
    refreshToken = null
    life = null
    owner = null
    isOpen = false
    for (const listener of tokenListeners) listener()
  }

  function start(grant: SessionGrant, itsLife?: TokenLife | null) {
    forget()
    keep(grant, grant.user, itsLife)
  }

  function end(reason?: SessionEnd) {
    forget()
    if (reason === undefined) become(SIGNED_OUT)
    else if (session.status !== 'signed_out') become({ status: 'signed_out', reason })
  }

  return {
    getSession: () => session,
    onChange: (listener) => listenWith(listeners, listener),
    onTokens: (listener) => listenWith(tokenListeners, listener),
    accessToken: () => accessToken,
    refreshToken: () => refreshToken,
    tokenLife: () => life,
    endsAt: () => (accessToken !== null && refreshToken === null ? (life?.endsAt ?? null) : null),
    generation: () => generation,
    renew(grant, itsLife) {
      const { user } = grant
      if (user === null || owner === null || user.id === owner.id) {
        keep(grant, user === null || sameUser(user, owner) ? owner : user, itsLife)
        return
      }
      // What the kit or the app keeps for one user must not be there for the next.
      become(SIGNED_OUT)
      start(grant, itsLife)
    },
    start,
    end,
    leave(reason) {
      if (isOpen) end(reason)
      else if (session.status !== 'signed_out') become(SIGNED_OUT)
    },
    doubt: () => become(UNKNOWN),
  }
}

function listenWith(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The life of a token that has just come. */
export function lifeOf({ expiresInSeconds: seconds }: SessionGrant, now: number): TokenLife | null {
  // What no clock can count is as good as not said.
  const isLife = seconds !== null && seconds > 0 && seconds < Number.MAX_SAFE_INTEGER / 1000
  return isLife ? { seconds, endsAt: now + seconds * 1000 } : null
}

function sameSession(a: Session, b: Session): boolean {
  if (a.status === 'signed_in') return b.status === 'signed_in' && a.user === b.user
  if (a.status === 'signed_out') return b.status === 'signed_out' && a.reason === b.reason
  return b.status === a.status
}

/** The same person with the same facts: nothing that anybody would have to draw anew. */
function sameUser(a: AuthUser, b: AuthUser | null): boolean {
  return (
    a.id === b?.id &&
    a.email === b.email &&
    a.name === b.name &&
    a.emailVerified === b.emailVerified
  )
}
