import type { StorageFault } from './auth-client.js'
import type { Page } from './page.js'

/** What becomes of the stored value in one step. */
export interface Step<T> {
  /** Undefined leaves it as it is, null removes it. */
  write?: unknown
  result: T
}

/** One value that all tabs of an origin share. */
export interface SessionFile {
  /**
   * Reads the value and decides what to write, as one step that no other tab can come between.
   *
   * @throws (rejects) a `StorageError`, after two seconds at the latest.
   */
  change: <T>(update: (found: unknown) => Step<T>) => Promise<T>
  /** Lets go of the database until the next change. */
  close: () => void
}

/** Why a step could not be taken. */
export class StorageError extends Error {
  readonly reason: StorageFault

  constructor(reason: StorageFault) {
    super(`Gatewright: the browser's storage failed (${reason}).`)
    this.name = 'StorageError'
    this.reason = reason
  }
}

const DATABASE = 'gatewright'
const STORE = 'sessions'
/** A call that never settles is given up after this time, in milliseconds. */
const PATIENCE_MS = 2000

/** A value in IndexedDB. `page` is asked for its database at the first change. */
export function openSessionFile(key: string, page: () => Page): SessionFile {
  let connection: Promise<IDBDatabase> | null = null

  function connect(): Promise<IDBDatabase> {
    connection ??= open(page, () => {
      connection = null
    })
    return connection
  }

  function close() {
    void connection?.then(
      (database) => database.close(),
      () => undefined,
    )
    connection = null
  }

  return {
    async change(update) {
      const patience = new AbortController()
      const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
      const attempt = async () => step(await connect(), key, update, patience.signal)
      const twice = attempt().catch((error: unknown) => {
        // Browsers drop connections, above all on phones: the second one is a new one.
        close()
        if (patience.signal.aborted || isLasting(error)) throw error
        return attempt()
      })
      try {
        return await Promise.race([twice, inVain(patience.signal)])
      } catch (error) {
        // What hangs now need not hang for ever.
        close()
        throw error instanceof StorageError ? error : new StorageError(faultOf(error))
      } finally {
        clearTimeout(timer)
      }
    },
    close,
  }
}

function open(page: () => Page, onGone: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const { indexedDB } = page()
    if (!indexedDB) throw new StorageError('absent')
    const request = indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
    request.addEventListener('error', () => reject(request.error))
    request.addEventListener('success', () => {
      const database = request.result
      // Another tab deletes it or brings a newer form: this one must not stand in the way.
      database.addEventListener('versionchange', () => {
        database.close()
        onGone()
      })
      database.addEventListener('close', onGone)
      resolve(database)
    })
  })
}

function step<T>(
  database: IDBDatabase,
  key: string,
  update: (found: unknown) => Step<T>,
  patience: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (patience.aborted) throw new StorageError('no_answer')
    // A token that is written must still be there after a power cut: the one before it is spent.
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' })
    const store = transaction.objectStore(STORE)
    const giveUp = () => {
      try {
        transaction.abort()
      } catch {
        // Too late: it is being written.
      }
    }
    patience.addEventListener('abort', giveUp)
    const found = store.get(key)
    found.addEventListener('success', () => {
      const { write, result } = update(found.result)
      transaction.addEventListener('complete', () => {
        patience.removeEventListener('abort', giveUp)
        resolve(result)
      })
      if (write === null) store.delete(key)
      else if (write !== undefined) store.put(write, key)
    })
    transaction.addEventListener('abort', () => {
      patience.removeEventListener('abort', giveUp)
      reject(transaction.error ?? found.error)
    })
  })
}

function inVain(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new StorageError('no_answer')), { once: true })
  })
}

const FAULTS = new Map<unknown, StorageFault>([
  ['QuotaExceededError', 'full'],
  ['SecurityError', 'denied'],
  ['NotAllowedError', 'denied'],
  // Firefox says so in private windows.
  ['InvalidStateError', 'denied'],
])

function faultOf(error: unknown): StorageFault {
  return FAULTS.get(nameOf(error)) ?? 'failed'
}

/** Trying again at once would come to the same. */
function isLasting(error: unknown): boolean {
  return error instanceof StorageError || nameOf(error) === 'QuotaExceededError'
}

function nameOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'name' in error ? error.name : null
}
