import type { AuthCode } from '../errors/catalogue.js'
import { renewAlone } from './own-session.js'
import { pause } from './page-visibility.js'
import { underLock } from './refresh-lock.js'
import type { KeeperParts, RefreshCause, Renewal } from './session-keeper.js'
import { ASK_MS, claimIn, newId, type Claim } from './session-record.js'
import { createAnswerDesk, isClaimed, type Asker } from './shared-answer.js'
import type { SharedMemory, SharedRecord } from './shared-record.js'

/** Longest wait for the other tabs, in milliseconds. Longer than any of them holds the lock. */
export const LOCK_WAIT_MS = 10_000
/** Without locks: how often a tab looks whether its turn has come, in milliseconds. */
const POLL_MS = 150
/** How often in a row the record may be out of reach before a session whose token it guards is over. */
const MOST_CUT_OFF = 2

/** A tab that has let go of the lock before its answer came. */
interface Late {
  late: Promise<Renewal>
}

/**
 * Renews a session that all tabs share: one of them asks the server, the others take over what it wrote. A refresh
 * token is claimed in the record before it is sent, so that no other tab sends it as well, whatever becomes of this
 * one. The lock decides only who comes next; without locks tabs look into the record until their turn has come.
 */
export function createSharedRefresh(
  parts: KeeperParts,
  record: SharedRecord,
  memory: SharedMemory,
): (asker: Asker) => Promise<Renewal> {
  const { name, now, page, graceMs, ask, failure, tell } = parts
  const { answered, lost, adoption } = createAnswerDesk(parts, record, memory)
  let timesCutOff = 0
  let lacksLocks = false
  let isToldOfLocks = false

  async function inTurn(asker: Asker): Promise<Renewal> {
    const locks = page().navigator?.locks
    const taken = locks
      ? await underLock(locks, name, LOCK_WAIT_MS, () => turn(asker, true))
      : 'unavailable'
    lacksLocks = taken === 'unavailable'
    if (taken === 'unavailable') return byLooking(asker)
    return taken === 'waited_in_vain' || taken === null ? failed('timed_out') : arrived(taken)
  }

  async function byLooking(asker: Asker): Promise<Renewal> {
    for (let waited = 0; waited < LOCK_WAIT_MS; waited += POLL_MS) {
      const taken = await turn(asker, false)
      if (taken) return arrived(taken)
      await pause(POLL_MS, new AbortController().signal)
    }
    return failed('timed_out')
  }

  /** One attempt to be the tab that asks; null while another one is. */
  async function turn(asker: Asker, locked: boolean): Promise<Renewal | Late | null> {
    const patience = new AbortController()
    const tooLong = pause(ASK_MS, patience.signal).then(() => null)
    try {
      const id = newId()
      const claim = await claimToken(id, asker, locked)
      if (claim?.is !== 'mine') return claim ? withoutAsking(claim, asker) : cutOff(asker.cause)
      const asked = ask(claim.record.refreshToken)
      const answer = await Promise.race([asked, tooLong])
      if (answer) return await answered(answer, id, asker)
      await keepWaiting(id)
      return { late: asked.then((answer) => answered(answer, id, asker)) }
    } finally {
      patience.abort()
    }
  }

  /** Null where the storage failed. */
  async function claimToken(claim: string, asker: Asker, locked: boolean): Promise<Claim | null> {
    const { link: known, cause } = asker
    const taken = await record.step<Claim>((found) => {
      const result = claimIn(found, { known, claim, cause, locked, graceMs, now: now() })
      return result.is === 'mine' ? { write: result.record, result } : { result }
    })
    timesCutOff = taken ? 0 : timesCutOff + 1
    return taken && taken.result
  }

  async function keepWaiting(claim: string): Promise<void> {
    await record.step((found) => {
      if (!isClaimed(found, claim)) return { result: null }
      return { write: { ...found, asking: { ...found.asking, late: true } }, result: null }
    })
  }

  async function withoutAsking(
    claim: Exclude<Claim, { is: 'mine' }>,
    asker: Asker,
  ): Promise<Renewal | null> {
    switch (claim.is) {
      case 'gone':
        return adoption(null, asker)
      case 'changed':
        return adoption(claim.record, asker)
      case 'cooling':
        return failed(claim.code)
      case 'lost':
        return lost(claim.record, asker)
      default:
        return claim.late ? failed('timed_out') : null
    }
  }

  /** The storage fails, so that nobody can tell whether another tab has spent the token. */
  function cutOff(cause: RefreshCause): Renewal | Late {
    if (graceMs === Number.POSITIVE_INFINITY) return { late: renewAlone(parts) }
    const isOver = cause === 'refused' && timesCutOff >= MOST_CUT_OFF
    return failed(isOver ? 'session_expired' : 'timed_out')
  }

  function failed(code: AuthCode): Renewal {
    return { failure: failure(code), take: () => undefined }
  }

  return async (asker) => {
    const renewal = await inTurn(asker)
    return {
      failure: renewal.failure,
      take() {
        record.report()
        if (lacksLocks && !isToldOfLocks) {
          isToldOfLocks = true
          tell({ type: 'locks_unavailable' })
        }
        renewal.take()
      },
    }
  }
}

async function arrived(taken: Renewal | Late): Promise<Renewal> {
  return 'late' in taken ? taken.late : taken
}
