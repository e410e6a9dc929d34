import type { StorageFault } from './auth-client.js'
import type { AuthEvent } from './auth-event.js'
import { StorageError, type SessionFile, type Step } from './session-file.js'
import { readRecord, type RecordId, type SessionRecord } from './session-record.js'

/** What a tab's memory has to do with the record that all tabs share. */
export interface SharedMemory {
  /** The record that the memory mirrors; null where it mirrors none. */
  link: RecordId | null
  /** Somebody is signed in here, and no other tab knows of it: the record could not be written. */
  isAlone: boolean
  /** A session that the user has signed out of here, until that is written. */
  over: RecordId | null
  /** Takes over what another tab has written. */
  adopt: (found: SessionRecord | null) => void
}

/** The record of a session in a file of the browser. Faults are told once, and never thrown. */
export interface SharedRecord {
  /** Reads and writes the record, as one step that no other tab can come between. Null where the storage failed. */
  step: <T>(update: (found: SessionRecord | null) => Step<T>) => Promise<{ result: T } | null>
  /** Tells the app of a fault that it has not been told of. Not to be called while other tabs wait for this one. */
  report: () => void
}

export function createSharedRecord(
  file: SessionFile,
  tell: (event: AuthEvent) => void,
): SharedRecord {
  let fault: StorageFault | null = null
  let isTold = false

  return {
    async step(update) {
      try {
        const result = await file.change((stored) => {
          const found = readRecord(stored)
          const step = update(found)
          if (found !== null || stored === undefined) return step
          fault ??= 'corrupt'
          return { write: null, ...step }
        })
        return { result }
      } catch (error) {
        fault ??= error instanceof StorageError ? error.reason : 'failed'
        return null
      }
    },
    report() {
      if (fault === null || isTold) return
      isTold = true
      tell({ type: 'storage_failed', reason: fault })
    },
  }
}
