import type { UiState } from '../ui-state/ui-state.js'
import type { CallOptions, SignedIn } from './auth-client.js'
import type { EventTeller } from './event-teller.js'
import type { Performer } from './performer.js'
import { coolDownMs } from './refresh-pauses.js'
import type { KeeperParts, RefreshCause, SessionKeeper } from './session-keeper.js'

export interface RefreshOptions extends Pick<CallOptions, 'signal'> {
  cause?: RefreshCause
}

export interface RefreshControl {
  run: (options?: RefreshOptions) => Promise<SignedIn | UiState>
  /** The network is back: what failed for the lack of it may be tried at once. */
  thaw: () => void
}

/** The last refresh, where it has failed. */
interface FailedRefresh {
  generation: number
  token: string | null
  state: UiState
  /** How often this token has failed in a row. */
  times: number
  /** Epoch milliseconds. */
  at: number
  /** For so long it is not tried again unless the app asks for it. */
  restMs: number
}

/**
 * One refresh at a time, however many callers. It is never cut off, because the token is spent with the request:
 * who has waited for `deadlineMs` goes on without it.
 */
export function createRefresh(
  { store, now, failure }: Pick<KeeperParts, 'store' | 'now' | 'failure'>,
  keeper: SessionKeeper,
  { settle, cameThrough }: Pick<Performer, 'settle'> & Pick<EventTeller, 'cameThrough'>,
  deadlineMs: number,
  random: () => number = Math.random,
): RefreshControl {
  let flight: Promise<SignedIn | UiState> | null = null
  let failed: FailedRefresh | null = null

  async function fly(cause: RefreshCause): Promise<SignedIn | UiState> {
    const generation = store.generation()
    const token = store.refreshToken()
    const renewal = await keeper.renew(cause).finally(() => {
      // Before anybody hears of it, so that what they ask for next is not this.
      flight = null
    })
    renewal.take()
    const before = failed
    failed = null
    if (renewal.failure) {
      const state = settle(renewal.failure, generation)
      const isAgain = before?.generation === generation && before.token === token
      const times = isAgain ? before.times + 1 : 1
      failed = { generation, token, state, times, at: now(), restMs: coolDownMs(times, random) }
      return state
    }
    cameThrough('refresh')
    const session = store.getSession()
    return session.status === 'signed_in'
      ? { kind: 'signed_in', user: session.user }
      : settle(failure('session_missing'))
  }

  function coolingDown(): UiState | null {
    if (failed?.generation !== store.generation()) return null
    if (failed.token !== store.refreshToken()) return null
    const age = now() - failed.at
    return age >= 0 && age < failed.restMs ? failed.state : null
  }

  return {
    async run({ cause = 'asked', signal } = {}) {
      const state = cause === 'asked' || flight ? null : coolingDown()
      if (state) return state
      flight ??= fly(cause)
      return withinPatience(flight, deadlineMs, signal, (code) => settle(failure(code)))
    },
    thaw() {
      if (failed?.state.kind === 'network_error') failed = null
    },
  }
}

/** What a refresh comes to for one of those who wait for it. */
function withinPatience<T>(
  flight: Promise<T>,
  deadlineMs: number,
  signal: AbortSignal | undefined,
  giveUp: (code: 'request_cancelled' | 'timed_out') => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
    }
    const cancel = () => {
      end()
      resolve(giveUp('request_cancelled'))
    }
    const timer = setTimeout(() => {
      end()
      resolve(giveUp('timed_out'))
    }, deadlineMs)
    if (signal?.aborted) cancel()
    signal?.addEventListener('abort', cancel)
    void flight.then(resolve, reject).finally(end)
  })
}
