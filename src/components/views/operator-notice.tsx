'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** Meant for operators: to an end user it is a fault like any other. */
export function OperatorNotice({ state, handlers }: ViewProps<'operator_notice'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={['retry', 'support']} handlers={handlers} />
    </StateAlert>
  )
}
