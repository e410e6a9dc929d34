import type { Cancelled, StepUpRequired } from '../ui-state/ui-state.js'

/** What `client.fetch` rejects with when the API wants a fresher or stronger proof of who is there. */
export class StepUpNeeded extends Error {
  override readonly name = 'StepUpNeeded'
  /** What the API asked for. */
  readonly state: StepUpRequired

  constructor(state: StepUpRequired) {
    super(
      'Gatewright: this request needs its user to confirm who they are (step_up_required). ' +
        'Nobody was asked, because the call is not guarded or no dialog is mounted. ' +
        'Wrap the call in guard() of useStepUp() and mount <StepUp /> once below <AuthProvider>.',
    )
    this.state = state
  }
}

/** What a guarded call rejects with when its user did not confirm, signed out, or became somebody else. */
export class StepUpCancelled extends Error {
  override readonly name = 'StepUpCancelled'
  /** Why it came to nothing. */
  readonly state: Cancelled
  /** What the call was waiting for. */
  readonly asked: StepUpRequired

  constructor(state: Cancelled, asked: StepUpRequired) {
    super('Gatewright: the call waited for its user to confirm who they are, and they did not.')
    this.state = state
    this.asked = asked
  }
}

/** True for a `StepUpNeeded`, of another copy of the package too. */
export function isStepUpNeeded(error: unknown): error is StepUpNeeded {
  return error instanceof Error && error.name === 'StepUpNeeded' && 'state' in error
}

/** True for a `StepUpCancelled`, of another copy of the package too. */
export function isStepUpCancelled(error: unknown): error is StepUpCancelled {
  return error instanceof Error && error.name === 'StepUpCancelled' && 'state' in error
}
