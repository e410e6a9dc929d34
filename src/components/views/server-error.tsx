'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** The server's fault: may be tried again, and where it is down its status page tells more. */
export function ServerError({ state, handlers }: ViewProps<'server_error'>) {
  return (
    <StateAlert state={state}>
      <NextActions
        wanted={state.reason === 'unavailable' ? ['status', 'retry'] : ['retry', 'support']}
        handlers={handlers}
        addresses={{ status: state.statusUrl }}
      />
    </StateAlert>
  )
}
