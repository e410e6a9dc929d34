'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** One person, several accounts or organizations: sign-in goes on with the chosen one. */
export function SelectionRequired({ state, handlers }: ViewProps<'selection_required'>) {
  const { choose } = handlers
  return (
    <StatePanel state={state}>
      {choose && state.options.length > 0 && (
        <ul data-gw="choice-list">
          {state.options.map(({ id, label }) => (
            <li key={id}>
              <button
                type="button"
                data-gw="button"
                data-variant="secondary"
                dir="auto"
                onClick={() => choose(id)}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
      <NextActions lead="quiet" wanted={['back', 'support']} handlers={handlers} />
    </StatePanel>
  )
}
