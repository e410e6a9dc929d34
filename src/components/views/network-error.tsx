'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** No answer came: nothing that was typed is lost. */
export function NetworkError({ state, handlers }: ViewProps<'network_error'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={['retry']} handlers={handlers} />
    </StateAlert>
  )
}
