'use client'
import { NextActions, type NextAction } from '../next-actions.js'
import { EndsIn } from '../parts/ends-in.js'
import { StatePanel } from '../parts/state-panel.js'
import { StateSentence } from '../parts/state-sentence.js'
import type { ViewProps } from '../view-props.js'

/** Asking for a device's approval is the flow's own work (RFC 8628 3.4); any other is asked for by hand. */
const BY_HAND: readonly NextAction[] = ['retry', 'cancel', 'restart']
const BY_ITSELF: readonly NextAction[] = ['cancel', 'restart']

/** Somebody has to approve elsewhere. */
export function Pending({ state, handlers }: ViewProps<'pending'>) {
  return (
    <StatePanel
      state={state}
      text={
        <>
          <div role="status" data-gw="working">
            <StateSentence state={state} />
          </div>
          <EndsIn until={state.expiresAt} />
        </>
      }
    >
      <NextActions
        wanted={state.what === 'device_authorization' ? BY_ITSELF : BY_HAND}
        handlers={handlers}
      />
    </StatePanel>
  )
}
