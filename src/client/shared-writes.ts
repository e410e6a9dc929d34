import type { SessionEnd } from './auth-client.js'
import type { KeeperParts } from './session-keeper.js'
import { begun, endedWith, newId, type RecordId } from './session-record.js'
import type { SharedMemory, SharedRecord } from './shared-record.js'

/** Writes what has happened in a tab's memory into the record, and tells the other tabs. */
export interface SharedWrites {
  /** @param generation of the session that began, which may be over by now */
  beginning: (generation: number) => Promise<void>
  /** @param generation of the session whose tokens they are */
  tokens: (generation: number) => Promise<void>
  /** @param link what the memory mirrored before. Without a reason it was the user. */
  end: (link: RecordId | null, reason?: SessionEnd) => Promise<void>
}

export function createSharedWrites(
  { store, now, announce }: KeeperParts,
  record: SharedRecord,
  memory: SharedMemory,
): SharedWrites {
  function grantHere() {
    const session = store.getSession()
    const user = session.status === 'signed_in' ? session.user : null
    const [accessToken, refreshToken] = [store.accessToken(), store.refreshToken()]
    return { user, accessToken, refreshToken, expiresInSeconds: null }
  }

  async function beginning(generation: number) {
    const id = newId()
    const taken = await record.step((found) => {
      if (generation !== store.generation()) return { result: null }
      const next = begun(found, id, grantHere(), store.tokenLife(), now())
      return { write: next, result: next.version }
    })
    const version = taken?.result ?? null
    if (version === null || generation !== store.generation()) return
    memory.link = { era: id, version }
    memory.isAlone = false
    announce('signed_in', version)
  }

  async function tokens(generation: number) {
    const { link } = memory
    if (!link || memory.isAlone) return
    const taken = await record.step((found) => {
      if (generation !== store.generation()) return { result: null }
      if (found?.status !== 'signed_in' || found.era !== link.era) return { result: null }
      const next = begun(found, link.era, grantHere(), store.tokenLife(), now())
      return { write: next, result: next.version }
    })
    if (generation !== store.generation()) return
    // The record still has the tokens before these: nobody else can have the ones that are here.
    if (!taken) memory.isAlone = true
    else if (taken.result !== null) {
      memory.link = { era: link.era, version: taken.result }
      announce('renewed', taken.result)
    }
  }

  async function end(link: RecordId | null, reason?: SessionEnd) {
    const taken = await record.step((found) => {
      if (found?.status !== 'signed_in') return { result: found }
      // What the server says of one session says nothing of the next; a user who signs out means them all.
      if (reason !== undefined && found.era !== link?.era) return { result: found }
      const next = endedWith(found, newId(), reason)
      return { write: next, result: next }
    })
    const found = taken?.result ?? null
    if (found?.status === 'signed_out' && store.getSession().status !== 'signed_in') {
      memory.link = { era: found.era, version: found.version }
      memory.over = null
    }
    // Where it could not be written, it is newer than whatever others have read.
    if (reason === undefined) announce('signed_out', found?.version)
    else if (found?.status === 'signed_out') announce('ended', found.version)
  }

  return { beginning, tokens, end }
}
