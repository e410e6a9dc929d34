'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** The flow's own state is gone or not to be trusted: one way, from the start. */
export function RestartRequired({ state, handlers }: ViewProps<'restart_required'>) {
  // A code can be typed anywhere; a link works where it was asked for.
  const isElsewhere = state.reason === 'different_device'
  return (
    <StatePanel state={state} {...(isElsewhere && { title: 'titles.otherDevice' })}>
      <NextActions
        lead="primary"
        wanted={isElsewhere ? ['email_code', 'restart', 'home'] : ['restart', 'home']}
        handlers={handlers}
      />
    </StatePanel>
  )
}
