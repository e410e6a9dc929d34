'use client'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { stepUpQueueOf, type StepUpRequest } from '../client/step-up-queue.js'
import { useAuthSettings } from './auth-context.js'

/** The calls that wait for the user. */
export interface UseStepUpRequest {
  /** What calls are waiting for, and who has to confirm; null while none waits. */
  request: StepUpRequest | null
  /** Rejects the calls that wait. */
  cancel: () => void
}

/**
 * For whatever asks the user to confirm, as `<StepUp>` does: while it is mounted guarded calls wait for it.
 * Once they wait, ask with `useStepUpConfirmation`.
 */
export function useStepUpRequest(): UseStepUpRequest {
  const { client } = useAuthSettings('useStepUpRequest')
  const queue = stepUpQueueOf(client)
  useEffect(() => queue.attend(), [queue])
  const request = useSyncExternalStore(
    queue.onChange,
    queue.getRequest,
    useCallback(() => null, []),
  )
  return { request, cancel: queue.cancel }
}
