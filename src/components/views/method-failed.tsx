'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** A way of signing in did not work: offers the others. */
export function MethodFailed({ state, handlers }: ViewProps<'method_failed'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={['other_method', 'retry']} handlers={handlers} />
    </StateAlert>
  )
}
