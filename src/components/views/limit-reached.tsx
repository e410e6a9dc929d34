'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** Something is full: waiting does not help, making room does. */
export function LimitReached({ state, handlers }: ViewProps<'limit_reached'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={['sessions', 'support', 'retry']} handlers={handlers} />
    </StateAlert>
  )
}
