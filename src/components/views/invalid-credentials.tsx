'use client'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** Wrong e-mail or password; never which of the two. */
export function InvalidCredentials({ state, handlers }: ViewProps<'invalid_credentials'>) {
  return (
    <StateAlert state={state}>
      <NextActions wanted={['reset_password']} handlers={handlers} />
    </StateAlert>
  )
}
