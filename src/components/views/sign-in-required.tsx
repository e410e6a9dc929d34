'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** The session is over; why differs, the way on does not. */
export function SignInRequired({ state, handlers }: ViewProps<'sign_in_required'>) {
  return (
    <StatePanel state={state}>
      <NextActions wanted={['sign_in', 'home']} handlers={handlers} />
    </StatePanel>
  )
}
