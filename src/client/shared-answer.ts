import type { SessionGrant } from '../backends/actions.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import { toUiState } from '../ui-state/to-ui-state.js'
import type { KeeperParts, RefreshAnswer, RefreshCause, Renewal } from './session-keeper.js'
import {
  endedWith,
  newId,
  renewedBy,
  type RecordId,
  type SessionRecord,
  type SignedInRecord,
} from './session-record.js'
import type { SharedMemory, SharedRecord } from './shared-record.js'
import { lifeOf } from './session-store.js'

/** What a tab had when it wanted its session renewed, and why it did. */
export interface Asker {
  link: RecordId
  generation: number
  cause: RefreshCause
}

/** What becomes of a refresh token that was claimed. */
export interface AnswerDesk {
  /** Writes what the server said, unless the session has become another meanwhile. */
  answered: (answer: RefreshAnswer, claim: string, asker: Asker) => Promise<Renewal>
  /** Nobody knows whether the token was spent. */
  lost: (doubtful: SignedInRecord, asker: Asker) => Promise<Renewal>
  /** Takes over what another tab has written. */
  adoption: (found: SessionRecord | null, asker: Asker) => Renewal
}

export function createAnswerDesk(
  parts: KeeperParts,
  record: SharedRecord,
  memory: SharedMemory,
): AnswerDesk {
  const { store, now, discard, failure, announce, tell } = parts

  async function succeeded(grant: SessionGrant, claim: string, asker: Asker): Promise<Renewal> {
    const life = lifeOf(grant, now())
    const taken = await record.step<{ found: SessionRecord | null; kept: SignedInRecord | null }>(
      (found) => {
        if (!isClaimed(found, claim)) return { result: { found, kept: null } }
        const kept = renewedBy(found, grant, life, now())
        return { write: kept, result: { found, kept } }
      },
    )
    return {
      failure: null,
      take() {
        const isOurs = asker.generation === store.generation()
        if (taken && !taken.result.kept) {
          if (taken.result.found?.era !== asker.link.era) discard(grant)
          if (isOurs) memory.adopt(taken.result.found)
          return
        }
        if (!isOurs) return discard(grant)
        const kept = taken?.result.kept
        const { link } = memory
        // Another tab has renewed it again, and this one has taken that over already.
        if (kept && link?.era === kept.era && link.version > kept.version) return
        if (kept) memory.link = { era: kept.era, version: kept.version }
        // These tokens could not be written: no other tab has them.
        else memory.isAlone = true
        store.renew(grant, life)
        if (kept) announce('renewed', kept.version)
      },
    }
  }

  async function refused(why: AuthFailure, claim: string, asker: Asker): Promise<Renewal> {
    const state = toUiState(why)
    const end = state.kind === 'sign_in_required' && state.clearTokens ? state.reason : null
    const taken = await record.step<{ found: SessionRecord | null } | null>((found) => {
      if (!isClaimed(found, claim)) return { result: { found } }
      if (end !== null) return { write: endedWith(found, newId(), end), result: null }
      // A server that answered says the same to the next tab; a network that failed may have recovered.
      const failed = why.status === null ? null : { at: now(), code: why.code }
      return { write: { ...found, asking: null, failed }, result: null }
    })
    if (taken?.result) return adoption(taken.result.found, asker)
    return { failure: why, take: nothing }
  }

  /** It is not sent again: where it was spent, that would end every session of the user. The access token still holds. */
  async function lost(doubtful: SignedInRecord, asker: Asker): Promise<Renewal> {
    if (asker.cause !== 'refused' && store.accessToken() !== null) {
      return { failure: failure('timed_out'), take: nothing }
    }
    const claim = doubtful.asking?.claim ?? ''
    const taken = await record.step<{ found: SessionRecord | null } | null>((found) =>
      isClaimed(found, claim)
        ? { write: endedWith(found, newId(), 'expired'), result: null }
        : { result: { found } },
    )
    if (taken?.result) return adoption(taken.result.found, asker)
    return { failure: failure('session_expired'), take: tellOfLoss }
  }

  function tellOfLoss() {
    tell({ type: 'refresh_answer_lost' })
  }

  function adoption(found: SessionRecord | null, { generation }: Asker): Renewal {
    return {
      failure: null,
      take() {
        // What the user has done in this tab meanwhile counts.
        if (generation === store.generation()) memory.adopt(found)
      },
    }
  }

  return {
    answered: (answer, claim, asker) =>
      answer.kind === 'succeeded'
        ? succeeded(answer.value, claim, asker)
        : refused(answer.failure, claim, asker),
    lost,
    adoption,
  }
}

/** Whether the record is still as the tab left it that claimed the token. */
export function isClaimed(found: SessionRecord | null, claim: string): found is SignedInRecord {
  return found?.status === 'signed_in' && found.asking?.claim === claim
}

function nothing(): void {
  // There is nothing to take over.
}
