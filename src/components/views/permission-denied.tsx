'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** Signed in, but not allowed: the session stays. */
export function PermissionDenied({ state, handlers }: ViewProps<'permission_denied'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={['request_access', 'other_account', 'home']} handlers={handlers} />
    </StateAlert>
  )
}
