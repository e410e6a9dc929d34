'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** The account is closed to its owner: sign-in stops here. */
export function AccountDisabled({ state, handlers }: ViewProps<'account_disabled'>) {
  return (
    <StatePanel state={state}>
      <NextActions wanted={['administrator', 'other_account']} handlers={handlers} />
    </StatePanel>
  )
}
