'use client'
import { useCallback } from 'react'
import type { SignedOut } from '../client/auth-client.js'
import { useAuthSettings } from './auth-context.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

/** A way out. */
export interface UseSignOut {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | SignedOut
  /** Ends the session on this side at once, whatever the server answers. */
  signOut: () => Promise<void>
}

/** Signs out. */
export function useSignOut(): UseSignOut {
  const { client } = useAuthSettings('useSignOut')
  const { state, run } = useFlow<SignedOut>('useSignOut', 'sign_out', { shown: false })
  const signOut = useCallback(async () => {
    await run(() => client.signOut())
  }, [client, run])
  return { state, signOut }
}
