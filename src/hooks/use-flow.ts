'use client'
import { useCallback, useRef } from 'react'
import { useMutation } from '@tanstack/react-query'
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

export interface Flow<Outcome> {
  state: Outcome | Ready | Submitting
  /** Runs one request. A call while one is running is dropped and gives null, so that no form is sent twice. */
  run: (job: () => Promise<Outcome>) => Promise<Outcome | null>
  reset: () => void
}

/**
 * One request at a time, as a state. The job is kept in a ref and handed to TanStack Query as a closure:
 * what the user typed is never a mutation's variable.
 */
export function useFlow<Outcome extends { kind: string }>(caller: string): Flow<Outcome> {
  const { queryClient } = useAuthSettings(caller)
  const job = useRef<(() => Promise<Outcome>) | null>(null)
  const { mutateAsync, reset, data, isPending } = useMutation<Outcome>(
    {
      mutationFn: () => {
        const run = job.current
        if (!run) throw new Error('Gatewright: a flow was started without a job.')
        return run()
      },
      networkMode: 'always',
      retry: false,
      gcTime: 0,
    },
    queryClient,
  )

  const run = useCallback(
    async (next: () => Promise<Outcome>) => {
      // A ref, not render state: Enter, click and auto-submit can come in one tick.
      if (job.current) return null
      job.current = next
      try {
        return await mutateAsync()
      } finally {
        job.current = null
      }
    },
    [mutateAsync],
  )

  const state = isPending ? SUBMITTING : (data ?? READY)
  return { state, run, reset }
}
