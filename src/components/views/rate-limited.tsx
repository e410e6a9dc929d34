'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import { WaitSentence } from '../parts/wait-sentence.js'
import type { ViewProps } from '../view-props.js'

/** Too many requests: counts down where the wait is known. */
export function RateLimited({ state, handlers }: ViewProps<'rate_limited'>) {
  return (
    <StateAlert
      state={state}
      tone="notice"
      text={<WaitSentence state={state} until={state.until} seconds={state.retryAfterSeconds} />}
    >
      <NextActions wanted={['support', 'other_account']} handlers={handlers} />
    </StateAlert>
  )
}
