'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** A rule of the backend's owner said no, in its own words where it has any. */
export function BlockedByPolicy({ state, handlers }: ViewProps<'blocked_by_policy'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={['support', 'other_account']} handlers={handlers} />
    </StateAlert>
  )
}
