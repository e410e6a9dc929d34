'use client'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import { StateSentence } from '../parts/state-sentence.js'
import type { ViewProps } from '../view-props.js'

/** Somebody has to approve elsewhere: the flow polls meanwhile. */
export function Pending({ state, handlers }: ViewProps<'pending'>) {
  return (
    <StatePanel
      state={state}
      text={
        <div role="status" data-gw="working">
          <StateSentence state={state} />
        </div>
      }
    >
      <NextActions wanted={['cancel', 'restart']} handlers={handlers} />
    </StatePanel>
  )
}
