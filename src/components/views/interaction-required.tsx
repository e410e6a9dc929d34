'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** The authorization server wants the user in front of it: consent, or a page of its own. */
export function InteractionRequired({ state, handlers }: ViewProps<'interaction_required'>) {
  return (
    <StatePanel state={state}>
      <NextActions
        wanted={['continue', 'cancel', 'back']}
        handlers={handlers}
        addresses={{ continue: state.url }}
      />
    </StatePanel>
  )
}
