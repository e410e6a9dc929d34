'use client'
import { useEffect, useState } from 'react'

/**
 * How long something has been under way: `brief` below 150 ms, where a spinner would only flicker; `working`;
 * `still_working` from 5 s; `cancellable` from 10 s, when a way out is due.
 */
export type WaitStage = 'idle' | 'brief' | 'working' | 'still_working' | 'cancellable'

const STAGES = [
  [150, 'working'],
  [5_000, 'still_working'],
  [10_000, 'cancellable'],
] as const satisfies readonly (readonly [number, WaitStage])[]

/** The stage of the wait that began when `pending` became true. */
export function useWaitStage(pending: boolean): WaitStage {
  const [stage, setStage] = useState<WaitStage>('brief')
  useEffect(() => {
    if (!pending) return undefined
    const timers = STAGES.map(([after, next]) => setTimeout(setStage, after, next))
    return () => {
      timers.forEach(clearTimeout)
      setStage('brief')
    }
  }, [pending])
  return pending ? stage : 'idle'
}
