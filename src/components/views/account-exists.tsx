'use client'
import type { StateOf } from '../../ui-state/ui-state.js'
import { NextActions, type NextAction } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** Ways on by what is taken. An address or number is most likely the same person's, a user name somebody else's. */
const WAYS_ON = {
  email: ['sign_in_instead', 'reset_password'],
  phone: ['sign_in_instead', 'reset_password'],
  username: ['sign_in_instead'],
  // No password would undo the link to the other account.
  oauth_identity: ['sign_in_instead', 'support'],
} as const satisfies Record<StateOf<'account_exists'>['identifier'], readonly NextAction[]>

/** What was typed has an account already: the address goes along to where that can be used. */
export function AccountExists({ state, handlers }: ViewProps<'account_exists'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={WAYS_ON[state.identifier]} handlers={handlers} />
    </StateAlert>
  )
}
