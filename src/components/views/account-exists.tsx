'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** The address is taken: most likely by the same person. */
export function AccountExists({ state, handlers }: ViewProps<'account_exists'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={['sign_in_instead', 'reset_password']} handlers={handlers} />
    </StateAlert>
  )
}
