'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** The page shows something older than the server has. */
export function Stale({ state, handlers }: ViewProps<'stale'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={['reload']} handlers={handlers} />
    </StateAlert>
  )
}
