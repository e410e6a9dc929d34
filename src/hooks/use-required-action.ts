'use client'
import { useEffect, useState } from 'react'
import type { ActionName } from '../backends/actions.js'
import { missingAction } from '../client/misuse.js'
import { useAuthSettings } from './auth-context.js'

/**
 * Makes sure that the backend has an action the caller cannot do without; null while that is not settled.
 *
 * @throws while rendering, once the backend is known not to have it.
 */
export function useRequiredAction(caller: string, action: ActionName | null): void {
  const { client } = useAuthSettings(caller)
  const [missing, setMissing] = useState<Error | null>(null)
  useEffect(() => {
    let mounted = true
    async function ask(): Promise<void> {
      if (action === null) return
      const supported = await client.supports(action)
      if (mounted) setMissing(supported ? null : missingAction(client.backend.id, action))
    }
    void ask()
    return () => {
      mounted = false
    }
  }, [client, action])
  if (missing) throw missing
}
