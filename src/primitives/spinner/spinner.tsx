'use client'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { LiveRegion } from '../announcer/live-region.js'
import { useWaitStage } from './use-wait-stage.js'

/** A wait, and what is said of it. */
interface Wait {
  /** Whether it goes on. */
  pending: boolean
  /** Said once the wait is worth a word. */
  label: ReactNode
  /** Said from five seconds on. Default: nothing more. */
  stillLabel?: ReactNode
}

/** What `WaitStatus` takes; other props reach its element. */
export interface WaitStatusProps extends Wait, Omit<ComponentPropsWithoutRef<'span'>, 'hidden'> {}

/** Says that something is under way, but not before 150 ms. Keep it mounted, and outside of buttons: what is in a button is not announced. */
export const WaitStatus = forwardRef<HTMLElement, WaitStatusProps>(function WaitStatus(
  { pending, label, stillLabel = label, ...props },
  ref,
) {
  const stage = useWaitStage(pending)
  const said = {
    idle: null,
    brief: null,
    working: label,
    still_working: stillLabel,
    cancellable: stillLabel,
  }
  return (
    <LiveRegion politeness="polite" hidden="visually" {...props} ref={ref}>
      {said[stage]}
    </LiveRegion>
  )
})

/** What `Spinner` takes; other props reach its element. */
export interface SpinnerProps
  extends Omit<Wait, 'label'>, Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** Without it the spinner is only seen, as befits one inside a button; say the wait with `WaitStatus` then. */
  label?: ReactNode
}

/** Shows that something is under way, but not before 150 ms. Keep it mounted. */
export const Spinner = forwardRef<HTMLSpanElement, SpinnerProps>(function Spinner(
  { pending, label, stillLabel, ...props },
  ref,
) {
  const stage = useWaitStage(pending)
  const shown = stage !== 'idle' && stage !== 'brief'
  return (
    <span data-gw="spinner" data-shown={shown || undefined} {...props} ref={ref}>
      {label === undefined ? null : (
        <WaitStatus pending={pending} label={label} stillLabel={stillLabel} />
      )}
    </span>
  )
})
