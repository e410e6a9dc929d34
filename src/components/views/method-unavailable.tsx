'use client'
import { NextActions, type NextAction } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

const OTHER_WAYS: readonly NextAction[] = ['other_method', 'restart']

/** Whoever has used up their backup codes may have no other way left than to ask somebody. */
const NONE_LEFT: readonly NextAction[] = ['other_method', 'support', 'restart']

/** A way of signing in that this account, app or browser does not have. */
export function MethodUnavailable({ state, handlers }: ViewProps<'method_unavailable'>) {
  return (
    <StateAlert state={state}>
      <NextActions
        wanted={state.reason === 'none_left' ? NONE_LEFT : OTHER_WAYS}
        handlers={handlers}
      />
    </StateAlert>
  )
}
