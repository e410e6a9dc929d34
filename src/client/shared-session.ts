import { renewAlone } from './own-session.js'
import type { KeeperParts, SessionKeeper } from './session-keeper.js'
import type { SessionFile } from './session-file.js'
import { grantIn, sameId, type SessionRecord } from './session-record.js'
import { createSharedRecord, type SharedMemory } from './shared-record.js'
import { createSharedRefresh } from './shared-refresh.js'
import { createSharedWrites } from './shared-writes.js'
import type { TabMessage } from './tab-news.js'

/**
 * A session in a record that all tabs of the origin share. Every change of it is one step that no other tab can come
 * between; where the storage fails, the session goes on in this tab alone.
 */
export function createSharedSession(parts: KeeperParts, file: SessionFile): SessionKeeper {
  const { store, now, tell, leave } = parts
  const record = createSharedRecord(file, tell)
  const memory: SharedMemory = { link: null, isAlone: false, over: null, adopt }
  const write = createSharedWrites(parts, record, memory)
  const renewShared = createSharedRefresh(parts, record, memory)
  let tail = Promise.resolve()
  /** What this tab has done and is about to write. */
  let unwritten = 0

  /** One after another, so that what is written last is what happened last. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = tail.then(work).then(record.report)
    // A listener of the app that throws must not stop what comes after.
    tail = done.catch(() => undefined)
    return done
  }

  /** What happens here comes after all that is in the record, so that nothing is taken over from there before. */
  function writeInTurn(work: () => Promise<void>): Promise<void> {
    unwritten += 1
    return inTurn(async () => {
      await work().finally(() => {
        unwritten -= 1
      })
      // Another session may have been left as it was, and what was told of it was not heard.
      await look()
    })
  }

  function adopt(found: SessionRecord | null) {
    const isSame = found !== null && found.era === memory.link?.era
    if (isSame && found.version < (memory.link?.version ?? 0)) return
    memory.link = found && { era: found.era, version: found.version }
    memory.isAlone = false
    memory.over = null
    if (found?.status !== 'signed_in') return leave(found?.reason ?? undefined)
    const { life } = found
    // A clock that was set back would make the life of the token longer than it is.
    const itsLife = life && { ...life, endsAt: Math.min(life.endsAt, now() + life.seconds * 1000) }
    if (isSame) return store.renew(grantIn(found), itsLife)
    const isNews = store.getSession().status !== 'unknown'
    leave()
    store.start(grantIn(found), itsLife)
    if (isNews) tell({ type: 'signed_in' })
  }

  async function look(message?: TabMessage): Promise<void> {
    const generation = store.generation()
    const taken = await record.step((found) => ({ result: found }))
    if (unwritten > 0) return
    // A refresh has taken over what it had read, and that may be older than this.
    if (generation !== store.generation()) return look(message)
    const { status } = store.getSession()
    const { link, isAlone } = memory
    const isSignedOut = message?.kind === 'signed_out'
    if (!taken || isAlone) {
      if (isSignedOut || status === 'unknown') leave()
      return
    }
    const found = taken.result
    const isKnown = sameId(found, link)
    const isUnwritten = isSignedOut && isKnown && message.version >= (link?.version ?? 0)
    if (isUnwritten && found?.status === 'signed_in') {
      // Who signed out could not write it.
      memory.over = link
      leave()
      await write.end(link)
    } else if (status === 'unknown' || !(isKnown || isOver(found))) adopt(found)
  }

  /** Tokens that are about to be written are not to be spent before others can read them. */
  async function written(): Promise<void> {
    await tail
    if (unwritten > 0) await written()
  }

  /** The user has signed out of it, and it could not be written. */
  function isOver(found: SessionRecord | null): boolean {
    return found?.status === 'signed_in' && found.era === memory.over?.era
  }

  return {
    restore: () => inTurn(look),
    started() {
      memory.link = null
      memory.isAlone = true
      memory.over = null
      const generation = store.generation()
      return writeInTurn(() => write.beginning(generation))
    },
    renewed() {
      const generation = store.generation()
      return writeInTurn(() => write.tokens(generation))
    },
    ended(reason) {
      const { link } = memory
      if (reason === undefined) memory.over = link
      memory.isAlone = false
      return writeInTurn(() => write.end(link, reason))
    },
    async renew(cause) {
      // What this tab holds now is what it wants to have renewed, whatever it hears of in the meantime.
      const { link } = memory
      const generation = store.generation()
      await written()
      if (generation !== store.generation()) return { failure: null, take: () => undefined }
      const mine = link ?? memory.link
      if (mine === null || memory.isAlone) return renewAlone(parts)
      return renewShared({ link: mine, generation, cause })
    },
    catchUp: (message) => inTurn(() => look(message)),
    rest: file.close,
  }
}
