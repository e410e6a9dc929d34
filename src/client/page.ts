/** What a client uses of the window it runs in. Where something is missing it goes on without. */
export interface Page {
  /** For whether the tab is seen. */
  readonly document?: Pick<
    Document,
    'addEventListener' | 'hasFocus' | 'removeEventListener' | 'visibilityState'
  >
  /** For the lock that lets one tab at a time refresh. */
  readonly navigator?: { readonly locks?: Pick<LockManager, 'request'> }
  /** For `indexedDbSession()`. */
  readonly indexedDB?: Pick<IDBFactory, 'open'>
  /** For what was told last, to be read by tabs that were away. */
  readonly localStorage?: Pick<Storage, 'getItem' | 'setItem'>
  /** For what one tab tells the others. */
  readonly BroadcastChannel?: new (name: string) => TabChannel
  /** For `online`, `pageshow` and the like. */
  readonly addEventListener?: (type: string, listener: (event: Event) => void) => void
  readonly removeEventListener?: (type: string, listener: (event: Event) => void) => void
}

/** What a client uses of a BroadcastChannel. */
export interface TabChannel {
  postMessage: (message: unknown) => void
  addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void
  close: () => void
}
