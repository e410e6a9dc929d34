'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import { WaitSentence } from '../parts/wait-sentence.js'
import type { ViewProps } from '../view-props.js'

/** Too many wrong passwords: counts down, and says what can be done meanwhile. */
export function AccountLocked({ state, handlers }: ViewProps<'account_locked'>) {
  return (
    <StateAlert
      state={state}
      text={<WaitSentence state={state} until={state.until} seconds={state.retryAfterSeconds} />}
    >
      <NextActions wanted={['reset_password', 'support', 'other_account']} handlers={handlers} />
    </StateAlert>
  )
}
