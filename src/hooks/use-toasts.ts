'use client'
import { useSyncExternalStore } from 'react'
import { toastBoardOf, type Toast, type ToastOptions } from '../client/toast-board.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'

/** What there is to tell at the edge of the window, and how to add to it. */
export interface UseToasts {
  /** What there is to tell, oldest first: three at most. */
  toasts: readonly Toast[]
  /**
   * Tells of something that no form on the page speaks of, such as what became of a call in the background. A state
   * with the same code takes the other's place. Returns the id to `dismiss` it by.
   */
  show: (state: UiState, options?: ToastOptions) => string
  /** Takes one away. */
  dismiss: (id: string) => void
}

const NONE: readonly Toast[] = []

/**
 * What happens behind the page: the network is gone, or back; the auth server does not answer somebody who is signed
 * in; and what the app itself shows. `<Toasts>` draws them.
 */
export function useToasts(): UseToasts {
  const { client } = useAuthSettings('useToasts')
  const { onChange, getToasts, show, dismiss } = toastBoardOf(client)
  const toasts = useSyncExternalStore(onChange, getToasts, () => NONE)
  return { toasts, show, dismiss }
}
