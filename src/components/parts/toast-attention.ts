'use client'
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type FocusEvent,
} from 'react'
import type { Toast } from '../../client/toast-board.js'

/** How long good news stays, in milliseconds: a short sentence, read twice by a slow reader. */
const STAY_MS = 8000

/**
 * Minds who looks at toasts. Good news goes after a while that it was seen: not while the pointer or the focus is on
 * it, and not while the page is out of sight (WCAG 2.2, 2.2.1); anything else stays. Where the toast that has the focus
 * goes, the focus is given to the next one, or back to where it came from.
 *
 * Returns the props of the element around the toasts.
 */
export function useToastAttention(toasts: readonly Toast[], dismiss: (id: string) => void) {
  const [isPointedAt, setPointedAt] = useState(false)
  const { hasFocus, ...focus } = useFocusKept(toasts)
  const isInSight = useSyncExternalStore(onVisibilityChange, isPageVisible, () => false)
  const passing = toasts.find(isGoodNews)?.id
  const isHeld = isPointedAt || hasFocus || !isInSight
  useEffect(() => {
    if (passing === undefined || isHeld) return undefined
    const timer = setTimeout(() => dismiss(passing), STAY_MS)
    return () => clearTimeout(timer)
  }, [dismiss, isHeld, passing])
  // A pointer does not leave what goes away under it.
  const isEmpty = toasts.length === 0
  if (isEmpty && isPointedAt) setPointedAt(false)
  return {
    ...focus,
    onPointerEnter: () => setPointedAt(true),
    onPointerLeave: () => setPointedAt(false),
  }
}

function useFocusKept(toasts: readonly Toast[]) {
  const ref = useRef<HTMLElement>(null)
  const cameFrom = useRef<EventTarget | null>(null)
  const [hasFocus, setFocus] = useState(false)
  useLayoutEffect(() => {
    const { current: element } = ref
    if (!hasFocus || !element || element.contains(element.ownerDocument.activeElement)) return
    const next = element.querySelector<HTMLElement>('[data-gw="close"]')
    const { current: back } = cameFrom
    if (next) next.focus()
    else if (back instanceof HTMLElement && back.isConnected) back.focus()
    if (!next) setFocus(false)
  }, [hasFocus, toasts])
  return {
    hasFocus,
    ref,
    onFocus: ({ relatedTarget }: FocusEvent) => {
      if (!hasFocus) cameFrom.current = relatedTarget
      setFocus(true)
    },
    // React tells of no blur when the element goes, and that is the point.
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) setFocus(false)
    },
  }
}

function isGoodNews(toast: Toast): boolean {
  return toast.kind === 'back_online' || toast.state.kind === 'done'
}

function isPageVisible(): boolean {
  return document.visibilityState === 'visible'
}

function onVisibilityChange(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
