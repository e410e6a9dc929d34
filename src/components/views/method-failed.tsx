'use client'
import type { StateOf } from '../../ui-state/ui-state.js'
import { NextActions, type NextAction } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** What went wrong on the way is worth another try; what said no is not the way. */
const WAYS_ON = {
  failed: ['other_method', 'retry'],
  provider_error: ['other_method', 'retry'],
  send_failed: ['retry', 'other_method'],
  popup_blocked: ['retry', 'other_method'],
  timeout: ['retry', 'other_method'],
} as const satisfies Record<StateOf<'method_failed'>['reason'], readonly NextAction[]>

/** A way of signing in did not work: offers the others, or the same again. */
export function MethodFailed({ state, handlers }: ViewProps<'method_failed'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={WAYS_ON[state.reason]} handlers={handlers} />
    </StateAlert>
  )
}
