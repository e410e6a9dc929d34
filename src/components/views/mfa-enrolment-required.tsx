'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** A second factor has to be set up first. */
export function MfaEnrolmentRequired({ state, handlers }: ViewProps<'mfa_enrolment_required'>) {
  return (
    <StatePanel state={state}>
      <NextActions wanted={['set_up_mfa', 'back']} handlers={handlers} />
    </StatePanel>
  )
}
