import { IDBFactory } from 'fake-indexeddb'
import type { Page, TabChannel } from '../../src/client/page.js'
import { createLocks } from './locks.js'

export interface BrowserOptions {
  /** Default true. */
  locks?: boolean
  channels?: boolean
  /** When what one tab tells reaches the others. Default: soon. */
  deliver?: (hear: () => void) => void
}

export interface TabFaults {
  /** What the tab finds instead of the database that all have; null for none. */
  indexedDB?: Page['indexedDB'] | null
  /** Reading these throws, as in a frame without storage. */
  denied?: readonly ('indexedDB' | 'localStorage' | 'BroadcastChannel')[]
}

/** One tab: what a page in it finds, and what its user does with it. */
export interface Tab {
  page: Page & { readonly localStorage: Pick<Storage, 'getItem' | 'setItem'> }
  /** Sends through the tab; what is sent from a closed one never comes back. */
  through: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch
  hide: () => void
  show: () => void
  /** The page is put into the back/forward cache, and comes back. */
  putAway: () => void
  bringBack: () => void
  goOnline: () => void
  /** The user works in another window, and sees this one beside it. */
  lookAway: () => void
  /** The tab is closed, in the middle of whatever it does. */
  kill: () => void
  listeners: () => number
}

/**
 * A browser with tabs, all in this process. Tabs share a database and locks. They do not share localStorage at once:
 * each has a view of it that lags behind, as renderer processes have.
 */
export function createBrowser(options: BrowserOptions = {}) {
  const { locks: hasLocks = true, channels: hasChannels = true, deliver = soon } = options
  const database = new IDBFactory()
  const locks = createLocks()
  const channels = new Map<TabChannel, Listening>()
  const tabs = new Set<{ hear: (key: string, value: string) => void }>()
  const messages: unknown[] = []
  /** What localStorage holds for tabs that are opened from now on. */
  const kept = new Map<string, string>()

  function openTab({ indexedDB, denied = [] }: TabFaults = {}): Tab {
    let isAlive = true
    const window = createCountedTarget()
    const document = createCountedTarget()
    const connections: IDBDatabase[] = []
    const lasting = new Map(kept)
    const view = { visibilityState: 'visible' as DocumentVisibilityState, hasFocus: true }

    const self = {
      hear(key: string, newValue: string) {
        lasting.set(key, newValue)
        window.dispatch('storage', { key, newValue })
      },
    }
    tabs.add(self)

    class Channel implements TabChannel {
      readonly #heard: ((event: MessageEvent) => void)[] = []
      readonly name: string
      constructor(name: string) {
        this.name = name
        channels.set(this, { name, heard: this.#heard, isAlive: () => isAlive })
      }
      addEventListener(_: 'message', listener: (event: MessageEvent) => void) {
        this.#heard.push(listener)
      }
      postMessage(message: unknown) {
        if (!isAlive) return
        const data: unknown = structuredClone(message)
        messages.push(data)
        for (const [channel, { name, heard, isAlive: isHeard }] of channels) {
          if (channel === this || name !== this.name) continue
          deliver(() => {
            if (!isHeard() || !channels.has(channel)) return
            for (const listener of heard) listener({ data } as MessageEvent)
          })
        }
      }
      close() {
        channels.delete(this)
      }
    }

    const page: Tab['page'] = {
      document: {
        ...document.methods,
        get visibilityState() {
          return view.visibilityState
        },
        hasFocus: () => view.hasFocus,
      },
      ...window.methods,
      ...(hasLocks && { navigator: { locks: locks.of(self) } }),
      ...(hasChannels && { BroadcastChannel: Channel }),
      indexedDB: {
        open(name, version) {
          if (!isAlive) return new EventTarget() as IDBOpenDBRequest
          const request = (indexedDB ?? database).open(name, version)
          request.addEventListener('success', () => connections.push(request.result))
          return request
        },
      },
      localStorage: {
        getItem: (key) => lasting.get(key) ?? null,
        setItem(key, value) {
          if (!isAlive || lasting.get(key) === value) return
          lasting.set(key, value)
          kept.set(key, value)
          messages.push(value)
          for (const other of tabs) if (other !== self) deliver(() => other.hear(key, value))
        },
      },
    }

    if (indexedDB === null) Object.defineProperty(page, 'indexedDB', { value: undefined })
    for (const name of denied) {
      Object.defineProperty(page, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
    }

    function turn(visibilityState: DocumentVisibilityState) {
      view.visibilityState = visibilityState
      document.dispatch('visibilitychange')
    }

    return {
      page,
      through: (fetch) => (input, init) =>
        isAlive ? fetch(input, init).then((answer) => (isAlive ? answer : never())) : never(),
      hide: () => turn('hidden'),
      show: () => turn('visible'),
      putAway() {
        turn('hidden')
        window.dispatch('pagehide', { persisted: true })
      },
      bringBack() {
        window.dispatch('pageshow', { persisted: true })
        turn('visible')
      },
      goOnline: () => window.dispatch('online'),
      lookAway() {
        view.hasFocus = false
      },
      kill() {
        isAlive = false
        tabs.delete(self)
        for (const connection of connections) connection.close()
        locks.free(self)
      },
      listeners: () => window.count() + document.count(),
    }
  }

  return {
    openTab,
    /** Everything that has gone from one tab to another outside of the database. */
    messages,
    channels: () => channels.size,
    locks: locks.held,
    database,
  }
}

interface Listening {
  name: string
  heard: ((event: MessageEvent) => void)[]
  isAlive: () => boolean
}

type Listener = (event: Event) => void

function createCountedTarget() {
  const listeners = new Set<readonly [string, Listener]>()
  return {
    methods: {
      addEventListener: ((type: string, listener: Listener) => {
        listeners.add([type, listener])
      }) as NonNullable<Page['addEventListener']> & Document['addEventListener'],
      removeEventListener: ((type: string, listener: Listener) => {
        for (const one of listeners) {
          if (one[0] === type && one[1] === listener) listeners.delete(one)
        }
      }) as NonNullable<Page['removeEventListener']> & Document['removeEventListener'],
    },
    dispatch(type: string, facts: object = {}) {
      for (const [known, listener] of listeners) {
        if (known === type) listener(Object.assign(new Event(type), facts))
      }
    },
    count: () => listeners.size,
  }
}

function soon(hear: () => void): void {
  setTimeout(hear, 5)
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined)
}
