import type { SessionGrant } from '../backends/actions.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import type { AuthCode } from '../errors/catalogue.js'
import type { SessionEnd, Succeeded } from './auth-client.js'
import type { AuthEvent } from './auth-event.js'
import type { Page } from './page.js'
import type { SessionStore } from './session-store.js'
import type { TabMessage, TabNews } from './tab-news.js'

/** Why a session is renewed: the app asks, its token is about to run out, or the server has refused that token. */
export type RefreshCause = 'asked' | 'early' | 'refused'

/** How an attempt to renew a session ended. Nobody is told of it before `take` is called. */
export interface Renewal {
  /** Null where the session has fresh tokens, or has become another meanwhile. */
  failure: AuthFailure | null
  /** Brings this tab up to date. */
  take: () => void
}

/** The answer to a refresh token. */
export type RefreshAnswer = Succeeded<SessionGrant> | { kind: 'failed'; failure: AuthFailure }

/** Where a session lives besides the memory of its tab, and how it is renewed there. Nothing of it rejects. */
export interface SessionKeeper {
  /** Finds out whether there is a session already. */
  restore: () => Promise<void>
  /** This tab has started, renewed or ended the session in its memory. */
  started: () => Promise<void>
  renewed: () => Promise<void>
  /** Without a reason it was the user. */
  ended: (reason?: SessionEnd) => Promise<void>
  renew: (cause: RefreshCause) => Promise<Renewal>
  /** Looks whether the session has changed outside of this tab: another tab says so, or it may have slept through it. */
  catchUp: (message?: TabMessage) => Promise<void>
  /** Lets go of what the page holds; taken up again when it is needed. */
  rest: () => void
}

/** What a keeper works with. */
export interface KeeperParts {
  /** The same for the clients that have one session, and for no others. */
  name: string
  /** Epoch milliseconds. */
  now: () => number
  page: () => Page
  store: SessionStore
  /** How long a spent refresh token is still answered, in milliseconds. */
  graceMs: number
  /** Spends a refresh token. */
  ask: (refreshToken: string | null) => Promise<RefreshAnswer>
  /** Ends at the server a session that nobody has: its tokens came when it was over. */
  discard: (grant: SessionGrant) => void
  /** A failure of the refresh that no answer carried. */
  failure: (code: AuthCode) => AuthFailure
  /** Tells the other tabs. */
  announce: (kind: TabNews, version?: number) => void
  /** Tells the app. */
  tell: (event: AuthEvent) => void
  /** Ends the session in this tab, and tells nobody but the app. */
  leave: (reason?: SessionEnd) => void
}

/** Keeps a session where all tabs of an origin find it. */
export interface SessionPersistence {
  connect: (parts: KeeperParts) => SessionKeeper
}
