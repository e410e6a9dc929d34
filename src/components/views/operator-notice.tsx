'use client'
import { useCopy } from '../../i18n/use-copy.js'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** Meant for operators: to an end user it is a fault like any other. */
export function OperatorNotice({ state, handlers }: ViewProps<'operator_notice'>) {
  const { say } = useCopy()
  return (
    <StateAlert state={state} text={<p data-gw="text">{say('codes.unknown.text')}</p>}>
      <NextActions wanted={['retry', 'support']} handlers={handlers} />
    </StateAlert>
  )
}
