'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** What was asked for is not there. */
export function NotFound({ state, handlers }: ViewProps<'not_found'>) {
  return (
    <StatePanel state={state}>
      <NextActions lead="primary" wanted={['home', 'back']} handlers={handlers} />
    </StatePanel>
  )
}
