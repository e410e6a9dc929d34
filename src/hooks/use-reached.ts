'use client'
import { useCallback, useSyncExternalStore } from 'react'

/** Longest single timer, in milliseconds: a machine that slept is noticed by then. */
const CHUNK_MS = 30_000
/** Events after which a page may have been asleep. */
const WAKES = ['visibilitychange', 'pageshow', 'focus'] as const

/** Whether an instant (epoch milliseconds) has come; false without one and in server markup. */
export function useReached(instant: number | null, now: () => number): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      function look(): void {
        clearTimeout(timer)
        onChange()
        const left = instant === null ? 0 : instant - now()
        if (left > 0) timer = setTimeout(look, Math.min(left, CHUNK_MS))
      }
      look()
      for (const wake of WAKES) window.addEventListener(wake, look, true)
      return () => {
        clearTimeout(timer)
        for (const wake of WAKES) window.removeEventListener(wake, look, true)
      }
    },
    [instant, now],
  )
  return useSyncExternalStore(
    subscribe,
    () => instant !== null && now() >= instant,
    () => false,
  )
}
