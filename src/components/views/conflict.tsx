'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** Something of that name is there already. */
export function Conflict({ state, handlers }: ViewProps<'conflict'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={['retry', 'reload']} handlers={handlers} />
    </StateAlert>
  )
}
