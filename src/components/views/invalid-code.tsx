'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** A wrong, spent or expired code: the challenge stays. The same code is never offered to be sent again. */
export function InvalidCode({ state, handlers }: ViewProps<'invalid_code'>) {
  return (
    <StateAlert state={state}>
      <NextActions
        wanted={handlers.hasForm ? ['other_method'] : ['other_method', 'retry']}
        handlers={handlers}
      />
    </StateAlert>
  )
}
