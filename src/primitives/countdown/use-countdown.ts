'use client'
import { useCallback, useSyncExternalStore } from 'react'

/** How much time is left. */
export interface CountdownState {
  /** Whole seconds until the instant, rounded up; null without an instant and in server markup. */
  secondsLeft: number | null
  /** True from the instant on. */
  ended: boolean
}

/** What the time is read from. */
export interface CountdownOptions {
  /** The clock, in epoch milliseconds. Default `Date.now`. */
  now?: (() => number) | undefined
}

/** A longer one fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Events after which a page may have been asleep. */
const WAKES = ['visibilitychange', 'pageshow', 'focus'] as const

/**
 * Counts down to an instant (epoch milliseconds). The time left is always read from the clock, never summed
 * from ticks, so it is right after sleep, a throttled tab or a return from the back/forward cache.
 */
export function useCountdown(
  until: number | null,
  { now = Date.now }: CountdownOptions = {},
): CountdownState {
  const subscribe = useCallback(
    (onChange: () => void) => (until === null ? nothing : tick(until, now, onChange)),
    [until, now],
  )
  const secondsLeft = useSyncExternalStore(
    subscribe,
    () => (until === null ? null : Math.max(0, Math.ceil((until - now()) / 1000))),
    () => null,
  )
  return { secondsLeft, ended: secondsLeft === 0 }
}

/** Calls back at each full second left and after each wake; returns the undo. */
function tick(until: number, now: () => number, onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  function step(): void {
    onChange()
    schedule()
  }
  function schedule(): void {
    clearTimeout(timer)
    const left = until - now()
    if (left <= 0) return
    // Nobody sees a hidden tab count: it hears of the end alone, and shows the time left once it is seen again.
    const pause = document.hidden ? Math.min(left, LONGEST_TIMER_MS) : left % 1000 || 1000
    timer = setTimeout(step, pause)
  }
  schedule()
  for (const wake of WAKES) window.addEventListener(wake, step, true)
  return () => {
    clearTimeout(timer)
    for (const wake of WAKES) window.removeEventListener(wake, step, true)
  }
}

function nothing(): void {}
