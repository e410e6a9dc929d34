import type { AuthCode } from '../errors/catalogue.js'
import type { Operation } from '../errors/operation.js'
import type { Support, UiKind } from '../ui-state/ui-state.js'
import type { SessionEnd, StorageFault } from './auth-client.js'
import type { RedirectRefusal } from './redirect-target.js'

/** Kinds of answers by which a server asks for something more before it goes on. */
type RequiredKind = Extract<UiKind, `${string}_required`>

/** Kinds of answers that are neither an obstacle nor a demand: done before, under way, or given up by the user. */
type PassingKind = 'done' | 'pending' | 'silent_recovery' | 'cancelled'

/** What is told of an answer that was no plain success: words of closed sets, numbers, and the ids of `Support`. */
interface Answer<T extends string, K extends UiKind> extends Support {
  type: T
  /** The id of the backend that answered. */
  backend: string
  operation: Operation
  kind: K
  code: AuthCode
  /** How long the server asks to wait, in seconds; null where it names no time. */
  retryAfterSeconds: number | null
}

/**
 * What the client tells the app, told apart by `type`. Holds nothing that was typed, no address, name, password, code
 * or token, and no text of the server's: only words of closed sets, numbers, and ids that look like ids.
 */
export type AuthEvent =
  /** A flow's form or screen came on the page; once for as long as it stays. */
  | { type: 'shown'; operation: Operation }
  /** The user sent a flow's form, pressed its button or followed its link, and nothing typed stood in the way. */
  | { type: 'submitted'; operation: Operation }
  /** The server, the network or the browser refused. */
  | Answer<'failed', Exclude<UiKind, 'account_locked' | RequiredKind | PassingKind>>
  /** Nothing goes until an instant (epoch milliseconds), or until somebody unlocks the account where it is null. */
  | (Answer<'locked', 'account_locked'> & { until: number | null })
  /** The server wants something more first: a second factor, a captcha, a verified address, a sign-in. */
  | Answer<'challenged', RequiredKind>
  /** Any other answer: it had been done before, it is under way, or the user gave up. */
  | Answer<'answered', PassingKind>
  /** An operation that had failed came through. A way in ends the failures of `sign_in`, too. */
  | {
      type: 'recovered'
      operation: Operation
      /** How often it had failed on this page. */
      failures: number
    }
  /** The server failed again and again: what nobody asked for is not sent before `nextTryAt` (epoch milliseconds). */
  | { type: 'outage_started'; nextTryAt: number }
  /** It answers again. `since` is the first failure, in epoch milliseconds. */
  | { type: 'outage_ended'; since: number }
  /** Somebody is in: signed in here or in another tab, or found to be by the server after nobody was. */
  | { type: 'signed_in' }
  /** The user signed out, here or in another tab. */
  | { type: 'signed_out' }
  /** The session ended, and it was not the user who ended it. */
  | { type: 'session_ended'; reason: SessionEnd }
  /** The session cannot be kept for the next page load: it goes on in this tab's memory. Told once. */
  | { type: 'storage_failed'; reason: StorageFault }
  /** No Web Locks here, as in an insecure context: tabs take turns by the record they share. Told once. */
  | { type: 'locks_unavailable' }
  /** A tab was closed before its refresh was answered, and the token it spent has no successor. */
  | { type: 'refresh_answer_lost' }
  /** A place to go to after sign-in was not this app's. */
  | { type: 'redirect_refused'; reason: RedirectRefusal }

/** An event of one type. */
export type AuthEventOf<T extends AuthEvent['type']> = Extract<AuthEvent, { type: T }>
