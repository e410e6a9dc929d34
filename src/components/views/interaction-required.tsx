'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import { safeHref } from '../safe-href.js'
import type { ViewProps } from '../view-props.js'

/** The authorization server wants the user in front of it: consent, or a page of its own. */
export function InteractionRequired({ state, handlers }: ViewProps<'interaction_required'>) {
  const url = state.url === null ? null : safeHref(state.url)
  return (
    <StatePanel state={state}>
      <NextActions
        lead="primary"
        wanted={['continue', 'cancel', 'back']}
        // To send the same form again would only lead back here.
        handlers={url === null ? handlers : { ...handlers, retry: undefined }}
        addresses={{ continue: url }}
      />
    </StatePanel>
  )
}
