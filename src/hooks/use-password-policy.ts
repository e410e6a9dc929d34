'use client'
import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { PasswordPolicy } from '../backends/actions.js'
import type { AuthClient } from '../client/auth-client.js'
import { useAuthSettings } from './auth-context.js'

/** What is asked of a new password where neither the app nor the backend says more (OWASP ASVS 6.2.1). */
const DEFAULT_POLICY: PasswordPolicy = { minLength: 8, maxLength: null, requires: [] }

/**
 * What a new password has to be: the app's own rules, else those the backend tells, else eight characters.
 * The backend is asked once, where its contract has the request.
 */
export function usePasswordPolicy(own?: Partial<PasswordPolicy>): PasswordPolicy {
  const { client, queryClient } = useAuthSettings('usePasswordPolicy')
  const { id, baseUrl } = client.backend
  const { data: told = null } = useQuery(
    {
      queryKey: ['gatewright', 'password-policy', id, baseUrl],
      queryFn: () => askFor(client),
      enabled: own === undefined,
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      staleTime: ({ state }) => (state.data ? Number.POSITIVE_INFINITY : 0),
    },
    queryClient,
  )
  return useMemo(() => {
    const { minLength, ...rest } = own ?? told ?? {}
    return { ...DEFAULT_POLICY, ...rest, minLength: minLength ?? DEFAULT_POLICY.minLength }
  }, [own, told])
}

/** Null where the backend does not say: the rules are a help, and its own refusal is what counts. */
async function askFor(client: AuthClient): Promise<PasswordPolicy | null> {
  if (!(await client.supports('getPasswordPolicy'))) return null
  const outcome = await client.perform('getPasswordPolicy', {})
  return outcome.kind === 'succeeded' ? outcome.value : null
}
