/** What a client uses of the window it runs in. Where something is missing it goes on without. */
export interface Page {
  readonly document?: Pick<
    Document,
    'addEventListener' | 'hasFocus' | 'removeEventListener' | 'visibilityState'
  >
  readonly navigator?: { readonly locks?: Pick<LockManager, 'request'> }
  readonly indexedDB?: Pick<IDBFactory, 'open'>
  readonly localStorage?: Pick<Storage, 'getItem' | 'setItem'>
  readonly BroadcastChannel?: new (name: string) => TabChannel
  readonly addEventListener?: (type: string, listener: (event: Event) => void) => void
  readonly removeEventListener?: (type: string, listener: (event: Event) => void) => void
}

/** What a client uses of a BroadcastChannel. */
export interface TabChannel {
  postMessage: (message: unknown) => void
  addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void
  close: () => void
}
