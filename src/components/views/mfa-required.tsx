'use client'
import { MfaChallenge } from '../mfa-challenge.js'
import type { ViewProps } from '../view-props.js'

/** The password was right and a second factor is due: no error, the challenge itself (seed 003). */
export function MfaRequired({ state, handlers }: ViewProps<'mfa_required'>) {
  return (
    <MfaChallenge
      challenge={state}
      email={handlers.email}
      onSignedIn={handlers.finish}
      onRestart={handlers.restart}
    />
  )
}
