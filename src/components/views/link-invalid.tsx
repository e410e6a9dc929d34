'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** A mailed link that no longer works: the same token is never sent again. */
export function LinkInvalid({ state, handlers }: ViewProps<'link_invalid'>) {
  return (
    <StatePanel state={state}>
      <NextActions
        wanted={state.resend ? ['request_link', 'sign_in'] : ['support', 'sign_in']}
        handlers={handlers}
      />
    </StatePanel>
  )
}
