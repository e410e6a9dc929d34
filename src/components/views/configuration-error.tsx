'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** A fault of the app's set-up, which its users cannot mend. */
export function ConfigurationError({ state, handlers }: ViewProps<'configuration_error'>) {
  return (
    <StatePanel state={state}>
      <NextActions wanted={['support', 'home', 'back']} handlers={handlers} />
    </StatePanel>
  )
}
