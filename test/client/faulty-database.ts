import type { Page } from '../../src/client/page.js'

type Factory = NonNullable<Page['indexedDB']>

/** What may be wrong with a browser's database. */
export const FAULTS = {
  'cannot be opened': { open: () => failing('UnknownError') },
  'is denied': { open: () => thrown('SecurityError') },
  'is of a newer version': { open: () => failing('VersionError') },
  'never opens': { open: () => new EventTarget() as IDBOpenDBRequest },
  'is blocked by another tab': { open: () => blocked() },
  'has lost its connection': { transaction: () => thrown('InvalidStateError') },
  'has no such store': { transaction: () => thrown('NotFoundError') },
  'never answers': { get: () => new EventTarget() as IDBRequest },
  'is full': { put: () => thrown('QuotaExceededError') },
  'is read-only': { put: () => thrown('ReadOnlyError') },
} as const satisfies Record<string, Fault>

interface Fault {
  open?: () => IDBOpenDBRequest
  transaction?: () => IDBTransaction
  get?: () => IDBRequest
  put?: () => IDBRequest
}

/** A database with a fault that comes and goes. */
export function createFaultyDatabase(real: Factory): { indexedDB: Factory; fault: Fault | null } {
  const self: { indexedDB: Factory; fault: Fault | null } = {
    fault: null,
    indexedDB: {
      open(name, version) {
        if (self.fault?.open) return self.fault.open()
        const request = real.open(name, version)
        return instead(request, {
          get result() {
            return faultyConnection(request.result)
          },
        })
      },
    },
  }

  function faultyConnection(database: IDBDatabase): IDBDatabase {
    return instead(database, {
      transaction(...asked: Parameters<IDBDatabase['transaction']>) {
        if (self.fault?.transaction) return self.fault.transaction()
        const transaction = database.transaction(...asked)
        return instead(transaction, {
          objectStore(name: string) {
            const store = transaction.objectStore(name)
            return instead(store, {
              get: (key: string) => self.fault?.get?.() ?? store.get(key),
              put: (value: unknown, key: string) => self.fault?.put?.() ?? store.put(value, key),
            })
          },
        })
      },
    })
  }

  return self
}

/** The same object with some of its parts exchanged. */
function instead<T extends object>(original: T, parts: object): T {
  return new Proxy(original, {
    get(target, name) {
      if (name in parts) return Reflect.get(parts, name) as unknown
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

function thrown(name: string): never {
  throw new DOMException(name, name)
}

function failing(name: string): IDBOpenDBRequest {
  const request = Object.assign(new EventTarget(), { error: new DOMException(name, name) })
  setTimeout(() => request.dispatchEvent(new Event('error')))
  return request as unknown as IDBOpenDBRequest
}

function blocked(): IDBOpenDBRequest {
  const request = new EventTarget()
  setTimeout(() => request.dispatchEvent(new Event('blocked')))
  return request as IDBOpenDBRequest
}
