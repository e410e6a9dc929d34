'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** An answer nobody has documented. */
export function Unknown({ state, handlers }: ViewProps<'unknown'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={['retry', 'support']} handlers={handlers} />
    </StateAlert>
  )
}
