import type { AuthUser, SessionGrant } from '../backends/actions.js'
import type { Session, SessionEnd } from './auth-client.js'

/** Holds the session of one client in memory: who is signed in for the app, the tokens for the client alone. */
export interface SessionStore {
  getSession: () => Session
  onChange: (listener: () => void) => () => void
  accessToken: () => string | null
  refreshToken: () => string | null
  /** Counts sign-ins and sign-outs, so that an answer of an earlier session can be told and dropped. */
  generation: () => number
  /** Renews the tokens of the present session. */
  renew: (grant: SessionGrant) => void
  /** Starts a session. */
  start: (grant: SessionGrant) => void
  /** Ends the session. With a reason it is the server's doing, and leaves one that has ended as it is. */
  end: (reason?: SessionEnd) => void
}

const SIGNED_OUT: Session = { status: 'signed_out' }
const UNKNOWN: Session = { status: 'unknown' }

/** @param known false where a cookie may already carry a session that only the server can tell. */
export function createSessionStore(known: boolean): SessionStore {
  const listeners = new Set<() => void>()
  let session = known ? SIGNED_OUT : UNKNOWN
  let accessToken: string | null = null
  let refreshToken: string | null = null
  let generation = 0

  function become(next: Session) {
    if (sameSession(session, next)) return
    session = next
    for (const listener of listeners) listener()
  }

  function keep(grant: SessionGrant, user: AuthUser | null) {
    accessToken = grant.accessToken
    // A backend that does not rotate leaves the refresh token out.
    refreshToken = grant.refreshToken ?? refreshToken
    become({ status: 'signed_in', user })
  }

  return {
    getSession: () => session,
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    accessToken: () => accessToken,
    refreshToken: () => refreshToken,
    generation: () => generation,
    renew(grant) {
      keep(grant, grant.user ?? (session.status === 'signed_in' ? session.user : null))
    },
    start(grant) {
      generation += 1
      refreshToken = null
      keep(grant, grant.user)
    },
    end(reason) {
      generation += 1
      accessToken = null
      refreshToken = null
      if (reason === undefined) become(SIGNED_OUT)
      else if (session.status !== 'signed_out') become({ status: 'signed_out', reason })
    },
  }
}

function sameSession(a: Session, b: Session): boolean {
  if (a.status === 'signed_in') return b.status === 'signed_in' && a.user === b.user
  if (a.status === 'signed_out') return b.status === 'signed_out' && a.reason === b.reason
  return b.status === a.status
}
