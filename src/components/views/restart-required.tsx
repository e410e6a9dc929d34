'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** The flow's own state is gone or not to be trusted: one way, from the start. */
export function RestartRequired({ state, handlers }: ViewProps<'restart_required'>) {
  return (
    <StatePanel state={state}>
      <NextActions wanted={['restart', 'home']} handlers={handlers} />
    </StatePanel>
  )
}
