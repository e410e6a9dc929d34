'use client'
import { useCallback, useEffect, useRef } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { Operation } from '../errors/operation.js'
import { useAuthSettings } from './auth-context.js'

/** Nothing has been sent yet. */
export interface Ready {
  kind: 'ready'
}

/** A request is on its way. */
export interface Submitting {
  kind: 'submitting'
}

const READY: Ready = { kind: 'ready' }
const SUBMITTING: Submitting = { kind: 'submitting' }

type Job<Outcome> = (signal: AbortSignal) => Promise<Outcome>

export interface Flow<Outcome> {
  state: Outcome | Ready | Submitting
  /**
   * Runs one request. A call while one is running is dropped and gives null, so that no form is sent twice. The app is
   * told of it as the flow's own operation, where no other is named.
   */
  run: (job: Job<Outcome>, operation?: Operation) => Promise<Outcome | null>
  reset: () => void
  /** Gives up the request on its way, if there is one: whatever comes of it is dropped, and `run` gives null. */
  cancel: () => void
}

/**
 * One request at a time, as a state. The job is kept in a ref and handed to TanStack Query as a closure:
 * what the user typed is never a mutation's variable.
 *
 * @param shown the flow has a form or a screen, and is no button of another's
 */
export function useFlow<Outcome extends { kind: string }>(
  caller: string,
  operation: Operation,
  { shown = true } = {},
): Flow<Outcome> {
  const { client, queryClient } = useAuthSettings(caller)
  const next = useRef<(() => Promise<Outcome>) | null>(null)
  const running = useRef<AbortController | null>(null)
  const { mutateAsync, reset, data, isPending } = useMutation<Outcome>(
    {
      mutationFn: () => {
        const run = next.current
        if (!run) throw new Error('Gatewright: a flow was started without a job.')
        return run()
      },
      networkMode: 'always',
      retry: false,
      gcTime: 0,
    },
    queryClient,
  )

  const isTold = useRef(false)
  useEffect(() => {
    // React mounts twice in its strict mode.
    if (!shown || isTold.current) return
    isTold.current = true
    client.tell({ type: 'shown', operation })
  }, [client, operation, shown])

  const run = useCallback(
    async (job: Job<Outcome>, act = operation) => {
      // A ref, not render state: Enter, click and auto-submit can come in one tick.
      if (running.current) return null
      const own = (running.current = new AbortController())
      next.current = () => job(own.signal)
      client.tell({ type: 'submitted', operation: act })
      try {
        const outcome = await mutateAsync()
        return own.signal.aborted ? null : outcome
      } catch (error) {
        if (own.signal.aborted) return null
        throw error
      } finally {
        if (running.current === own) {
          running.current = null
          next.current = null
        }
      }
    },
    [client, mutateAsync, operation],
  )

  const cancel = useCallback(() => {
    running.current?.abort()
    running.current = null
    next.current = null
    reset()
  }, [reset])

  const state = isPending ? SUBMITTING : (data ?? READY)
  return { state, run, reset, cancel }
}
