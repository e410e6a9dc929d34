'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** A way of signing in that this account or app does not have. */
export function MethodUnavailable({ state, handlers }: ViewProps<'method_unavailable'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={['other_method', 'restart']} handlers={handlers} />
    </StateAlert>
  )
}
