import { dehydrate, type QueryClient } from '@tanstack/react-query'
import { IDBObjectStore as FakeObjectStore } from 'fake-indexeddb'
import { canariesIn, textsIn, type Canary } from './canaries.js'

/** Where a secret may end up that should have gone into one request, or stay in the client. */
export const SINKS = [
  'caches',
  'dehydrated',
  'storage',
  'databases',
  'cookies',
  'history',
  'addresses',
  'console',
  'errors',
  'page',
  'channels',
  'events',
] as const

export type Sink = (typeof SINKS)[number]

/** A canary in a place where it does not belong. */
export interface Leak {
  sink: Sink
  canary: string
  /** What gave it away, cut. */
  at: string
}

/** What may hold a secret yet: the whole page that shows it, or the fields it was typed in. */
export type LeaveOut = 'nothing' | 'page' | 'fields'

export interface Watch {
  /** Keeps what a sink was given, for as long as the watch lasts: it need not stay there. */
  note: (sink: Sink, ...given: unknown[]) => void
  /** Looks for canaries in what can be read at once. */
  look: (canaries: Iterable<Canary>, leaveOut?: LeaveOut) => Leak[]
  /** The same for databases, which take their time. */
  lookInDatabases: (canaries: Iterable<Canary>, except?: readonly string[]) => Promise<Leak[]>
  /** All that was told to whoever looks for a fault: console, errors, events. */
  told: () => readonly string[]
  stop: () => void
}

const TOLD = ['console', 'errors', 'events'] as const satisfies readonly Sink[]

/** Watches every sink of a page, and the TanStack caches of its app. */
export function watchSinks(queryClient: QueryClient): Watch {
  const given = new Map<Sink, string[]>(SINKS.map((sink) => [sink, []]))
  const stored: StoredRow[] = []
  const undo: (() => void)[] = []

  function note(sink: Sink, ...values: unknown[]) {
    given.get(sink)?.push(...textsIn(values))
  }

  watchStorage(note, undo)
  watchHistory(note, undo)
  watchChannels(note, undo)
  watchConsole(note, undo)
  watchErrors(note, undo)
  watchDatabases(stored, undo)

  return {
    note,
    look(canaries, leaveOut = 'nothing') {
      const all = [...canaries]
      const now: Readonly<Partial<Record<Sink, () => unknown>>> = {
        caches: () => cachesOf(queryClient),
        dehydrated: () => dehydratedBy(queryClient),
        storage: () => [localStorage, sessionStorage].map((area) => Object.entries(area)),
        cookies: () => document.cookie,
        history: () => window.history.state,
        addresses: () => [window.location.href, document.referrer, window.name],
        page: () => [
          leaveOut === 'page' ? [] : textsOnPage(leaveOut),
          leaveOut === 'nothing' ? textsInFields() : [],
        ],
      }
      return SINKS.flatMap((sink) =>
        leaksIn(sink, [...(given.get(sink) ?? []), ...textsIn(now[sink]?.())], all),
      )
    },
    async lookInDatabases(canaries, except = []) {
      const passing = stored.filter(([name]) => !except.includes(name))
      return leaksIn('databases', textsIn([passing, await databases(except)]), [...canaries])
    },
    told: () => TOLD.flatMap((sink) => given.get(sink) ?? []),
    stop() {
      for (const step of undo.splice(0).toReversed()) step()
    },
  }
}

function leaksIn(sink: Sink, texts: readonly string[], canaries: readonly Canary[]): Leak[] {
  return texts.flatMap((text) =>
    canariesIn(text, canaries).map((canary) => ({ sink, canary, at: text.slice(0, 160) })),
  )
}

/** Everything that TanStack Query keeps, with what it was told to do. */
function cachesOf(queryClient: QueryClient): unknown {
  return [
    queryClient
      .getMutationCache()
      .getAll()
      .map(({ state, options, meta }) => ({ state, options, meta })),
    queryClient
      .getQueryCache()
      .getAll()
      .map(({ state, options, queryKey, queryHash, meta }) => ({
        state,
        options,
        queryKey,
        queryHash,
        meta,
      })),
  ]
}

/** What an app would write down by default, and if it wrote down all it can. */
function dehydratedBy(queryClient: QueryClient): unknown {
  const everything = { shouldDehydrateMutation: () => true, shouldDehydrateQuery: () => true }
  return [dehydrate(queryClient), dehydrate(queryClient, everything)]
}

/** The markup, and as people read it: words that several elements share. */
function textsOnPage(leaveOut: LeaveOut): string[] {
  const page = document.documentElement.cloneNode(true) as HTMLElement
  if (leaveOut === 'fields') {
    // React writes the text of the field for codes into its markup as well.
    for (const field of page.querySelectorAll('[autocomplete="one-time-code"]')) {
      field.removeAttribute('value')
    }
  }
  return [page.outerHTML, page.textContent]
}

/** What people have typed, which the markup does not say. */
function textsInFields(): string[] {
  const fields = document.querySelectorAll<HTMLInputElement>('input, textarea, select')
  return [...fields].map(({ value }) => value)
}

function replace<T extends object, K extends keyof T>(
  owner: T,
  name: K,
  change: (usual: T[K]) => T[K],
  undo: (() => void)[],
) {
  const usual = owner[name]
  owner[name] = change(usual)
  undo.push(() => {
    owner[name] = usual
  })
}

type Note = Watch['note']

function watchStorage(note: Note, undo: (() => void)[]) {
  const change = (usual: Storage['setItem']) =>
    function setItem(this: Storage, key: string, value: string) {
      note('storage', key, value)
      usual.call(this, key, value)
    }
  replace(Storage.prototype, 'setItem', change, undo)
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: () => cookie?.get?.call(document) as string,
    set: (text: string) => {
      note('cookies', text)
      cookie?.set?.call(document, text)
    },
  })
  undo.push(() => void Reflect.deleteProperty(document, 'cookie'))
}

function watchHistory(note: Note, undo: (() => void)[]) {
  for (const name of ['pushState', 'replaceState'] as const) {
    const change = (usual: History['pushState']) =>
      function write(this: History, state: unknown, unused: string, url?: string | URL | null) {
        note('history', state)
        note('addresses', String(url ?? ''))
        usual.call(this, state, unused, url)
      }
    replace(window.history, name, change, undo)
  }
}

function watchChannels(note: Note, undo: (() => void)[]) {
  const change = (usual: BroadcastChannel['postMessage']) =>
    function postMessage(this: BroadcastChannel, message: unknown) {
      note('channels', this.name, message)
      usual.call(this, message)
    }
  replace(BroadcastChannel.prototype, 'postMessage', change, undo)
  const toWindow = (usual: Window['postMessage']) =>
    function postMessage(message: unknown, target?: string | WindowPostMessageOptions) {
      note('channels', message)
      usual.call(window, message, target as WindowPostMessageOptions)
    }
  replace(window, 'postMessage', toWindow, undo)
}

function watchConsole(note: Note, undo: (() => void)[]) {
  const methods = Object.keys(console).filter((name) => /^[a-z]/.test(name)) as (keyof Console)[]
  for (const name of methods) {
    if (typeof console[name] !== 'function') continue
    const say = (...words: unknown[]) => note('console', ...words)
    replace(console, name, () => say, undo)
  }
}

function watchErrors(note: Note, undo: (() => void)[]) {
  const meet = (event: Event) => {
    const { error, message } = event as ErrorEvent
    note('errors', error, message, (event as PromiseRejectionEvent).reason)
  }
  for (const name of ['error', 'unhandledrejection']) {
    window.addEventListener(name, meet)
    undo.push(() => window.removeEventListener(name, meet))
  }
}

/** What was put in a database, and its name: it need not stay there. */
type StoredRow = [database: string, ...row: unknown[]]

function watchDatabases(stored: StoredRow[], undo: (() => void)[]) {
  for (const name of ['put', 'add'] as const) {
    const change = (usual: IDBObjectStore['put']) =>
      function store(this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
        stored.push([this.transaction.db.name, textsIn([value, key])])
        return key === undefined ? usual.call(this, value) : usual.call(this, value, key)
      }
    replace(FakeObjectStore.prototype, name, change, undo)
  }
}

async function databases(except: readonly string[]): Promise<unknown> {
  const known = await indexedDB.databases()
  const names = known.flatMap(({ name }) => (name && !except.includes(name) ? [name] : []))
  return Promise.all(
    names.map(async (name) => [name, await rowsOf(await answered(indexedDB.open(name)))]),
  )
}

async function rowsOf(database: IDBDatabase): Promise<unknown> {
  const rows = await Promise.all(
    [...database.objectStoreNames].map(async (name) => {
      const store = database.transaction(name).objectStore(name)
      return [name, await answered(store.getAllKeys()), await answered(store.getAll())]
    }),
  )
  database.close()
  return rows
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('No answer.')))
  })
}
