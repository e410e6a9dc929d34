'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** The user stopped it: nothing is said, unless it may have been a time-out. */
export function Cancelled({ state, handlers }: ViewProps<'cancelled'>) {
  if (state.certain) return null
  return (
    <StateAlert state={state} tone="notice">
      <NextActions wanted={['retry', 'other_method']} handlers={handlers} />
    </StateAlert>
  )
}
