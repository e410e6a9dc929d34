'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { stepUpQueueOf } from '../client/step-up-queue.js'
import type { StepUpRequired } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import type { Ready } from './use-flow.js'

/** A way for calls to wait for the user's confirmation. */
export interface UseStepUp {
  /** Which confirmation calls are waiting for; `ready` while none is. */
  state: Ready | StepUpRequired
  /**
   * Wraps an async function, such as a query's or a mutation's. Where it meets `step_up_required` (rejected by
   * `client.fetch`, or as the state that `client.perform` gives) it waits for the user to confirm and is called
   * once more. It rejects with `StepUpCancelled` where they do not, sign out, or become somebody else.
   * Without a mounted `<StepUp>` what it met is passed on.
   */
  guard: <A extends readonly unknown[], R>(
    call: (...input: A) => Promise<R>,
  ) => (...input: A) => Promise<R>
  /** Whether a `<StepUp>` is mounted to ask. */
  canAsk: boolean
  /** Rejects the calls that wait. */
  cancel: () => void
}

const READY: Ready = { kind: 'ready' }

/** Lets calls of the app wait for a step-up. However many wait, one `<StepUp>` asks once. */
export function useStepUp(): UseStepUp {
  const { client } = useAuthSettings('useStepUp')
  const queue = stepUpQueueOf(client)
  const request = useSyncExternalStore(queue.onChange, queue.getRequest, () => null)
  const canAsk = useSyncExternalStore(queue.onChange, queue.canAsk, () => false)
  const guard = useCallback<UseStepUp['guard']>(
    (call) =>
      (...input) =>
        queue.run(() => call(...input)),
    [queue],
  )
  return { state: request?.state ?? READY, guard, canAsk, cancel: queue.cancel }
}
