import type { AuthCode } from '../errors/catalogue.js'
import { firstCall } from '../errors/operation.js'
import { toUiState } from '../ui-state/to-ui-state.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AuthClient } from './auth-client.js'
import { localFailure } from './local-failure.js'

/** A word about what happened behind the page. */
export type Toast =
  | {
      id: string
      kind: 'state'
      state: UiState
      /** Does the same thing again. */
      retry?: (() => void) | undefined
    }
  /** The browser was without a network, and no longer is. */
  | { id: string; kind: 'back_online' }

/** What a toast of the app's own offers. */
export interface ToastOptions {
  /** Does the same thing again; the toast goes when it is asked for. */
  retry?: (() => void) | undefined
}

/** What happens behind the page of one client, kept in memory alone. */
export interface ToastBoard {
  /** Oldest first; the same object until something changes. */
  getToasts: () => readonly Toast[]
  /** Calls back after each change. Returns the undo. Network and outage are watched for as long as somebody listens. */
  onChange: (listener: () => void) => () => void
  /** Adds a state, in place of one with the same code. Returns its id. */
  show: (state: UiState, options?: ToastOptions) => string
  /** Takes a toast away; one that is not there is no error. An outage is told again only when it is another one. */
  dismiss: (id: string) => void
}

const BOARDS = new WeakMap<AuthClient, ToastBoard>()

/** The one board of a client, wherever it is asked for. */
export function toastBoardOf(client: AuthClient): ToastBoard {
  const board = BOARDS.get(client) ?? createToastBoard(client)
  BOARDS.set(client, board)
  return board
}

/** More would hide the page: the oldest go. */
const MOST = 3
const OFFLINE = 'offline'
const OUTAGE = 'outage'
const BACK_ONLINE = 'back_online'

function createToastBoard(client: AuthClient): ToastBoard {
  const listeners = new Set<() => void>()
  let toasts: readonly Toast[] = []
  let shown = 0
  let isOffline = false
  let hiddenOutage: number | null = null
  let unwatch: (() => void) | undefined

  function become(next: readonly Toast[]) {
    toasts = next
    for (const listener of listeners) listener()
  }

  function remove(id: string) {
    if (toasts.some((toast) => toast.id === id)) become(toasts.filter((toast) => toast.id !== id))
  }

  function put(toast: Toast) {
    const others = toasts.filter(({ id }) => id !== toast.id)
    become([...others, toast].slice(-MOST))
  }

  function putOwn(id: string, code: AuthCode) {
    const failure = localFailure(code, client.backend.id, firstCall('refresh'), client.now())
    put({ id, kind: 'state', state: toUiState(failure) })
  }

  function onOffline() {
    isOffline = true
    remove(BACK_ONLINE)
    putOwn(OFFLINE, 'offline')
  }

  function onOnline() {
    // A change of networks is told as `online` alone: nothing was gone that is back.
    if (!isOffline) return
    isOffline = false
    remove(OFFLINE)
    put({ id: BACK_ONLINE, kind: 'back_online' })
  }

  /** On the way in the form itself tells that the server is down. */
  function lookForOutage() {
    const outage = client.getOutage()
    const isIn = client.getSession().status === 'signed_in'
    const isTold = toasts.some(({ id }) => id === OUTAGE)
    if (outage === null || !isIn) remove(OUTAGE)
    else if (!isTold && outage.since !== hiddenOutage) putOwn(OUTAGE, 'server_error')
  }

  function watch(): () => void {
    const page = globalThis.window as Window | undefined
    page?.addEventListener('offline', onOffline)
    page?.addEventListener('online', onOnline)
    const undo = [client.onOutageChange(lookForOutage), client.onSessionChange(lookForOutage)]
    if (page?.navigator.onLine === false) onOffline()
    lookForOutage()
    return () => {
      page?.removeEventListener('offline', onOffline)
      page?.removeEventListener('online', onOnline)
      for (const stop of undo) stop()
      // Nobody would tell when they are over.
      isOffline = false
      toasts = toasts.filter(({ id }) => id !== OFFLINE && id !== OUTAGE)
    }
  }

  return {
    getToasts: () => toasts,
    onChange(listener) {
      unwatch ??= watch()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        unwatch?.()
        unwatch = undefined
      }
    },
    show(state, { retry } = {}) {
      shown += 1
      const id = `state-${shown}`
      toasts = toasts.filter((toast) => !isOfApp(toast) || toast.state.code !== state.code)
      put({ id, kind: 'state', state, retry })
      return id
    },
    dismiss(id) {
      if (id === OUTAGE) hiddenOutage = client.getOutage()?.since ?? null
      remove(id)
    },
  }
}

/** What the app has shown, as against what is found out here. */
function isOfApp(toast: Toast): toast is Toast & { kind: 'state' } {
  return toast.kind === 'state' && toast.id !== OFFLINE && toast.id !== OUTAGE
}
