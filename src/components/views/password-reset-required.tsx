'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** A new password has to be set before anything else. */
export function PasswordResetRequired({ state, handlers }: ViewProps<'password_reset_required'>) {
  return (
    <StatePanel state={state}>
      <NextActions wanted={['set_password', 'back']} handlers={handlers} />
    </StatePanel>
  )
}
