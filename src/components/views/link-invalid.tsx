'use client'
import type { LinkInvalid as LinkInvalidState } from '../../ui-state/ui-state.js'
import { NextActions, type NextAction } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** A mailed link that no longer works: the same token is never sent again. */
export function LinkInvalid({ state, handlers }: ViewProps<'link_invalid'>) {
  return (
    <StatePanel state={state}>
      <NextActions lead="primary" wanted={waysOn(state)} handlers={handlers} />
    </StatePanel>
  )
}

function waysOn({ link, reason, resend }: LinkInvalidState): readonly NextAction[] {
  if (!resend) return ['support', 'sign_in']
  if (link === 'reset_password') return ['request_reset_link', 'sign_in']
  // Whoever has used it before has verified the address, and needs no other.
  if (link === 'verify_email' && reason === 'used') return ['sign_in', 'request_link']
  return ['request_link', 'sign_in']
}
