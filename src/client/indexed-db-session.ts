import { openSessionFile } from './session-file.js'
import type { SessionPersistence } from './session-keeper.js'
import { createSharedSession } from './shared-session.js'

/**
 * Keeps a session in IndexedDB: it outlives a reload, and all tabs of the origin have it together. Any script of that
 * origin can read its tokens there, so a page that shows what others wrote needs a strict Content-Security-Policy.
 */
export function indexedDbSession(): SessionPersistence {
  return {
    connect: (parts) => createSharedSession(parts, openSessionFile(parts.name, parts.page)),
  }
}
