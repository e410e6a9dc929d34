'use client'
import { useEffect, useState } from 'react'
import type { ActionName } from '../backends/actions.js'
import { useAuthSettings } from './auth-context.js'

/** What the backend's contract says of one action. */
export interface ActionFacts {
  /** Null until it is known. */
  supported: boolean | null
  /** Optional inputs that the backend makes use of. */
  takes: readonly string[]
}

const UNKNOWN: ActionFacts = { supported: null, takes: [] }

/** Whether the backend has an action, and what a form has to ask for before it. */
export function useActionFacts(action: ActionName): ActionFacts {
  const { client } = useAuthSettings('useActionFacts')
  const [known, setKnown] = useState<{ of: ActionName; facts: ActionFacts } | null>(null)
  useEffect(() => {
    let mounted = true
    async function ask(): Promise<void> {
      const takes = await client.takes(action)
      const facts = { supported: takes !== null, takes: takes ?? [] }
      if (mounted) setKnown({ of: action, facts })
    }
    void ask()
    return () => {
      mounted = false
    }
  }, [client, action])
  return known?.of === action ? known.facts : UNKNOWN
}
