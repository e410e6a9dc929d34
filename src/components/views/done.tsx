'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** The goal is reached, whatever word the wire had for it. */
export function Done({ state, handlers }: ViewProps<'done'>) {
  return (
    <StatePanel state={state}>
      <NextActions lead="primary" wanted={['continue', 'home', 'back']} handlers={handlers} />
    </StatePanel>
  )
}
